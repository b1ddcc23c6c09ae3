/** Texts that end comments, strings, templates, regular expressions, fences, directives and elements. */
export const hostileText = [
  "*/ export const broken = 1; /*",
  '`${broken}` \\`\\${x} " \' \\" \\u0041 \\',
  "line\u2028separator\u2029paragraph\u0085next\r\nlast",
  "</script><!-- --> ]]> {{ mustache }} <% erb %>",
  "```\nfence\n```\n.. note:: directive\n:::\n---\n# heading",
  "@deprecated {@link broken} @ts-nocheck",
].join("\n\n");

const words =
  "abstract any as async await boolean break case catch class const constructor continue debugger declare default delete do else enum eval export extends false finally for from function get hasOwnProperty if implements import in infer instanceof interface is isPrototypeOf keyof let module namespace never new null number object of package private prototype protected public readonly require return satisfies set static string super switch symbol then this throw toString toJSON true try type typeof undefined unknown using valueOf var void while with yield __proto__ __defineGetter__".split(
    " ",
  );
/** What generated functions and modules call things themselves. */
const own =
  "arguments value path key report depth at index item items entry entries input output context options config client server handlers members message error errors result text encode decode receive parse self globalThis process Date JSON Object isLayer checkNode failType isObject pathOf".split(
    " ",
  );

export const memberNames: readonly string[] = [...new Set([...words, ...own])];

/** Names of shapes that mean something to the language, the runtime or another generated name. */
export const shapeNames: readonly string[] = [
  ..."Object Array Map Set Date Error Promise Record Readonly Function Symbol Proxy Reflect Uint8Array ReadableStream Request Response".split(
    " ",
  ),
  ..."Node NodeReceived isNode parseNode NodeSchema encodeNode decodeNode receiveNode checkNode dropNode NodeMembers nodeMembers".split(
    " ",
  ),
  ..."Class Default_ Hostile HostileClient createHostileServer HostileHandlers hostileService ServiceError JsonValue failType isObject pathOf FromList".split(
    " ",
  ),
];

const operationNames: readonly string[] = ["Everything", "Delete", "Constructor", "Function", "Everything_", "Then"];

type Traits = Readonly<Record<string, unknown>>;

const prelude = (name: string): string => `smithy.api#${name}`;
const local = (name: string): string => `hostile#${name}`;
const member = (target: string, traits: Traits = {}): object => ({ target, traits });
const documented: Traits = { "smithy.api#documentation": hostileText };

const enumValues: Readonly<Record<string, string>> = {
  QUOTES: "\"'`",
  BACKSLASH: "\\",
  TEMPLATE: "${x}",
  COMMENT: "*/",
  SEPARATOR: "a\u2028b\u2029c",
  EMOJI: "😀",
  PROTO: "__proto__",
  constructor: "constructor",
};

/** The hostile model in the JSON AST. */
export function hostileModel(): string {
  const members = Object.fromEntries(memberNames.map((name) => [name, member(prelude("String"), documented)]));
  const shapes: Record<string, unknown> = {
    [local("HostileService")]: {
      type: "service",
      version: "2026-01-01 */ `${version}`",
      operations: operationNames.map((name) => ({ target: local(name) })),
      traits: {
        ...documented,
        "aws.protocols#awsJson1_1": {},
        "aws.api#service": { sdkId: "Hostile", endpointPrefix: "hostile", arnNamespace: "hostile" },
        "smithy.api#title": "Title */ `${title}` <b>",
      },
    },
    [local("Words")]: {
      type: "structure",
      members: { ...members, constructor: member(prelude("String"), { "smithy.api#required": {} }) },
      traits: documented,
    },
    [local("Choice")]: {
      type: "union",
      members: Object.fromEntries(
        memberNames.slice(0, 40).map((name) => [name, member(prelude("Integer"), documented)]),
      ),
      traits: documented,
    },
    [local("ProtoChoice")]: {
      type: "union",
      members: {
        ["__proto__"]: member(prelude("String")),
        constructor: member(prelude("Integer")),
        other: member(local("Node")),
      },
    },
    [local("Level")]: {
      type: "intEnum",
      members: {
        LOW: member(prelude("Unit"), { "smithy.api#enumValue": -2147483648 }),
        default: member(prelude("Unit"), { "smithy.api#enumValue": 0 }),
      },
      traits: documented,
    },
    [local("Texts")]: {
      type: "enum",
      members: Object.fromEntries(
        Object.entries(enumValues).map(([name, value]) => [
          name,
          member(prelude("Unit"), { ...documented, "smithy.api#enumValue": value }),
        ]),
      ),
      traits: documented,
    },
    [local("Node")]: {
      type: "structure",
      members: {
        child: member(local("Node")),
        children: member(local("NodeList"), { "smithy.api#length": { max: 3 } }),
        byName: member(local("NodeMap")),
        choice: member(local("ProtoChoice")),
      },
    },
    [local("NodeList")]: { type: "list", member: { target: local("Node") } },
    [local("NodeMap")]: { type: "map", key: { target: prelude("String") }, value: { target: local("Node") } },
    [local("Slashes")]: { type: "string", traits: { "smithy.api#pattern": "^[/\"'`\\\\]*(?:\\*/|\\$\\{)?\u2028?$" } },
    [local("Units")]: { type: "string", traits: { "smithy.api#pattern": "^\\-[\\_]+$" } },
    [local("NotEcma")]: { type: "string", traits: { "smithy.api#pattern": "(?i)^a++$" } },
    [local("Evil")]: { type: "string", traits: { "smithy.api#pattern": "^([0-9]+)+$" } },
    [local("Looking")]: { type: "string", traits: { "smithy.api#pattern": "^(?=.*a)(a|aa)+$" } },
    [local("Broken")]: {
      type: "structure",
      members: Object.fromEntries(
        [
          "name",
          "stack",
          "cause",
          "fault",
          "statusCode",
          "requestId",
          "retryable",
          "constructor",
          "toString",
          "__proto__",
          "statusCode_",
          "shape",
        ].map((name) => [name, member(prelude("String"), documented)]),
      ),
      traits: {
        ...documented,
        "smithy.api#error": "client",
        "smithy.api#httpError": 418,
        "smithy.api#retryable": { throttling: true },
      },
    },
    [local("Numbered")]: {
      type: "structure",
      members: {
        message: member(prelude("Integer")),
        Message: member(prelude("String")),
        secret: member(local("Secret"), { "smithy.api#required": {} }),
        level: member(local("Texts")),
        choice: member(local("ProtoChoice")),
      },
      traits: { "smithy.api#error": "server" },
    },
    [local("Secret")]: { type: "string", traits: { "smithy.api#sensitive": {}, "smithy.api#pattern": "^[a-z]+$" } },
  };
  for (const name of shapeNames) {
    if (shapes[local(name)] !== undefined) continue;
    shapes[local(name)] = {
      type: "structure",
      members: { value: member(prelude("String"), { "smithy.api#required": {} }) },
    };
  }
  const everything = {
    words: member(local("Words")),
    choice: member(local("Choice")),
    protoChoice: member(local("ProtoChoice")),
    level: member(local("Level")),
    texts: member(local("Texts")),
    node: member(local("Node")),
    slashes: member(local("Slashes")),
    units: member(local("Units")),
    notEcma: member(local("NotEcma")),
    evil: member(local("Evil")),
    looking: member(local("Looking")),
    secret: member(local("Secret")),
    document: member(prelude("Document")),
    ...Object.fromEntries(shapeNames.map((name) => [`the${name}`, member(local(name))])),
  };
  shapes[local("EverythingInput")] = {
    type: "structure",
    members: everything,
    traits: { ...documented, "smithy.api#input": {} },
  };
  shapes[local("EverythingOutput")] = { type: "structure", members: everything, traits: { "smithy.api#output": {} } };
  shapes[local("OptionalWords")] = { type: "structure", members };
  for (const name of operationNames) {
    const first = name === "Everything";
    const others = name === "Then" ? local("OptionalWords") : prelude("Unit");
    if (shapes[local(name)] !== undefined) delete shapes[local(name)];
    shapes[local(name)] = {
      type: "operation",
      input: { target: first ? local("EverythingInput") : others },
      output: { target: first ? local("EverythingOutput") : others },
      errors: first ? [{ target: local("Broken") }, { target: local("Numbered") }] : [],
      traits: documented,
    };
  }
  delete everything["theFunction" as keyof typeof everything];
  return JSON.stringify({ smithy: "2.0", shapes });
}

/** A model of one structure, one enum and one union that are very large, and of a chain of structures that is very deep. */
export function hugeModel(size: number, protocols: readonly string[] = ["aws.protocols#awsJson1_1"]): string {
  const names = Array.from({ length: size }, (_, index) => `member${index}`);
  const chain = Array.from({ length: size / 100 }, (_, index): [string, unknown] => [
    local(`Link${index}`),
    {
      type: "structure",
      members: index + 1 < size / 100 ? { next: member(local(`Link${index + 1}`)) } : {},
    },
  ]);
  return JSON.stringify({
    smithy: "2.0",
    shapes: {
      [local("Huge")]: {
        type: "service",
        version: "1",
        operations: [{ target: local("Run") }],
        traits: Object.fromEntries(protocols.map((protocol) => [protocol, {}])),
      },
      [local("Run")]: {
        type: "operation",
        input: { target: local("RunInput") },
        output: { target: prelude("Unit") },
        traits: { "smithy.api#http": { method: "POST", uri: "/Run" } },
      },
      [local("RunInput")]: {
        type: "structure",
        members: {
          wide: member(local("Wide")),
          texts: member(local("ManyTexts")),
          choice: member(local("ManyChoices")),
          chain: member(local("Link0")),
        },
      },
      [local("Wide")]: {
        type: "structure",
        members: Object.fromEntries(names.map((name) => [name, member(prelude("Integer"))])),
      },
      [local("ManyTexts")]: {
        type: "enum",
        members: Object.fromEntries(
          names.map((name) => [name, member(prelude("Unit"), { "smithy.api#enumValue": name })]),
        ),
      },
      [local("ManyChoices")]: {
        type: "union",
        members: Object.fromEntries(names.map((name) => [name, member(prelude("String"))])),
      },
      ...Object.fromEntries(chain),
    },
  });
}
