export { jsonText, nodeText } from "../../shapes/node-text.js";
