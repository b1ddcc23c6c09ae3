import { awsEndpoints } from "./aws-endpoints.js";
import { awsApiGateway } from "./aws-apigateway.js";
import { awsCloudFormation, awsIam } from "./aws-iam.js";
import { awsApi, awsAuth, awsCustomizations, awsProtocols, awsTest } from "./aws-traits.js";
import { smithyApiBehaviour } from "./smithy-api-behaviour.js";
import { smithyApiCore } from "./smithy-api-core.js";
import { smithyApiProtocol } from "./smithy-api-protocol.js";
import {
  smithyContracts,
  smithyFramework,
  smithyMqtt,
  smithyOpenApi,
  smithyProtocols,
  smithyWaiters,
} from "./smithy-modules.js";
import { smithyRules } from "./smithy-rules.js";
import { smithyTest } from "./smithy-test.js";

/** Every model has this one: names of it need no namespace ("Prelude"). */
export const preludeNamespace = "smithy.api";

/** Smithy text by namespace: the prelude, and the trait modules that a model gets when it mentions them. */
export const moduleTexts: ReadonlyMap<string, readonly string[]> = new Map([
  [preludeNamespace, [smithyApiCore, smithyApiBehaviour, smithyApiProtocol]],
  ["aws.api", [awsApi]],
  ["aws.apigateway", [awsApiGateway]],
  ["aws.auth", [awsAuth]],
  ["aws.cloudformation", [awsCloudFormation]],
  ["aws.customizations", [awsCustomizations]],
  ["aws.endpoints", [awsEndpoints]],
  ["aws.iam", [awsIam]],
  ["aws.protocols", [awsProtocols]],
  ["aws.test", [awsTest]],
  ["smithy.contracts", [smithyContracts]],
  ["smithy.framework", [smithyFramework]],
  ["smithy.mqtt", [smithyMqtt]],
  ["smithy.openapi", [smithyOpenApi]],
  ["smithy.protocols", [smithyProtocols]],
  ["smithy.rules", [smithyRules]],
  ["smithy.test", [smithyTest]],
  ["smithy.waiters", [smithyWaiters]],
]);
