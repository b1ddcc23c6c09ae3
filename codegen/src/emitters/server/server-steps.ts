import { code, literal, type Code } from "../../emit/literal.js";
import { runtimeValue } from "../../emit/symbol.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import { bindingsAt, requestBindings } from "../../knowledge/http-bindings.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { isNodeArray, nodeMember, stringMember, type Node } from "../../shapes/node.js";
import type { Model } from "../../shapes/model.js";

/**
 * What a server does with requests of an operation before they are read, in this order: a body is summed up as it was sent, that is
 * compressed. Undefined for an operation without steps.
 */
export function serverSteps(model: Model, file: TypeScriptFile, operation: OperationInfo): readonly Code[] | undefined {
  const steps = [...checksums(model, file, operation), ...decompression(model, file, operation)];
  return steps.length === 0 ? undefined : steps;
}

/** Whether requests of an operation may be compressed (Smithy 2.0, "requestCompression trait"). */
export function takesCompressed({ shape }: OperationInfo): boolean {
  const encodings = nodeMember(shape.traits.get("smithy.api#requestCompression")?.value, "encodings");
  return textsOf(encodings).some((encoding) => encoding.toLowerCase() === "gzip");
}

function decompression(model: Model, file: TypeScriptFile, operation: OperationInfo): readonly Code[] {
  if (!takesCompressed(operation)) return [];
  const step = file.use(runtimeValue("compression/server", "requestDecompression"));
  const bound =
    headerOf(model, operation, ({ locationName }) => /^content-encoding$/i.test(locationName)) !== undefined;
  return [code(`${step}(${bound ? "{ boundEncoding: true }" : ""})`)];
}

/** `aws.protocols#httpChecksum`, which stands above "httpChecksumRequired trait". */
function checksums(model: Model, file: TypeScriptFile, operation: OperationInfo): readonly Code[] {
  const { traits } = operation.shape;
  const trait = traits.get("aws.protocols#httpChecksum")?.value;
  const required =
    trait === undefined
      ? traits.has("smithy.api#httpChecksumRequired")
      : nodeMember(trait, "requestChecksumRequired") === true;
  if (trait === undefined && !required) return [];
  const algorithm = stringMember(trait, "requestAlgorithmMember");
  const responses = textsOf(nodeMember(trait, "responseAlgorithms"));
  const facts = {
    required: required ? true : undefined,
    algorithmHeader: headerOf(model, operation, ({ member }) => member.name === algorithm),
    modeMember: stringMember(trait, "requestValidationModeMember"),
    responseAlgorithms: responses.length === 0 ? undefined : responses,
  };
  const step = file.use(runtimeValue("checksum/server", "serverChecksum"));
  return [code(`${step}(${literal(facts, { indent: 6 })})`)];
}

/** The lower-case name of the header to which a member of the input is bound. */
function headerOf(
  model: Model,
  { shape }: OperationInfo,
  isWanted: (binding: ReturnType<typeof requestBindings>[number]) => boolean,
): string | undefined {
  return bindingsAt(requestBindings(model, shape), "header").find(isWanted)?.locationName.toLowerCase();
}

function textsOf(node: Node | undefined): readonly string[] {
  return isNodeArray(node) ? node.filter((item) => typeof item === "string") : [];
}
