import type { OperationInfo } from "../../codegen/src/knowledge/service-index.js";
import { defaultOf, lengthOf, stringTrait } from "../../codegen/src/knowledge/traits.js";
import { isNodeArray, isNodeObject, nodeMember } from "../../codegen/src/shapes/node.js";
import { expectShape, type Model } from "../../codegen/src/shapes/model.js";
import type { MemberShape, RootShape, StructureShape } from "../../codegen/src/shapes/shape.js";

type Members = Readonly<Record<string, unknown>>;

/**
 * The members of an input that clients fill by themselves: idempotency tokens ("idempotencyToken trait"), the algorithm of a checksum and the
 * headers with checksums ("httpChecksum trait", "httpChecksumRequired trait"), and headers that say what the body is and what is asked for.
 */
export function filledByClients({ shape, input }: OperationInfo): ReadonlySet<string> {
  const checksum = shape.traits.get("aws.protocols#httpChecksum")?.value;
  const algorithm = nodeMember(checksum, "requestAlgorithmMember");
  const names = [...input.members.values()].flatMap((member) => {
    const header = stringTrait(member, "smithy.api#httpHeader") ?? "";
    const isFilled =
      /^(?:x-amz-checksum-.*|x-amz-sdk-checksum-algorithm|x-amz-sha256-tree-hash|content-(?:md5|type|length)|accept|.*-customer-key-md5)$/i.test(
        header,
      );
    return member.traits.has("smithy.api#idempotencyToken") || isFilled ? [member.name] : [];
  });
  return new Set([...names, ...(typeof algorithm === "string" ? [algorithm] : [])]);
}

/** A message without checksums of its own: whoever gets one checks what it was made of, and clients make their own. */
export function withoutChecksums(shape: StructureShape, message: Members): Members {
  const isChecksum = (name: string): boolean => {
    const member = shape.members.get(name);
    const header = member === undefined ? undefined : stringTrait(member, "smithy.api#httpHeader");
    return /^(?:x-amz-checksum-(?!algorithm|mode|type).*|content-md5|x-amz-sha256-tree-hash)$/i.test(header ?? "");
  };
  return Object.fromEntries(Object.entries(message).filter(([name]) => !isChecksum(name)));
}

/** A value without what leaves no element in XML: flattened lists and maps that are empty ("xmlFlattened trait"). */
export function asXmlHasIt(model: Model, shape: RootShape, value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date || value instanceof Uint8Array) return value;
  const each = (member: MemberShape, one: unknown): unknown =>
    asXmlHasIt(model, expectShape(model, member.target), one);
  if (Array.isArray(value)) return shape.kind === "list" ? value.map((one) => each(shape.member, one)) : value;
  if (shape.kind === "map") return mapped(value as Members, (_, one) => each(shape.value, one));
  return mapped(
    value as Members,
    (name, one) => {
      const member = shape.members.get(name);
      if (member === undefined) return one;
      return member.traits.has("smithy.api#xmlFlattened") && isEmpty(one) ? undefined : each(member, one);
    },
    isSomething,
  );
}

/** The member that clients fill with a token of their own. */
export function tokenMember({ input }: OperationInfo): string | undefined {
  return [...input.members.values()].find(({ traits }) => traits.has("smithy.api#idempotencyToken"))?.name;
}

/** {@link withDefaults} below the members of an input: clients fill those that are nested, but need not. */
export function withNestedDefaults(model: Model, input: StructureShape, value: Members): Members {
  return mapped(value, (name, one) => {
    const member = input.members.get(name);
    return member === undefined ? one : withDefaults(model, expectShape(model, member.target), one);
  });
}

/**
 * An input without what leaves nothing in a form, so that no client can send it: structures without members, and in ec2Query empty lists
 * ("Query key resolution" of both protocols).
 */
export function asFormHasIt(input: Members, keepsLists: boolean): Members {
  return mapped(input, (_, value) => formValue(value, keepsLists), isSomething);
}

function formValue(value: unknown, keepsLists: boolean): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date || value instanceof Uint8Array) return value;
  if (!Array.isArray(value)) {
    const kept = asFormHasIt(value as Members, keepsLists);
    return Object.keys(kept).length === 0 ? undefined : kept;
  }
  const items = value.map((item) => formValue(item, keepsLists)).filter(isSomething);
  return items.length === 0 && !keepsLists ? undefined : items;
}

/** Whether a value lacks required members, or items of lists and maps that must have some, at any depth. */
export function lacksRequired(model: Model, shape: RootShape, value: unknown): boolean {
  if (typeof value !== "object" || value === null || value instanceof Date || value instanceof Uint8Array) return false;
  const lacks = (member: MemberShape, one: unknown): boolean =>
    lacksRequired(model, expectShape(model, member.target), one);
  const isCollection = shape.kind === "list" || shape.kind === "map";
  if (isCollection && Object.keys(value).length < (lengthOf(model, shape)?.min ?? 0)) return true;
  if (Array.isArray(value)) return shape.kind === "list" && value.some((one) => lacks(shape.member, one));
  if (shape.kind === "map") return Object.values(value).some((one) => lacks(shape.value, one));
  const members = value as Members;
  return [...shape.members.values()].some((member) => {
    const one = members[member.name];
    return one === undefined ? member.traits.has("smithy.api#required") : lacks(member, one);
  });
}

function isSomething(value: unknown): boolean {
  return value !== undefined;
}

/** A value with the defaults of absent members at any depth ("default trait"), which a server fills in. */
export function withDefaults(model: Model, shape: RootShape, value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date || value instanceof Uint8Array) return value;
  const each = (member: MemberShape, one: unknown): unknown =>
    withDefaults(model, expectShape(model, member.target), one);
  if (Array.isArray(value)) {
    // A union has a list of values where it is streamed.
    if (shape.kind === "union") return value.map((one) => withDefaults(model, shape, one));
    return shape.kind === "list" ? value.map((one) => each(shape.member, one)) : value;
  }
  if (shape.kind === "map") return mapped(value as Members, (_, one) => each(shape.value, one));
  if (shape.kind !== "structure" && shape.kind !== "union") return value;
  const known = mapped(value as Members, (name, one) => {
    const member = shape.members.get(name);
    return member === undefined ? one : each(member, one);
  });
  if (shape.kind === "union") return known;
  const defaults = [...shape.members.values()].flatMap((member) => {
    const filled = known[member.name] === undefined ? defaultOf(model, member) : undefined;
    return filled === undefined
      ? []
      : [[member.name, plainDefault(expectShape(model, member.target).kind, filled)] as const];
  });
  return { ...Object.fromEntries(defaults), ...known };
}

function plainDefault(kind: string, node: unknown): unknown {
  if (kind === "blob") return new Uint8Array(Buffer.from(String(node), "base64"));
  if (kind === "timestamp") return new Date(typeof node === "string" ? node : Number(String(node)) * 1000);
  if (isNodeArray(node as never)) return [];
  if (isNodeObject(node as never)) return {};
  return typeof node === "object" ? Number(String(node)) : node;
}

function mapped(
  value: Members,
  change: (name: string, one: unknown) => unknown,
  keeps: (one: unknown) => boolean = () => true,
): Members {
  const entries = Object.entries(value).map(([name, one]) => [name, change(name, one)] as const);
  return Object.fromEntries(entries.filter(([, one]) => keeps(one)));
}

/** What the other side of a message may have more than it was given, by the members of the message. */
export function withoutAdded(wanted: Members, found: unknown, added: Additions): unknown {
  if (typeof found !== "object" || found === null) return found;
  const entries = Object.entries(found).flatMap(([name, value]) => {
    if (added.members.has(name) && wanted[name] === undefined) return [];
    if (value === null || !added.known.has(name)) return [];
    const given = wanted[name];
    // All query parameters are in such a map, those with members of their own and literals of the URI too.
    const keys = added.maps.has(name)
      ? Object.entries(value as object).filter(([key]) => key in ((given ?? {}) as object))
      : [];
    return [[name, added.maps.has(name) ? Object.fromEntries(keys) : value] as const];
  });
  return Object.fromEntries(
    entries.filter(([name, value]) => !added.maps.has(name) || wanted[name] !== undefined || !isEmpty(value)),
  );
}

export interface Additions {
  /** The members of the message. Clients also tell what they made of them, under names of their own. */
  readonly known: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly maps: ReadonlySet<string>;
}

/** What an input may have more: {@link filledByClients}, and entries of a map of all query parameters. */
export function addedToInput(operation: OperationInfo): Additions {
  const maps = [...operation.input.members.values()].filter(({ traits }) => traits.has("smithy.api#httpQueryParams"));
  const known = new Set(operation.input.members.keys());
  return { known, members: filledByClients(operation), maps: new Set(maps.map(({ name }) => name)) };
}

/** What an output may have more: its media type, length and checksum, and what botocore makes of no headers with a prefix and of
 * a payload that was not sent. */
export function addedToOutput({ output }: OperationInfo): Additions {
  const members = [...output.members.values()].filter(
    (member) =>
      /^(?:content-(?:type|length)|x-amz-checksum-.*)$/i.test(stringTrait(member, "smithy.api#httpHeader") ?? "") ||
      member.traits.has("smithy.api#httpPrefixHeaders") ||
      member.traits.has("smithy.api#httpPayload"),
  );
  const known = new Set(output.members.keys());
  return { known, members: new Set(members.map(({ name }) => name)), maps: new Set() };
}

/** A message without a payload of no bytes: it is what none looks like. */
export function withoutEmptyPayload(shape: StructureShape, value: unknown): Members {
  const members = value as Members;
  return Object.fromEntries(
    Object.entries(members).filter(([name, one]) => {
      const isPayload = shape.members.get(name)?.traits.has("smithy.api#httpPayload") === true;
      return !isPayload || !isEmpty(one);
    }),
  );
}

/** An output whose events have no payloads of no bytes. */
export function withoutEmptyEvents(model: Model, shape: StructureShape, value: Members): Members {
  return mapped(value, (name, events) => {
    const member = shape.members.get(name);
    const union = member === undefined ? undefined : expectShape(model, member.target);
    if (union?.kind !== "union" || !Array.isArray(events)) return events;
    return events.map((event) =>
      mapped(event as Members, (kind, one) => {
        const target = union.members.get(kind)?.target;
        const isPayload = (part: string): boolean =>
          target !== undefined &&
          expectShape(model, target).members.get(part)?.traits.has("smithy.api#eventPayload") === true;
        const kept = Object.entries(one as Members).filter(([part, content]) => !isPayload(part) || !isEmpty(content));
        return Object.fromEntries(kept);
      }),
    );
  });
}

function isEmpty(value: unknown): boolean {
  return value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}

/** A message whose members for the length of its body say what it is. */
export function withLengths(shape: StructureShape, message: Members): Members {
  const isLength = (member: MemberShape): boolean =>
    /^content-length$/i.test(stringTrait(member, "smithy.api#httpHeader") ?? "");
  const named = [...shape.members.values()].filter(isLength);
  if (named.length === 0) return message;
  const [payload] = [...shape.members.values()].filter(({ traits }) => traits.has("smithy.api#httpPayload"));
  const bytes = message[payload?.name ?? ""];
  return mapped(message, (name, value) => {
    if (!named.some((member) => member.name === name)) return value;
    if (payload !== undefined) return bytes instanceof Uint8Array ? BigInt(bytes.length) : 0n;
    return (value as bigint) < 0n ? -(value as bigint) : value;
  });
}
