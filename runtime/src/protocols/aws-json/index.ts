export { awsJson1_0Server, awsJson1_1Server, type AwsJsonServerDefinition } from "./server.js";
export { awsJson1_0Operation, awsJson1_1Operation, type AwsJsonOperation } from "./client.js";
export type { ErrorReceivers, ReceiveError } from "./read-error.js";
