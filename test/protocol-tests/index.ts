export { runProtocolTests } from "./main.js";
export { modelOfArchive, modelsOfFolder } from "./test-models.js";
