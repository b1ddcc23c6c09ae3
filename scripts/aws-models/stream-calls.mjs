// Calls of the operations of a model that stream events, with values made up from it: signed, over sockets, between generated client and server.
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { sigV4Authenticator } from "@tsmith/runtime/aws";
import { createNodeServer } from "@tsmith/runtime/node";
import { plainValue } from "./sample-call.mjs";

const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const region = "us-east-1";

/** Operations that stream events: their names, and what is sent each way. */
export function streamCalls({ shapes }) {
  return Object.entries(shapes).flatMap(([id, shape]) => {
    if (shape.type !== "operation") return [];
    const input = streamOf(shapes, shape.input?.target);
    const output = streamOf(shapes, shape.output?.target);
    if (input.events === undefined && output.events === undefined) return [];
    const name = id.slice(id.indexOf("#") + 1);
    const values = (target, isWanted) => members(shapes, target, 0, isWanted);
    return [
      {
        operation: name[0].toLowerCase() + name.slice(1),
        input: { ...input, value: values(shape.input?.target, (traits) => "smithy.api#required" in traits) },
        output: { ...output, value: values(shape.output?.target, () => true) },
      },
    ];
  });
}

/** The name that requests of the model's service are signed for. */
export function signingNameOf({ shapes }) {
  const service = Object.values(shapes).find(({ type }) => type === "service");
  return service?.traits?.["aws.auth#sigv4"]?.name;
}

/** The member that streams, and an event of each kind. */
function streamOf(shapes, id) {
  for (const [member, { target }] of Object.entries(shapes[id]?.members ?? {})) {
    if (!isEventStream(shapes[target])) continue;
    const events = Object.entries(shapes[target].members).flatMap(([name, event]) =>
      "smithy.api#error" in (shapes[event.target].traits ?? {})
        ? []
        : [{ [name]: members(shapes, event.target, 0, () => true) }],
    );
    return { member, events };
  }
  return {};
}

function isEventStream(shape) {
  return shape?.type === "union" && "smithy.api#streaming" in (shape.traits ?? {});
}

function members(shapes, id, depth, isWanted) {
  const entries = Object.entries(shapes[id]?.members ?? {}).flatMap(([name, member]) => {
    const traits = { ...shapes[member.target]?.traits, ...member.traits };
    if (isEventStream(shapes[member.target]) || !isWanted(member.traits ?? {})) return [];
    const value = sampleValue(shapes, member.target, traits, depth);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function sampleValue(shapes, id, traits, depth) {
  if ("smithy.api#httpResponseCode" in traits) return 200;
  if (depth > 4) return undefined;
  const shape = shapes[id];
  const item = (target) => sampleValue(shapes, target, shapes[target]?.traits ?? {}, depth + 1);
  const list = (value) => (value === undefined ? [] : [value]);
  switch (shape?.type ?? id.replace("smithy.api#", "").toLowerCase()) {
    case "structure":
      return members(shapes, id, depth + 1, () => true);
    case "union": {
      const [[name, { target }]] = Object.entries(shape.members);
      return { [name]: item(target) };
    }
    case "list": {
      const { min = 1 } = traits["smithy.api#length"] ?? {};
      return list(item(shape.member.target)).flatMap((value) => Array.from({ length: min }, () => value));
    }
    case "map":
      return Object.fromEntries(list(item(shape.value.target)).map((value) => ["sample", value]));
    case "blob":
      return new Uint8Array([0, 1, 254, 255]);
    case "timestamp":
      return new Date(1_700_000_000_000);
    case "float":
    case "double":
      return 0.5;
    default:
      return plainValue(id, shape, traits);
  }
}

/** Calls the operation; what is wrong, if anything is. */
export async function exchangeStreams(Client, createServer, signingName, { operation, input, output }) {
  const received = {};
  const handlers = {
    async [operation](given) {
      const { [input.member]: events, ...rest } = given;
      received.value = rest;
      received.events = await collect(events);
      return { ...output.value, [output.member]: each(output.events ?? []) };
    },
  };
  const authenticator = sigV4Authenticator({ region, service: signingName, credentialsOf: () => credentials });
  const http = createNodeServer(createServer(handlers, { authenticator }));
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const client = new Client({
    region,
    credentials,
    endpoint: `http://127.0.0.1:${http.address().port}`,
    maximumAttempts: 1,
  });
  try {
    const { [output.member]: events, ...rest } = await client[operation]({
      ...input.value,
      ...(input.member === undefined ? {} : { [input.member]: each(input.events) }),
    });
    return [
      ["input", input.value, received.value],
      ["events of the input", input.events ?? [], received.events],
      ["output", output.value, rest],
      ["events of the output", output.events ?? [], await collect(events)],
    ]
      .filter(([, sent, got]) => !keeps(plain(got), plain(sent)))
      .map(([what, sent, got]) => `${what}: ${JSON.stringify(sent)} became ${JSON.stringify(got)}`)
      .join("\n");
  } finally {
    client.close?.();
    http.closeAllConnections();
    http.close();
  }
}

/** Whether everything that was sent is there; what else is are defaults. */
function keeps(got, sent) {
  if (Array.isArray(sent)) {
    return Array.isArray(got) && got.length === sent.length && sent.every((item, index) => keeps(got[index], item));
  }
  const isPlain = typeof sent === "object" && sent !== null && Object.getPrototypeOf(sent) === Object.prototype;
  if (!isPlain || typeof got !== "object" || got === null) return isDeepStrictEqual(got, sent);
  return Object.entries(sent).every(([name, value]) => keeps(got[name], value));
}

async function* each(values) {
  yield* values;
}

async function collect(stream) {
  const all = [];
  for await (const event of stream ?? []) all.push(event);
  return all;
}

/** The same without classes of bytes that only Node has, and without what is undefined. */
function plain(value) {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plain(item)]])),
  );
}
