import { hostileModel, hostileText, memberNames } from "./hostile-model.js";

/** Protocols that one service may list together, and whether its shapes may have documents. */
export const hostileGroups: readonly { readonly protocols: readonly string[]; readonly hasDocuments: boolean }[] = [
  {
    hasDocuments: true,
    protocols: [
      "aws.protocols#restJson1",
      "aws.protocols#awsJson1_0",
      "aws.protocols#awsJson1_1",
      "smithy.protocols#rpcv2Cbor",
      "smithy.protocols#rpcv2Json",
    ],
  },
  { hasDocuments: false, protocols: ["aws.protocols#restXml", "aws.protocols#awsQuery", "aws.protocols#ec2Query"] },
];

interface Ast {
  readonly smithy: string;
  readonly shapes: Record<string, AstShape>;
}
interface AstShape {
  readonly type: string;
  readonly traits?: Record<string, unknown>;
  readonly members?: Record<string, AstMember>;
  operations?: { readonly target: string }[];
}
interface AstMember {
  readonly target: string;
  readonly traits?: Record<string, unknown>;
}

const local = (name: string): string => `hostile#${name}`;
const text = (traits: Readonly<Record<string, unknown>> = {}): AstMember => ({
  target: "smithy.api#String",
  traits: Object.fromEntries(Object.entries(traits).map(([name, value]) => [`smithy.api#${name}`, value])),
});

/** Names that mean something to what reads and writes HTTP messages. */
const bindingNames = [
  ..."headers query body path method request response status lines payload labels header text read names uri prefix".split(
    " ",
  ),
  ..."addQuery isPresent encodeHeader decodeHeaderList escapeUri BoundRequest HttpAnswer RequestParts".split(" "),
];
/** Names that generated functions of some format, or what they call, would have. */
const takenNames = [
  ..."encodeCborNode decodeXmlNode receiveRestJsonNode decodeQueryNode encodeEc2QueryNode readCborNode writeXmlNode".split(
    " ",
  ),
  ..."requestXmlBound readRequestRestJsonBound respondXmlBound receiveResponseRestJsonBound".split(" "),
  ..."XmlReader CborReader CborWriter FormNode HttpAnswer HttpWire BoundRequest RequestParts Draft DecodeError".split(
    " ",
  ),
  ..."readText writeText encodeXmlString addQuery isPresent setMember openMap hasMore skipItem locate keys".split(" "),
  ..."operations errors definition jsonWire cborWire restXmlWire restJsonWire queryWire ec2QueryWire".split(" "),
];

export const boundNames: readonly string[] = [...new Set([...memberNames, ...bindingNames])];

/** A value for the member of each of the structures that are called so. */
export const takenValues: Readonly<Record<string, unknown>> = Object.fromEntries(
  takenNames.map((name) => [`a${name}`, { value: name, self: { value: name } }]),
);

const pathNames = ["class", "arguments", "__proto__", "constructor", "request"];

/** Members bound to places of HTTP messages, more of them than one function reads in one piece. */
function boundInput(count: number): Record<string, AstMember> {
  const labels = pathNames.map((name) => [name, text({ httpLabel: {}, required: {} })] as const);
  const others = boundNames.filter((name) => !pathNames.includes(name));
  const named = others.map((name, index) =>
    index % 2 === 0
      ? ([name, text({ httpQuery: `${name} &="'\`\${x}*/ ${index}` })] as const)
      : ([name, text({ httpHeader: `X-${index}` })] as const),
  );
  const many = Array.from({ length: count }, (_, index) => [
    [`q${index}`, text({ httpQuery: `q${index}` })] as const,
    [`h${index}`, text({ httpHeader: `H-${index}` })] as const,
  ]).flat();
  return Object.fromEntries([...labels, ...named, ...many]);
}

function boundOutput(count: number): Record<string, AstMember> {
  const named = boundNames.map(
    (name, index) => [name, text(index % 2 === 0 ? { httpHeader: `X-${index}` } : {})] as const,
  );
  const many = Array.from({ length: count }, (_, index) => [`h${index}`, text({ httpHeader: `H-${index}` })] as const);
  return Object.fromEntries([...named, ...many]);
}

/** {@link hostileModel} for a service of these protocols, with operations whose members are bound to HTTP messages. */
export function hostileProtocolsModel(protocols: readonly string[], hasDocuments: boolean, count = 60): string {
  const { smithy, shapes } = JSON.parse(hostileModel()) as Ast;
  const service = shapes[local("HostileService")];
  if (service?.traits === undefined || service.operations === undefined) throw new Error("The service is missing");
  delete service.traits["aws.protocols#awsJson1_1"];
  for (const protocol of protocols) service.traits[protocol] = {};
  service.traits["smithy.api#xmlNamespace"] = { uri: "http://a/\"'<&>`${x}*/", prefix: "constructor" };
  for (const { target } of service.operations) addHttp(shapes[target], `/${target.slice(target.indexOf("#") + 1)}`);
  for (const shape of Object.values(shapes)) addNames(shape);
  if (!hasDocuments) {
    for (const name of ["EverythingInput", "EverythingOutput"]) delete shapes[local(name)]?.members?.["document"];
  }
  for (const name of takenNames) {
    const traits = { "smithy.api#xmlName": name };
    shapes[local(name)] = { type: "structure", members: { value: text(), self: { target: local(name), traits } } };
    for (const side of ["EverythingInput", "EverythingOutput"]) {
      Object.assign(shapes[local(side)]?.members ?? {}, { [`a${name}`]: { target: local(name), traits: {} } });
    }
  }
  Object.assign(shapes[local("Numbered")]?.traits ?? {}, {
    "aws.protocols#awsQueryError": { code: "Code\"'<&>`${x}*/", httpResponseCode: 599 },
  });
  shapes[local("BoundInput")] = { type: "structure", members: boundInput(count) };
  shapes[local("BoundOutput")] = { type: "structure", members: boundOutput(count) };
  shapes[local("BoundError")] = {
    type: "structure",
    members: { ...boundOutput(count), message: text({ httpHeader: "X-Message" }) },
    traits: { "smithy.api#error": "client" },
  };
  shapes[local("Bound")] = {
    type: "operation",
    traits: {},
    ...{
      input: { target: local("BoundInput") },
      output: { target: local("BoundOutput") },
      errors: [{ target: local("BoundError") }],
    },
  };
  addHttp(shapes[local("Bound")], `/bound/${pathNames.map((name) => `{${name}}`).join("/")}?fixed`);
  service.operations.push({ target: local("Bound") });
  return JSON.stringify({ smithy, shapes });
}

function addHttp(operation: AstShape | undefined, uri: string): void {
  Object.assign(operation?.traits ?? {}, { "smithy.api#http": { method: "POST", uri, code: 200 } });
}

/** Names on the wire that end strings, or that every object inherits. */
function addNames({ type, members = {} }: AstShape): void {
  if (type !== "structure" && type !== "union") return;
  for (const [index, [name, member]] of Object.entries(members).entries()) {
    if (member.traits === undefined || member.target === "smithy.api#Unit") continue;
    if (index % 3 === 0) member.traits["smithy.api#jsonName"] = `${name} ${index === 0 ? "__proto__" : hostileText}`;
    if (index % 3 === 1) member.traits["smithy.api#xmlName"] = `constructor:x-${index}`;
    if (index % 3 === 2)
      member.traits["smithy.api#xmlNamespace"] = { uri: "http://b/\"'<&>`${x}*/", prefix: "valueOf" };
    if (type === "structure" && index % 5 === 4 && member.target === "smithy.api#String") {
      member.traits["smithy.api#xmlAttribute"] = {};
    }
  }
}
