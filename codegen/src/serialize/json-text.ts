export { type JsonTextOptions, nodeToJson } from "../shapes/node-json.js";
