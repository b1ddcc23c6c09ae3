export { openCompressed, requestDecompression, type RequestDecompression } from "./request-decompression.js";
