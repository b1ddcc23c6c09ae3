export { decodeAwsChunked, type AwsChunkedDecoding } from "./aws-chunked-decode.js";
export { awsChunkedLength, awsChunkedPayload, encodeAwsChunked, type AwsChunkedOptions } from "./aws-chunked-encode.js";
export { ChecksumError } from "./checksum-error.js";
export type { Checksum, ChecksumAlgorithm } from "./checksum.js";
export { crc32, crc32c } from "./crc32.js";
export { checksumHeader, checksumOf, createChecksum, isChecksumAlgorithm } from "./create-checksum.js";
export { base64ChecksumOf, verifiedStream, verifyChecksum } from "./verify-checksum.js";
export { contentMd5, httpChecksum, validatedChecksum, type HttpChecksum } from "./http-checksum.js";
