export * from "./drop.js";
export * from "./failure.js";
export * from "./report.js";
export * from "./schema.js";
export type { StandardIssue, StandardProperties, StandardResult, StandardSchemaV1 } from "./standard-schema.js";
export * from "./text-length.js";
export * from "./values.js";
