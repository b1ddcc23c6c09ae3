import * as fc from "fast-check";
import { errorProperties } from "../../codegen/src/knowledge/error-properties.js";
import { eventStreamOf } from "../../codegen/src/knowledge/event-streams.js";
import { requestBindings, responseBindings, type HttpBinding } from "../../codegen/src/knowledge/http-bindings.js";
import { protocols } from "../../codegen/src/knowledge/protocols.js";
import { queryNameOf } from "../../codegen/src/knowledge/query-names.js";
import { httpTraitOf } from "../../codegen/src/knowledge/http-trait.js";
import { unitId, type OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { isStreaming } from "../../codegen/src/knowledge/traits.js";
import { nameOf } from "../../codegen/src/shapes/shape-id.js";
import type { StructureShape } from "../../codegen/src/shapes/shape.js";
import { differenceOf } from "../protocol-tests/values.js";
import { requestDifference } from "./compare-requests.js";
import { errorDifference, codeOf, inputDifference, outputDifference } from "./differences.js";
import { asFormHasIt, lacksRequired, withLengths, withNestedDefaults, withoutChecksums } from "./expectations.js";
import { OurClient } from "./our-client.js";
import { asClientHasIt, knownPart, type PeerOutcome } from "./peer.js";
import { PeerServer, type Answer, type Received } from "./peer-server.js";
import { withPatterns } from "./service-models.js";
import { bindsHttp, type Check, type Members, type Result, type Subject } from "./subject.js";
import { canonical } from "./tagged-values.js";
import { ValidValues } from "./valid-values.js";

/** Tries every operation that both know. */
export async function runService(subject: Subject): Promise<readonly Result[]> {
  const server = new PeerServer(subject.service);
  await server.listen();
  try {
    const run = new ServiceRun(subject, server);
    const results: Result[] = [];
    for (const operation of subject.service.index.operations) results.push(...(await run.operation(operation)));
    return results;
  } finally {
    server.close();
  }
}

class ServiceRun {
  readonly #subject: Subject;
  readonly #server: PeerServer;
  readonly #values: ValidValues;
  readonly #client: OurClient;
  /** Errors of operations before: an error is the same from each. */
  readonly #tried = new Set<StructureShape>();

  constructor(subject: Subject, server: PeerServer) {
    this.#subject = subject;
    this.#server = server;
    this.#client = new OurClient(subject.service, server);
    const patterns = Object.entries(subject.known.shapes).map(([name, { pattern }]) => [name, pattern] as const);
    this.#values = new ValidValues(withPatterns(subject.service.model, Object.fromEntries(patterns)));
  }

  async operation(operation: OperationInfo): Promise<readonly Result[]> {
    const { known, samples, service } = this.#subject;
    const name = nameOf(operation.shape.id);
    const shapes = known.operations[name];
    const skip = (skipped: string): readonly Result[] => [{ check: "inputs", operation: name, skipped }];
    if (shapes === undefined) return skip("the other client does not know it");
    if (operation.output.id === unitId && shapes.output !== undefined)
      return skip("the other model is of another time");
    if (hasAmbiguousNames(this.#subject, operation.input)) return skip("two members have one name in a form");
    if (eventStreamOf(service.model, operation.input.id) !== undefined) return skip("its input streams events");
    const isQuery = this.#subject.protocol.endsWith("Query");
    if (isQuery && eventStreamOf(service.model, operation.output.id) !== undefined)
      return skip("queries have no events");
    const isHttp = bindsHttp(this.#subject);
    const bindings = isHttp ? requestBindings(service.model, operation.shape) : [];
    const inputs = this.#sampled(operation.input, bindings, samples);
    const outputs = this.#sampled(
      operation.output,
      isHttp ? responseBindings(service.model, operation.shape) : [],
      samples,
    );
    if (inputs === undefined || outputs === undefined) return skip("no random text satisfies a pattern");
    const results: Result[] = [];
    for (const [index, sample] of inputs.entries()) {
      const input = this.#input(operation, knownPart(known, shapes.input, sample) as Members, index % 2 === 0);
      const output = knownPart(known, shapes.output, outputs[index]) as Members;
      if (lacksRequired(service.model, operation.input, input)) {
        results.push(...skip("a form has nothing of what is required"));
        continue;
      }
      results.push(...(await this.#exchange(operation, input, output)));
    }
    const input = this.#input(operation, knownPart(known, shapes.input, inputs[0]) as Members, false);
    for (const error of operation.errors) {
      if (this.#tried.has(error)) continue;
      this.#tried.add(error);
      results.push(...(await this.#error(operation, error, input)));
    }
    return results;
  }

  /** An input as the protocol can have it, every second one with nested defaults. */
  #input(operation: OperationInfo, sample: Members, isFilled: boolean): Members {
    const { service, protocol } = this.#subject;
    const filled = isFilled ? withNestedDefaults(service.model, operation.input, sample) : sample;
    return protocol.endsWith("Query") ? asFormHasIt(filled, protocol.endsWith("#awsQuery")) : filled;
  }

  #sampled(shape: StructureShape, bindings: readonly HttpBinding[], count: number): readonly Members[] | undefined {
    const values = this.#values.message(shape, bindings);
    if (values === undefined) return undefined;
    const found = fc.sample(values, { numRuns: count, seed: 7 }) as readonly Members[];
    return found.map((value) => withLengths(shape, withoutChecksums(shape, value)));
  }

  /** One call of the other client, and the same of ours. */
  async #exchange(operation: OperationInfo, input: Members, output: Members): Promise<readonly Result[]> {
    const name = nameOf(operation.shape.id);
    const [outcome, theirs] = await this.#call(operation, input, { output });
    if (outcome.kind === "refused" && theirs.request === undefined) {
      return [{ check: "inputs", operation: name, skipped: `the other client: ${outcome.reason}` }];
    }
    const result = (check: Check, problem: string | undefined): Result => ({
      check,
      operation: name,
      problem: problem && `${problem}\ninput ${shown(input)}`,
    });
    if (theirs.operation !== undefined && hasTwin(this.#subject, operation, theirs.operation)) {
      return [{ check: "inputs", operation: name, skipped: `only x-id would tell it from ${theirs.operation}` }];
    }
    if (theirs.operation !== operation.shape.id) {
      const what = theirs.operation === undefined ? "no handler was called" : `${theirs.operation} was called`;
      return [result("inputs", `${what}: ${shown(outcome)} ${requestText(theirs)}`)];
    }
    const problem =
      outcome.kind === "output"
        ? outputDifference(
            this.#subject,
            operation,
            output,
            outcome.output,
            this.#subject.known.operations[name]?.output,
          )
        : `${shown(outcome)} of ${shown(output)} ${String(theirs.problem ?? "")}`;
    return [
      result("inputs", inputDifference(this.#subject, operation, input, theirs.input)),
      result("outputs", problem),
      ...(await this.#ours(operation, input, output, theirs)).map(([check, found]) => result(check, found)),
    ];
  }

  async #ours(
    operation: OperationInfo,
    input: Members,
    output: Members,
    theirs: Received,
  ): Promise<readonly (readonly [Check, string | undefined])[]> {
    const { service } = this.#subject;
    this.#server.answer = { output };
    this.#server.take();
    const { found, failure } = await this.#client.call(operation, input, theirs.input);
    const { request } = this.#server.take();
    const differs =
      request === undefined || theirs.request === undefined
        ? `nothing was sent: ${failure ?? ""}`
        : requestDifference(theirs.request, request);
    // Our client fills nested defaults.
    const whole = canonical(withNestedDefaults(service.model, operation.input, input));
    const isWhole = differenceOf(whole, canonical(input)) === undefined;
    return [
      ...(isWhole ? [["requests", differs] as const] : []),
      ["our outputs", failure ?? outputDifference(this.#subject, operation, output, found)],
    ];
  }

  async #error(operation: OperationInfo, shape: StructureShape, input: Members): Promise<readonly Result[]> {
    const { service, known } = this.#subject;
    const name = `${nameOf(operation.shape.id)} ${nameOf(shape.id)}`;
    const bindings = bindsHttp(this.#subject) ? responseBindings(service.model, shape) : [];
    const sample = this.#sampled(shape, bindings, 1)?.[0];
    if (sample === undefined) return [{ check: "errors", operation: name, skipped: "no value of the error is found" }];
    const members = knownPart(known, known.errors[codeOf(this.#subject, shape)], sample) as Members;
    const ErrorClass = service.errors[service.names.errorClass(shape.id).name];
    if (ErrorClass === undefined) throw new Error(`There is no class of ${shape.id}`);
    const properties = errorProperties(service.model, shape);
    const given = Object.entries(members).map(([member, value]) => [properties.get(member) ?? member, value] as const);
    const error = new ErrorClass(Object.fromEntries(given));
    const [outcome, { operation: called, request, problem }] = await this.#call(operation, input, { error });
    // What is wrong with the input is told already.
    if (request === undefined || called !== operation.shape.id) return [];
    const difference =
      outcome.kind === "error"
        ? errorDifference(this.#subject, shape, members, outcome.error, request.method)
        : String(problem ?? "no error");
    const told = difference && `${difference}\nmembers ${shown(members)}\nfound ${shown(outcome)}`;
    return [{ check: "errors", operation: name, problem: told }];
  }

  async #call(operation: OperationInfo, input: Members, answer: Answer): Promise<readonly [PeerOutcome, Received]> {
    const { peer, sdkId, isForced, protocol, service, known } = this.#subject;
    const name = nameOf(operation.shape.id);
    this.#server.answer = answer;
    this.#server.take();
    const outcome = await peer.call({
      sdkId,
      serviceName: nameOf(service.index.service.id),
      protocol: isForced ? protocol : undefined,
      endpoint: this.#server.origin,
      operation: name,
      input: asClientHasIt(known, known.operations[name]?.input, input),
      streams: [...operation.input.members.values()].flatMap((member) =>
        isStreaming(service.model, member) ? [member.name] : [],
      ),
    });
    return [outcome, this.#server.take()];
  }
}

/** Whether another operation has method, path, and required parameters and headers in common: S3 tells such by host names. */
function hasTwin({ service }: Subject, operation: OperationInfo, called: string): boolean {
  const key = ({ shape }: OperationInfo): string => {
    const http = httpTraitOf(shape);
    const literals = [...(http?.uri.queryLiterals ?? [])].filter(([name]) => name !== "x-id");
    const required = requestBindings(service.model, shape).flatMap(({ member, location, locationName }) =>
      member.traits.has("smithy.api#required") && /^(?:query|header)$/.test(location) ? [locationName] : [],
    );
    return JSON.stringify([http?.method, http?.uri.segments, literals, required.toSorted()]);
  };
  const other = service.index.operations.find(({ shape }) => shape.id === called);
  return other !== undefined && other !== operation && key(other) === key(operation);
}

/** Models of services that no longer speak awsQuery may give one name to two members. */
function hasAmbiguousNames({ protocol }: Subject, { members }: StructureShape): boolean {
  const request = protocols.find(({ trait }) => trait === protocol)?.request;
  if (request !== "query" && request !== "ec2-query") return false;
  const names = [...members.values()].map((member) => queryNameOf(request, member));
  return new Set(names).size < names.length;
}

function requestText({ request, problem }: Received): string {
  if (request === undefined) return `there was no request ${String(problem ?? "")}`;
  return `${request.method} ${request.target} ${Buffer.from(request.body).toString()} ${String(problem ?? "")}`;
}

function shown(value: unknown): string {
  const plain = (_: string, one: unknown): unknown => {
    if (one instanceof Uint8Array) return Buffer.from(one).toString();
    return typeof one === "bigint" ? String(one) : one;
  };
  const text = JSON.stringify(value, plain) ?? "nothing";
  return text.length > 900 ? `${text.slice(0, 900)}…` : text;
}
