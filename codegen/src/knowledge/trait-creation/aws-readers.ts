import { isNodeObject, nodeMember } from "../../shapes/node.js";
import { isShapeId, nameOf, namespaceOf } from "../../shapes/shape-id.js";
import {
  annotation,
  array,
  arrayOf,
  entries,
  kind,
  object,
  optional,
  type Reader,
  required,
  shapeIdText,
  text,
  textList,
  whenPresent,
} from "./reader.js";

const string = kind("string");
const strings = optional("array", arrayOf("string"));
const protocol = object({ http: strings, eventStreamHttp: strings });
const flags = { dualStack: optional("boolean"), fips: optional("boolean") } as const;

/** A shape ID that may leave out the namespace of the shape it is said of. */
const localShapeId = text((id, target) => {
  const absolute = id.includes("#") ? id : `${namespaceOf(target)}#${id}`;
  return isShapeId(absolute) ? undefined : `Invalid shape ID: ${absolute}`;
});

const service: Reader = (value, target) => {
  const problem = object({ sdkId: optional("string") })(value, target);
  if (problem !== undefined) return problem;
  if (nodeMember(value, "sdkId") === undefined) {
    return `No sdkId was provided. Perhaps you could set this to ${nameOf(target)}?`;
  }
  return object({
    arnNamespace: optional("string"),
    cloudFormationName: optional("string"),
    cloudTrailEventSource: optional("string"),
    docId: optional("string"),
    endpointPrefix: optional("string"),
    cloudWatchNamespace: optional("string"),
  })(value, target);
};

const delimiter = text((value) => (value === "/" || value === ":" ? undefined : `Invalid delimiter: ${value}`));

const arn: Reader = (value, target) => {
  const problem = object({
    template: required("string"),
    absolute: optional("boolean"),
    noRegion: optional("boolean"),
    noAccount: optional("boolean"),
    resourceDelimiter: optional("string", delimiter),
    reusable: optional("boolean"),
  })(value, target);
  const template = isNodeObject(value) ? value["template"] : undefined;
  if (problem !== undefined || typeof template !== "string" || !template.startsWith("/")) return problem;
  return `Invalid aws.api#arn trait. The template must not start with '/'. Found \`${template}\``;
};

const apiConfig = object({
  tagApi: required("string", shapeIdText),
  untagApi: required("string", shapeIdText),
  listTagsApi: required("string", shapeIdText),
});

const gatewayResponse = object({
  statusCode: optional("string"),
  responseParameters: optional("object", entries(string)),
  responseTemplates: optional("object", entries(string)),
});

const patternTypes = ["service_dnsSuffix", "service_region_dnsSuffix", "aws_recommended"];

const patternType = text((type) =>
  patternTypes.includes(type) ? undefined : `Unable to find EndpointPatternType enum with value [${type}]`,
);

/** What Smithy's Java classes for the traits of AWS ask of a value. */
export const awsReaders: ReadonlyMap<string, Reader> = new Map([
  ...[
    ...["aws.api#awsChunked", "aws.api#clientEndpointDiscoveryId", "aws.api#controlPlane", "aws.api#dataPlane"],
    ...["aws.auth#unsignedPayload", "aws.customizations#s3UnwrappedXmlOutput", "aws.protocols#awsQuery"],
    ...["aws.protocols#awsQueryCompatible", "aws.protocols#ec2Query", "aws.iam#disableConditionKeyInference"],
    ...["aws.cloudformation#cfnAdditionalIdentifier", "aws.cloudformation#cfnDefaultValue"],
    ...["aws.cloudformation#cfnExcludeProperty", "aws.endpoints#endpointsModifier"],
    ...["aws.endpoints#dualStackOnlyEndpoints", "aws.endpoints#rulesBasedEndpoints"],
  ].map((id) => [id, annotation] as const),
  ...[
    ...["aws.api#data", "aws.protocols#ec2QueryName", "aws.apigateway#authorizer", "aws.apigateway#apiKeySource"],
    ...["aws.apigateway#requestValidator", "aws.cloudformation#cfnMutability", "aws.cloudformation#cfnName"],
    ...["aws.iam#actionPermissionDescription", "aws.iam#actionName", "aws.iam#conditionKeyValue"],
  ].map((id) => [id, string] as const),
  ...[
    ...["aws.auth#cognitoUserPoolsScopes", "aws.iam#conditionKeys", "aws.iam#requiredActions"],
    ...["aws.iam#supportedPrincipalTypes", "aws.iam#serviceResolvedConditionKeys"],
  ].map((id) => [id, textList] as const),
  ...["awsJson1_0", "awsJson1_1", "restJson1", "restXml"].map((name) => [`aws.protocols#${name}`, protocol] as const),
  ["aws.api#arn", arn],
  [
    "aws.api#arnReference",
    object({
      type: optional("string"),
      service: optional("string", localShapeId),
      resource: optional("string", localShapeId),
    }),
  ],
  ["aws.api#clientDiscoveredEndpoint", object({ required: optional("boolean") })],
  [
    "aws.api#clientEndpointDiscovery",
    object({ operation: required("string", shapeIdText), error: optional("string", shapeIdText) }),
  ],
  ["aws.api#service", service],
  [
    "aws.api#tagEnabled",
    object({
      disableDefaultOperations: optional("boolean"),
      apiConfig: optional(
        "object",
        object({
          tagApi: optional("string", shapeIdText),
          untagApi: optional("string", shapeIdText),
          listTagsApi: optional("string", shapeIdText),
        }),
      ),
    }),
  ],
  [
    "aws.api#taggable",
    object({
      property: whenPresent("string"),
      disableSystemTags: whenPresent("boolean"),
      apiConfig: whenPresent("object", apiConfig),
    }),
  ],
  ["aws.apigateway#apiKeyRequired", annotation],
  ["aws.apigateway#gatewayResponses", entries(gatewayResponse)],
  ["aws.apigateway#minimumCompressionSize", kind("number")],
  ["aws.auth#cognitoUserPools", object({ providerArns: required("array", arrayOf("string")) })],
  ["aws.auth#sigv4", object({ name: required("string") })],
  ["aws.auth#sigv4a", object({ name: required("string") })],
  ["aws.protocols#awsQueryError", object({ code: required("string"), httpResponseCode: required("number") })],
  [
    "aws.protocols#httpChecksum",
    object({
      requestChecksumRequired: optional("boolean"),
      requestAlgorithmMember: optional("string"),
      responseAlgorithms: strings,
      requestValidationModeMember: optional("string"),
    }),
  ],
  [
    "aws.iam#defineConditionKeys",
    entries(
      object({
        type: required("string"),
        documentation: optional("string"),
        externalDocumentation: optional("string"),
        relativeDocumentation: optional("string"),
        required: optional("boolean"),
      }),
    ),
  ],
  [
    "aws.endpoints#standardRegionalEndpoints",
    object({
      partitionSpecialCases: whenPresent("object", entries(array(object({ endpoint: required("string"), ...flags })))),
      regionSpecialCases: whenPresent(
        "object",
        entries(array(object({ endpoint: required("string"), ...flags, signingRegion: optional("string") }))),
      ),
    }),
  ],
  [
    "aws.endpoints#standardPartitionalEndpoints",
    object({
      endpointPatternType: required("string", patternType),
      partitionEndpointSpecialCases: whenPresent(
        "object",
        entries(array(object({ endpoint: required("string"), region: required("string"), ...flags }))),
      ),
    }),
  ],
]);
