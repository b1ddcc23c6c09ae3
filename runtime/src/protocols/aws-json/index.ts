export { awsJson1_0Server, awsJson1_1Server, type AwsJsonServerDefinition } from "./server.js";
