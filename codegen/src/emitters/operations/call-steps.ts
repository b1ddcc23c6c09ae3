import { literal } from "../../emit/literal.js";
import { runtimeValue, type RuntimeModule } from "../../emit/symbol.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import { awsServiceInfo } from "../../knowledge/aws-service.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { effectiveTrait, isStreaming, stringTrait } from "../../knowledge/traits.js";
import { isNodeArray, nodeMember, stringMember, type Node } from "../../shapes/node.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { MemberShape, ServiceShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";

/** What calls of an operation do besides encoding, signing and sending, in this order: a body is compressed before it is summed up. */
export function callSteps(
  model: Model,
  file: TypeScriptFile,
  service: ServiceShape,
  operation: OperationInfo,
): readonly string[] {
  const use = (module: RuntimeModule, name: string): string => file.use(runtimeValue(module, name));
  return [
    ...length(model, operation, use),
    ...compression(operation, use),
    ...checksums(operation, use),
    ...customisations(service, operation, use),
    ...unsigned(model, service, operation, use),
  ];
}

/** Lets bundlers leave out what nobody calls. */
export const pure = "/* @__PURE__ */ ";

type Use = (module: RuntimeModule, name: string) => string;

/** Smithy 2.0, "requiresLength trait". */
function length(model: Model, { input }: OperationInfo, use: Use): readonly string[] {
  const requires = [...input.members.values()].some((member) => isLengthRequired(model, member));
  return requires ? [use("client", "knownLength")] : [];
}

function isLengthRequired(model: Model, member: MemberShape): boolean {
  return effectiveTrait(model, member, "smithy.api#requiresLength") !== undefined;
}

/** What of a body is not signed (AWS authentication traits, "unsignedPayload trait"): a stream never is, but for one of events. */
function unsigned(model: Model, service: ServiceShape, { shape, input }: OperationInfo, use: Use): readonly string[] {
  if (shape.traits.has("aws.auth#unsignedPayload")) return [use("client", "unsignedPayload")];
  const members = [...input.members.values()];
  const streams = members.some((member) => targetOf(model, member).kind === "blob" && isStreaming(model, member));
  if (!streams) return [];
  return [signsAsS3(service) ? use("aws/customisations", "s3Streams") : use("client", "unsignedStream")];
}

/** Smithy 2.0, "requestCompression trait". */
function compression({ shape }: OperationInfo, use: Use): readonly string[] {
  const encodings = textsOf(nodeMember(shape.traits.get("smithy.api#requestCompression")?.value, "encodings"));
  return encodings.length === 0 ? [] : [`${pure}${use("compression", "requestCompression")}(${inline(encodings)})`];
}

/** `aws.protocols#httpChecksum`, which stands above "httpChecksumRequired trait". */
function checksums({ shape }: OperationInfo, use: Use): readonly string[] {
  const trait = shape.traits.get("aws.protocols#httpChecksum")?.value;
  if (trait === undefined) {
    return shape.traits.has("smithy.api#httpChecksumRequired") ? [use("checksum", "contentMd5")] : [];
  }
  const algorithms = textsOf(nodeMember(trait, "responseAlgorithms"));
  const facts = {
    requestAlgorithmMember: stringMember(trait, "requestAlgorithmMember"),
    requestChecksumRequired: nodeMember(trait, "requestChecksumRequired") === true ? true : undefined,
    requestValidationModeMember: stringMember(trait, "requestValidationModeMember"),
    responseAlgorithms: algorithms.length === 0 ? undefined : algorithms,
  };
  return [`${pure}${use("checksum", "httpChecksum")}(${literal(facts, { indent: 2 })})`];
}

/** Smithy 2.0, "AWS Service Customizations": by the name that AWS's clients have for a service. */
function customisations(service: ServiceShape, operation: OperationInfo, use: Use): readonly string[] {
  const step = (name: string): string => use("aws/customisations", name);
  const { input, output, shape } = operation;
  switch (awsServiceInfo(service).sdkId) {
    case "API Gateway":
      return [step("apiGatewayAccept")];
    case "Glacier": {
      const account = input.members.has("accountId") ? [step("glacierAccount")] : [];
      const checksums = takesTreeHash(operation) ? [step("glacierChecksums")] : [];
      return [step("glacierVersion"), ...account, ...checksums];
    }
    case "Machine Learning":
      return input.members.has("PredictEndpoint") ? [step("predictEndpoint")] : [];
    case "S3": {
      const name = stringTrait(output, "smithy.api#xmlName") ?? nameOf(output.id);
      const isUnwrapped = shape.traits.has("aws.customizations#s3UnwrappedXmlOutput");
      return [step("s3Addressing"), ...(isUnwrapped ? [`${pure}${step("s3UnwrappedOutput")}(${inline(name)})`] : [])];
    }
    default:
      return [];
  }
}

/** Whether an archive, or a part of one, is uploaded: the two operations whose hash is a tree's. */
function takesTreeHash({ input }: OperationInfo): boolean {
  const members = [...input.members.values()];
  const hashes = members.some(
    ({ traits }) => stringOf(traits.get("smithy.api#httpHeader")?.value).toLowerCase() === "x-amz-sha256-tree-hash",
  );
  return hashes && members.some(({ traits }) => traits.has("smithy.api#httpPayload"));
}

/** Whether requests of a service are signed by the rules that Amazon S3 has of its own. */
export function signsAsS3(service: ServiceShape): boolean {
  return /^s3(?:$|-|express$)/.test(awsServiceInfo(service).signingName ?? "");
}

function inline(value: string | readonly string[]): string {
  return typeof value === "string" ? literal(value) : `[${value.map((text) => literal(text)).join(", ")}]`;
}

function textsOf(node: Node | undefined): readonly string[] {
  return isNodeArray(node) ? node.filter((item) => typeof item === "string") : [];
}

function stringOf(node: Node | undefined): string {
  return typeof node === "string" ? node : "";
}
