export { apiGatewayAccept } from "./api-gateway.js";
export { glacierAccount, glacierChecksums, glacierVersion } from "./glacier.js";
export { predictEndpoint } from "./machine-learning.js";
export { s3VirtualHosts } from "./s3-virtual-hosts.js";
export { s3Addressing, s3SigV4, s3Streams, s3UnwrappedOutput } from "./s3.js";
