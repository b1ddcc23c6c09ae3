export * from "./failure.js";
export type { StandardIssue, StandardProperties, StandardResult, StandardSchemaV1 } from "./standard-schema.js";
