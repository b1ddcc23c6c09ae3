import * as fc from "fast-check";
import { randomModel } from "../../codecs/random-model.js";

interface Member {
  target: string;
  traits: Record<string, unknown>;
}
interface AstShape {
  readonly type: string;
  readonly members?: Record<string, Member>;
  readonly member?: Member;
  readonly key?: Member;
  readonly value?: Member;
}
type Shapes = Record<string, AstShape | Readonly<Record<string, unknown>>>;
type Choose = <T>(choices: readonly T[]) => T;

const texts = ["String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double", "BigInteger", "BigDecimal"];
const scalars = [...texts.map((name) => `smithy.api#${name}`), "smithy.api#Timestamp", "x#Color", "x#Size"];
const formats = ["epoch-seconds", "date-time", "http-date"];
const defaults: Readonly<Record<string, unknown>> = {
  "smithy.api#String": 'by "default"',
  "smithy.api#Integer": 7,
  "smithy.api#Boolean": true,
  "smithy.api#Double": 1.5,
  "smithy.api#Long": 9_007_199_254_740_991,
  "smithy.api#Timestamp": 0,
  "smithy.api#Blob": "YQ==",
  "x#Color": "GREEN",
  "x#Size": 1,
};

/** Namespaces of elements, with the prefix that names of members may begin with. */
const namespaces = [{ uri: "http://a" }, { uri: "http://b", prefix: "b" }];

/** The label that takes several segments of the path. */
export const greedyLabel = "rest";

/** The member for a query parameter that also stands in the map of all of them; it is called `shared` on the wire. */
export const sharedQuery = "sharedQuery";

/** A model of one service, and whether its shapes have documents, which forms and XML do not carry. */
export interface ModelPlan {
  readonly seed: number;
  readonly size: number;
  /** Shape ids of protocol traits. The service's client speaks the first. */
  readonly protocols: readonly string[];
  readonly hasDocuments: boolean;
}

/**
 * The JSON AST of a service of several protocols: operations whose members are random shapes in the body, and operations whose members are
 * bound to every place of an HTTP message, each with an output and an error of its own.
 */
export function boundModel({ seed, size, protocols, hasDocuments }: ModelPlan): string {
  const { shapes } = JSON.parse(randomModel(seed, size)) as { readonly shapes: Shapes };
  const numbers = fc.sample(fc.nat(), { seed: seed + 1, numRuns: 400 });
  let next = 0;
  const choose: Choose = (choices) => choices[(numbers[next++ % numbers.length] ?? 0) % choices.length] as never;
  for (const shape of Object.values(shapes)) giveTraits(shapes, shape as AstShape, hasDocuments, choose);
  const operations: string[] = [];
  for (let index = 0; index < size; index++) {
    const body = { member: member(`x#S${index}`) };
    const input = { ...body, token: member("smithy.api#String", { idempotencyToken: {} }) };
    addOperation(shapes, `Op${index}`, { uri: `/Op${index}`, input, output: body, error: body }, steps[index % 4]);
    operations.push(`x#Op${index}`);
  }
  for (let index = 0; index < 4; index++) {
    addOperation(shapes, `Bound${index}`, boundOperation(shapes, index, size, choose, hasDocuments), steps[index]);
    operations.push(`x#Bound${index}`);
  }
  shapes["x#Service"] = {
    type: "service",
    version: "1",
    operations: operations.map((target) => ({ target })),
    traits: Object.fromEntries([
      ...protocols.map((protocol) => [protocol, {}]),
      ["smithy.api#xmlNamespace", { uri: "http://x" }],
    ]),
  };
  return JSON.stringify({ smithy: "2.0", shapes });
}

function member(target: string, traits: Readonly<Record<string, unknown>> = {}): Member {
  const entries = Object.entries(traits).map(([name, value]) => [`smithy.api#${name}`, value]);
  return { target, traits: Object.fromEntries(entries) as Record<string, unknown> };
}

/** The traits that change names and defaults, here and there. */
function giveTraits(shapes: Shapes, shape: AstShape, hasDocuments: boolean, choose: Choose): void {
  if (shape.type === "enum" || shape.type === "intEnum") return;
  const give = (to: Member, trait: string, value: unknown = {}): void => {
    if (choose([true, false, false])) to.traits[`smithy.api#${trait}`] = value;
  };
  for (const [name, one] of Object.entries({ item: shape.member, key: shape.key, value: shape.value })) {
    if (one === undefined) continue;
    Object.assign(one, { traits: one.traits ?? {} });
    if (one.target === "smithy.api#Document" && !hasDocuments) one.target = "smithy.api#String";
    give(one, "xmlName", `x-${name}`);
    if (name === "key" && choose([true, false, false])) one.target = "x#Color";
    give(one, "xmlNamespace", choose(namespaces));
  }
  const own = shape as { traits?: Record<string, unknown> };
  if (shape.type === "structure" || shape.type === "union") {
    own.traits ??= {};
    if (choose([true, false])) own.traits["smithy.api#xmlName"] = choose(["Root", "b:Root"]);
    if (choose([true, false])) own.traits["smithy.api#xmlNamespace"] = choose(namespaces);
  }
  if (shape.type === "union" && choose([true, false])) {
    Object.assign(shape.members ?? {}, { nothing: member("smithy.api#Unit") });
  }
  for (const [name, one] of Object.entries(shape.members ?? {})) {
    one.traits ??= {};
    if (one.target === "smithy.api#Document" && !hasDocuments) one.target = "smithy.api#String";
    give(one, "xmlName", choose([`x-${name}`, `b:${name}`]));
    give(one, "xmlNamespace", choose(namespaces));
    give(one, "jsonName", `json ${name}`);
    if (choose([true, false, false, false])) one.traits["aws.protocols#ec2QueryName"] = `Ec2-${name}`;
    const kind = (shapes[one.target] as AstShape | undefined)?.type ?? "";
    if (kind === "list" || kind === "map") give(one, "xmlFlattened");
    if (shape.type !== "structure") continue;
    if (scalars.includes(one.target)) give(one, "xmlAttribute");
    if (one.target in defaults && !("smithy.api#required" in one.traits)) give(one, "default", defaults[one.target]);
  }
}

interface OperationPlan {
  readonly uri: string;
  readonly input: Readonly<Record<string, Member>>;
  readonly output: Readonly<Record<string, Member>>;
  readonly error: Readonly<Record<string, Member>>;
}

/** Traits of operations that say what is done with a body before it is sent. */
const steps: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { "smithy.api#requestCompression": { encodings: ["gzip"] } },
  { "smithy.api#httpChecksumRequired": {} },
  { "smithy.api#requestCompression": { encodings: ["gzip"] }, "smithy.api#httpChecksumRequired": {} },
];

function addOperation(
  shapes: Shapes,
  name: string,
  { uri, input, output, error }: OperationPlan,
  traits: Readonly<Record<string, unknown>> = {},
): void {
  shapes[`x#${name}Input`] = { type: "structure", members: { ...input } };
  shapes[`x#${name}Output`] = { type: "structure", members: { ...output } };
  shapes[`x#${name}Error`] = { type: "structure", members: { ...error }, traits: { "smithy.api#error": "client" } };
  shapes[`x#${name}`] = {
    type: "operation",
    input: { target: `x#${name}Input` },
    output: { target: `x#${name}Output` },
    errors: [{ target: `x#${name}Error` }],
    traits: { "smithy.api#http": { method: "POST", uri, code: 200 }, ...traits },
  };
}

/** An operation with a member in each place, of shapes that may stand there. Even ones have a payload, odd ones a document. */
function boundOperation(
  shapes: Shapes,
  index: number,
  size: number,
  choose: Choose,
  hasDocuments: boolean,
): OperationPlan {
  let count = 0;
  const scalar = (traits: Readonly<Record<string, unknown>> = {}): Member => {
    const target = choose(scalars);
    const format = target === "smithy.api#Timestamp" && choose([true, false]) ? choose(formats) : undefined;
    return member(target, { ...traits, ...(format === undefined ? {} : { timestampFormat: format }) });
  };
  const define = (shape: Readonly<Record<string, unknown>>): string => {
    const id = `x#Bound${index}Shape${count++}`;
    shapes[id] = shape;
    return id;
  };
  const list = (traits: Readonly<Record<string, unknown>>): Member =>
    member(define({ type: "list", member: scalar() }), traits);
  const media = define({ type: "string", traits: { "smithy.api#mediaType": "application/json" } });
  const strings = define({
    type: "map",
    key: { target: "smithy.api#String" },
    value: { target: "smithy.api#String" },
  });
  const stringLists = define({
    type: "map",
    key: { target: "smithy.api#String" },
    value: { target: define({ type: "list", member: { target: "smithy.api#String" } }) },
  });
  const structures = Array.from({ length: size }, (_, at) => `x#S${at}`).filter((id) =>
    ["structure", "union"].includes((shapes[id] as AstShape).type),
  );
  const payloads = ["smithy.api#String", "smithy.api#Blob", "x#Color", media, ...structures];
  // A payload that is an error's whole body has no place for the name that XML has in it.
  const body = (hasPayload = index % 2 === 0): Record<string, Member> =>
    hasPayload
      ? { payload: member(choose(hasDocuments ? [...payloads, "smithy.api#Document"] : payloads), { httpPayload: {} }) }
      : { one: member(`x#S${choose([0, 1, 2, 3])}`), two: scalar({ jsonName: "2", xmlName: "two-2" }) };
  const headers = (): Record<string, Member> => ({
    text: member("smithy.api#String", { httpHeader: "X-Text" }),
    scalar: scalar({ httpHeader: "X-Scalar" }),
    list: list({ httpHeader: "X-List" }),
    textList: member(define({ type: "list", member: { target: "smithy.api#String" } }), { httpHeader: "X-Texts" }),
    media: member(media, { httpHeader: "X-Media" }),
    prefixed: member(strings, { httpPrefixHeaders: "X-Meta-" }),
  });
  const query: Readonly<Record<string, Member>> =
    index < 2
      ? {
          queryText: member("smithy.api#String", { httpQuery: "q & a" }),
          query: scalar({ httpQuery: "q" }),
          queries: list({ httpQuery: "Q" }),
        }
      : {
          parameters: member(index === 2 ? strings : stringLists, { httpQueryParams: {} }),
          [sharedQuery]: member("smithy.api#String", { httpQuery: "shared" }),
        };
  return {
    uri: `/Bound${index}/{label}/{${greedyLabel}+}/end`,
    input: {
      label: scalar({ httpLabel: {}, required: {} }),
      [greedyLabel]: member("smithy.api#String", { httpLabel: {}, required: {} }),
      ...query,
      ...headers(),
      ...body(),
    },
    output: { ...headers(), ...body(), status: member("smithy.api#Integer", { httpResponseCode: {} }) },
    error: { ...headers(), ...body(index % 2 === 0 && hasDocuments) },
  };
}
