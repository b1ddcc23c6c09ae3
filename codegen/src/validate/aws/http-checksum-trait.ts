import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { isNodeArray, nodeMember, stringMember } from "../../shapes/node.js";
import type { AppliedTrait, OperationShape, RootShape, StructureShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";
import { checksumEnumProblem } from "./checksum-enum.js";
import { checksumHeaderConflicts } from "./checksum-headers.js";

const requestAlgorithms = [
  "CRC32",
  "CRC32C",
  "CRC64NVME",
  "MD5",
  "SHA1",
  "SHA256",
  "SHA512",
  "XXHASH64",
  "XXHASH3",
  "XXHASH128",
];
const validationModes = ["ENABLED"];

/**
 * `HttpChecksumTrait`: the trait configures checksums of requests or responses with members of the input that are fit for it, and no
 * header is bound to what it sends ("httpChecksum trait").
 */
export function* httpChecksumTraitRule(model: Model): Iterable<Diagnostic> {
  for (const [operation, trait] of carriers(model, "operation", "aws.protocols#httpChecksum")) {
    yield* checkOperation({ model, operation, trait });
  }
}

interface Check {
  readonly model: Model;
  readonly operation: OperationShape;
  readonly trait: AppliedTrait;
}

function* checkOperation(check: Check): Iterable<Diagnostic> {
  const { model, operation, trait } = check;
  const requestMember = stringMember(trait.value, "requestAlgorithmMember");
  const modeMember = stringMember(trait.value, "requestValidationModeMember");
  const hasRequest = nodeMember(trait.value, "requestChecksumRequired") === true || requestMember !== undefined;
  const hasResponse = responseAlgorithmCount(trait) > 0 || modeMember !== undefined;
  if (!hasRequest && !hasResponse) {
    const message =
      "The `httpChecksum` trait must define at least one of the `request` or `response` checksum behaviors.";
    yield error(check, message);
    return;
  }
  const input = model.shapes.get(operation.input);
  if (input?.kind !== "structure") return;
  if (hasRequest) {
    yield* checkMember(check, input, "requestAlgorithmMember", requestMember, requestAlgorithms);
    yield* checksumHeaderConflicts(operation, input);
  }
  if (hasResponse) yield* checkResponse(check, input, modeMember);
}

function responseAlgorithmCount(trait: AppliedTrait): number {
  const algorithms = nodeMember(trait.value, "responseAlgorithms");
  return isNodeArray(algorithms) ? algorithms.length : 0;
}

function* checkResponse(check: Check, input: StructureShape, modeMember: string | undefined): Iterable<Diagnostic> {
  const { model, operation, trait } = check;
  if (modeMember === undefined) yield error(check, missingProperty("requestValidationModeMember"));
  else yield* checkMember(check, input, "requestValidationModeMember", modeMember, validationModes);
  if (responseAlgorithmCount(trait) === 0) yield error(check, missingProperty("responseAlgorithms"));
  for (const shape of [operation.output, ...new Set(operation.errors)].map(structureOf(model))) {
    if (shape?.kind === "structure") yield* checksumHeaderConflicts(operation, shape);
  }
}

function structureOf(model: Model): (id: ShapeId) => RootShape | undefined {
  return (id) => model.shapes.get(id);
}

function missingProperty(property: string): string {
  return `The \`httpChecksum\` trait must model the \`${property}\` property to support response checksum behavior.`;
}

function* checkMember(
  check: Check,
  input: StructureShape,
  property: string,
  name: string | undefined,
  supported: readonly string[],
): Iterable<Diagnostic> {
  if (name === undefined) return;
  const problem = checksumEnumProblem(check.model, input.members.get(name), supported);
  if (problem !== undefined) {
    yield error(check, `The \`${property}\` property of the \`httpChecksum\` trait targets a member ${problem}`);
  }
}

function error({ operation, trait }: Check, message: string): Diagnostic {
  return shapeFinding("ERROR", "HttpChecksumTrait", operation, message, trait);
}
