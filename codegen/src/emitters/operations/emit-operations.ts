import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { docCommentOf } from "../../emit/doc-comment.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { stringLiteral } from "../../emit/escape.js";
import { code, literal, type Code } from "../../emit/literal.js";
import { constant } from "../../emit/structures.js";
import { runtimeType, runtimeValue } from "../../emit/symbol.js";
import { typeExpression } from "../../emit/type-expression.js";
import { createTypeScriptFile, type TypeScriptFile } from "../../emit/typescript-file.js";
import { effectiveAuth } from "../../knowledge/auth.js";
import { eventStreamOf } from "../../knowledge/event-streams.js";
import { awsServiceInfo } from "../../knowledge/aws-service.js";
import { clientProtocolOf, hasEventStreams, protocolList, type Protocol } from "../../knowledge/protocols.js";
import { serviceIndex, unitId, type OperationInfo } from "../../knowledge/service-index.js";
import { nameOf } from "../../shapes/shape-id.js";
import { callSteps, pure, signsAsS3 } from "./call-steps.js";
import { rpcEventsFunction, rpcEventStreams } from "./event-streams.js";
import { hostPrefixFunction } from "./host-prefix.js";
import { wireFunctions } from "./wire-functions.js";

/** `src/operations.ts`: the service's facts, and a function for each operation with what its protocol needs to know. */
export const emitOperations: Emitter = (input) => {
  const { service, operations } = serviceIndex(input.model, input.service);
  const protocol = clientProtocolOf(service);
  if (protocol === undefined) return { files: [], diagnostics: [noProtocol(input)] };
  const file = createTypeScriptFile("src/operations.ts", input.names);
  const diagnostics: Diagnostic[] = [];
  addServiceInfo(input, file);
  for (const operation of operations) addOperation(input, file, protocol, operation, diagnostics);
  return { files: [file.plan()], diagnostics };
};

function addServiceInfo(input: EmitterInput, file: TypeScriptFile): void {
  const { service } = serviceIndex(input.model, input.service);
  file.add(
    constant({
      name: input.names.serviceInfo.name,
      docs: "Facts of the service that its operations share.",
      type: file.use(runtimeType("client", "ServiceInfo")),
      value: literal({ shape: service.id, version: service.version, ...awsServiceInfo(service) }),
    }),
  );
}

function addOperation(
  input: EmitterInput,
  file: TypeScriptFile,
  protocol: Protocol,
  operation: OperationInfo,
  diagnostics: Diagnostic[],
): void {
  const { model, names } = input;
  const make = file.use(runtimeValue(`protocols/${protocol.room}/client`, `${protocol.name}Operation`));
  const types = { ...input, use: file.use };
  const inputType = typeExpression(types, operation.input, "written");
  const outputType = typeExpression(types, operation.output, "received");
  const docs = docCommentOf(model, operation.shape);
  const throws = operation.errors.map((error) => ({ name: "throws", text: names.errorClass(error.id).name }));
  const steps = callSteps(model, file, serviceIndex(model, input.service).service, operation);
  const facts = {
    service: code(names.serviceInfo.name),
    name: nameOf(operation.shape.id),
    signers: signersOf(input, file, protocol, operation, protocol.binding === "rpc" && steps.length === 0, diagnostics),
    fillIn: tokenFunction(file, operation),
    hostPrefix: hostPrefixFunction(file, operation, diagnostics),
    validator: operation.input.id === unitId ? undefined : names.parse(operation.input.id).name,
    ...wireFunctions(input, file, protocol, operation),
  };
  const plain = `${make}(${literal(facts, { indent: steps.length === 0 ? 0 : 2 })})`;
  const events = rpcEventStreams(input, file, protocol, operation);
  const made = `${pure}${events === undefined ? plain : `${rpcEventsFunction(file)}(${plain}, ${events})`}`;
  const value = isQueryCompatible(input, protocol)
    ? `${pure}${file.use(runtimeValue("client", "queryCompatible"))}(${made.slice(pure.length)})`
    : made;
  file.add(
    constant({
      name: names.operation(operation.shape.id).name,
      docs: { ...docs, tags: [...(docs.tags ?? []), ...throws] },
      type: `${file.use(runtimeType("client", "Operation"))}<${inputType}, ${outputType}>`,
      value:
        steps.length === 0
          ? value
          : `${pure}${file.use(runtimeValue("client", "withSteps"))}(${lines(value, ...steps)})`,
    }),
  );
}

/** Arguments, a line each. */
function lines(...expressions: readonly string[]): string {
  return `\n${expressions.map((expression) => `  ${expression},\n`).join("")}`;
}

/** Whether the service came from the query protocol and gives its codes of then to clients that ask for them. */
function isQueryCompatible(input: EmitterInput, { response }: Protocol): boolean {
  return (
    response !== "xml" &&
    serviceIndex(input.model, input.service).service.traits.has("aws.protocols#awsQueryCompatible")
  );
}

/** Authentication schemes that the runtime knows, and the signers of `@tsmith/runtime/aws` for them: those for any target, and for a protocol's own. */
const knownSigners: ReadonlyMap<string, Readonly<Record<"any" | "own", string>>> = new Map([
  ["aws.auth#sigv4", { any: "sigV4", own: "rpcSigV4" }],
]);

function signersOf(
  input: EmitterInput,
  file: TypeScriptFile,
  protocol: Protocol,
  operation: OperationInfo,
  hasOwnTarget: boolean,
  diagnostics: Diagnostic[],
): readonly Code[] | undefined {
  const { service } = serviceIndex(input.model, input.service);
  const schemes = effectiveAuth(input.model, service, operation.shape);
  const signers = schemes.flatMap((scheme) => knownSigners.get(scheme)?.[hasOwnTarget ? "own" : "any"] ?? []);
  if (schemes.length > 0 && signers.length === 0) {
    diagnostics.push({
      code: "emit/no-signer",
      severity: "WARNING",
      shape: operation.shape.id,
      ...(operation.shape.location === undefined ? {} : { location: operation.shape.location }),
      message: `No authentication scheme of ${nameOf(operation.shape.id)} is known to clients (${schemes.join(", ")}), so that requests go without.`,
      suggestion: `Add one of ${[...knownSigners.keys()].map((scheme) => `@${scheme}`).join(", ")}, or give clients a \`signer\`.`,
    });
  }
  if (signers.length === 0) return undefined;
  if (signsAsS3(service)) return [code(file.use(runtimeValue("aws/customisations", "s3SigV4")))];
  if (hasEventStreams(protocol) && eventStreamOf(input.model, operation.input.id) !== undefined) {
    return [code(file.use(runtimeValue("event-stream", "sigV4Events")))];
  }
  return signers.map((name) => code(file.use(runtimeValue("aws/sigv4", name))));
}

/** The function that makes a token where the caller gave none, as code. */
function tokenFunction(file: TypeScriptFile, { input }: OperationInfo): Code | undefined {
  const token = [...input.members.values()].find(({ traits }) => traits.has("smithy.api#idempotencyToken"));
  if (token === undefined) return undefined;
  return code(`${file.use(runtimeValue("client", "idempotencyToken"))}(${stringLiteral(token.name)})`);
}

function noProtocol(input: EmitterInput): Diagnostic {
  return {
    code: "emit/no-client-protocol",
    severity: "WARNING",
    shape: input.service,
    message: `${nameOf(input.service)} has no protocol that a client can speak, so that there is no client.`,
    suggestion: `Add one of ${protocolList()}.`,
  };
}
