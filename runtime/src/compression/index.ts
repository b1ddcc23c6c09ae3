export { requestCompression } from "./request-compression.js";
