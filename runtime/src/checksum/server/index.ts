export { decodeChunkedRequest, isAwsChunked } from "./decode-request.js";
export { serverChecksum, type ServerChecksum } from "./server-checksum.js";
