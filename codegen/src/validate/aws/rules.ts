import type { RuleModule } from "../rule.js";
import { arnTemplateRule } from "./arn-template.js";
import { arnTraitRule } from "./arn-trait.js";
import { clientEndpointDiscoveryRule } from "./client-endpoint-discovery.js";
import { cloudWatchNamespaceRule } from "./cloud-watch-namespace.js";
import { errorRenameRule } from "./error-rename.js";
import { eventSourceRule } from "./event-source.js";
import { httpChecksumTraitRule } from "./http-checksum-trait.js";
import { protocolHttpRule } from "./protocol-http.js";
import { protocolHttpPayloadRule } from "./protocol-http-payload.js";
import { queryErrorCodeRule } from "./query-error-code.js";
import { sdkServiceIdRule } from "./sdk-service-id.js";
import { serviceTaggingRule } from "./service-tagging.js";
import { sigV4TraitsRule } from "./sigv4-traits.js";
import { tagEnabledServiceRule } from "./tag-enabled-service.js";
import { tagResourcePropertyNameRule } from "./tag-resource-property-name.js";
import { tagResourcePropertyTypeRule } from "./tag-resource-property-type.js";
import { taggableResourceRule } from "./taggable-resource.js";

/** The rules for AWS's traits of services, resources, protocols and authentication. */
export const awsRules: RuleModule = {
  name: "smithy-aws-traits",
  namespaces: ["aws.api", "aws.auth", "aws.customizations", "aws.protocols"],
  rules: [
    arnTemplateRule,
    arnTraitRule,
    cloudWatchNamespaceRule,
    httpChecksumTraitRule,
    sdkServiceIdRule,
    clientEndpointDiscoveryRule,
    protocolHttpRule,
    eventSourceRule,
    queryErrorCodeRule,
    protocolHttpPayloadRule,
    serviceTaggingRule,
    tagEnabledServiceRule,
    taggableResourceRule,
    tagResourcePropertyTypeRule,
    tagResourcePropertyNameRule,
    errorRenameRule,
    sigV4TraitsRule,
  ],
};
