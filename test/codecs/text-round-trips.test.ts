import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serviceIndex } from "../../codegen/src/knowledge/service-index.js";
import { isXmlFlattened } from "../../codegen/src/knowledge/xml-traits.js";
import { expectShape, type Model } from "../../codegen/src/shapes/model.js";
import type { MemberShape, RootShape } from "../../codegen/src/shapes/shape.js";
import { valuesOf } from "./arbitrary-values.js";
import { EchoService } from "./echo-service.js";
import { randomModel } from "./random-model.js";

interface Member {
  target: string;
  readonly traits: Record<string, unknown>;
}
interface AstShape {
  readonly type: string;
  readonly members?: Readonly<Record<string, Member>>;
  readonly member?: Member;
  readonly key?: Member;
  readonly value?: Member;
}

const scalars = /^smithy\.api#(?!Blob)|Color|Size/;

/** A random model without documents, with the traits that bind shapes to XML here and there. */
function textModel(seed: number, protocol: string): string {
  const model = JSON.parse(randomModel(seed, 20, protocol)) as { readonly shapes: Record<string, AstShape> };
  let count = 0;
  const give = (member: Member, trait: string, value: unknown = {}): void => {
    if (++count % 3 === 0) member.traits[`smithy.api#${trait}`] = value;
  };
  for (const shape of Object.values(model.shapes)) {
    if (shape.type === "enum" || shape.type === "intEnum") continue;
    const members = Object.entries(shape.members ?? {});
    const all = [...members, ["item", shape.member], ["key", shape.key], ["value", shape.value]] as const;
    for (const [name, member] of all) {
      if (member === undefined) continue;
      Object.assign(member, { traits: member.traits ?? {} });
      if (member.target === "smithy.api#Document") member.target = "smithy.api#String";
      give(member, "xmlName", `x-${name}`);
    }
    for (const [, member] of members) {
      const kind = model.shapes[member.target]?.type ?? "";
      if (kind === "list" || kind === "map") give(member, "xmlFlattened");
      if (shape.type === "structure" && scalars.test(member.target)) give(member, "xmlAttribute");
    }
  }
  for (const [id, shape] of Object.entries(model.shapes)) {
    if (shape.type !== "operation") continue;
    const http = { method: "POST", uri: `/${id.slice(id.indexOf("#") + 1)}`, code: 200 };
    Object.assign(shape, { traits: { "smithy.api#http": http } });
  }
  return JSON.stringify(model);
}

/** What a format keeps of empty values. */
interface Wire {
  /** Whether an empty collection that a member has leaves a trace. */
  readonly keepsEmpty: (member: MemberShape, target: RootShape) => boolean;
  /** Whether a structure without members leaves a trace. */
  readonly keepsStructures: boolean;
}

const xml: Wire = { keepsEmpty: (member) => !isXmlFlattened(member), keepsStructures: true };

const protocols: readonly (Wire & { readonly protocol: string })[] = [
  { protocol: "awsQuery", keepsEmpty: (_, target) => target.kind === "list", keepsStructures: false },
  { protocol: "ec2Query", keepsEmpty: () => false, keepsStructures: false },
  { protocol: "restXml", ...xml },
];

/** A value as it arrives: optional members that leave no trace are gone. `undefined` for one that leaves none itself. */
function arrived(wire: Wire, model: Model, shape: RootShape, value: unknown): unknown {
  if (shape.kind === "structure" || shape.kind === "union") {
    const result: Record<string, unknown> = {};
    for (const member of shape.members.values()) {
      const given = Object.hasOwn(value as object, member.name) ? (value as never)[member.name] : undefined;
      if (given === undefined) continue;
      const target = expectShape(model, member.target);
      const part = arrived(wire, model, target, given);
      const isKept = shape.kind === "union" || member.traits.has("smithy.api#required");
      if (isKept || !isTraceless(wire, model, member, part)) {
        Object.defineProperty(result, member.name, { value: part, enumerable: true, configurable: true });
      }
    }
    return result;
  }
  if (shape.kind === "list") {
    return (value as readonly unknown[]).map((item) =>
      arrived(wire, model, expectShape(model, shape.member.target), item),
    );
  }
  if (shape.kind !== "map") return value;
  const entries = Object.entries(value as object).map(([key, item]) => [
    key,
    arrived(wire, model, expectShape(model, shape.value.target), item) as unknown,
  ]);
  return Object.fromEntries(entries);
}

function isTraceless(wire: Wire, model: Model, member: MemberShape, value: unknown): boolean {
  const target = expectShape(model, member.target);
  if (target.kind === "list" || target.kind === "map") {
    return Object.keys(value as object).length === 0 && !wire.keepsEmpty(member, target);
  }
  if (target.kind !== "structure" || wire.keepsStructures) return false;
  return [...target.members.values()].every((inner) => {
    const part = Object.hasOwn(value as object, inner.name) ? (value as never)[inner.name] : undefined;
    return part === undefined || isTraceless(wire, model, inner, part);
  });
}

/** What neither XML nor a form carries: null, and characters that XML does not have. */
function isRefused(value: unknown): boolean {
  if (typeof value === "string") {
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u.test(value);
  }
  if (value === null) return true;
  if (typeof value !== "object" || value instanceof Uint8Array || value instanceof Date) return false;
  return Object.entries(value).some(([key, item]) => isRefused(key) || isRefused(item));
}

/** Whether a union has chosen a flattened collection without items, which leaves no element to tell the choice. */
function hasEmptyChoice(model: Model, shape: RootShape, value: unknown): boolean {
  const inner = (member: MemberShape, item: unknown): boolean =>
    hasEmptyChoice(model, expectShape(model, member.target), item);
  if (shape.kind === "list") return (value as readonly unknown[]).some((item) => inner(shape.member, item));
  if (shape.kind === "map") return Object.values(value as object).some((item) => inner(shape.value, item));
  if (shape.kind !== "structure" && shape.kind !== "union") return false;
  return [...shape.members.values()].some((member) => {
    const item: unknown = Object.hasOwn(value as object, member.name) ? (value as never)[member.name] : undefined;
    if (item === undefined) return false;
    const isEmpty = isXmlFlattened(member) && Object.keys(item as object).length === 0;
    return (shape.kind === "union" && isEmpty) || inner(member, item);
  });
}

describe.each(protocols)("values of random models over $protocol", ({ protocol, ...wire }) => {
  describe.each([21, 22, 25])("model %i", (seed) => {
    const service = new EchoService(textModel(seed, `aws.protocols#${protocol}`));
    beforeAll(() => service.open());
    afterAll(() => service.close());

    it("are the same on the other side and back, but for what leaves no trace", async () => {
      const { model, names, service: id } = service.generated;
      for (const { shape, input } of serviceIndex(model, id).operations) {
        await fc.assert(
          fc.asyncProperty(valuesOf(model, input, 5), async (value) => {
            const answer = await service.call(names.operation(shape.id).name, value).catch((error: Error) => error);
            if (isRefused(value) || hasEmptyChoice(model, input, value)) {
              expect(answer).toBeInstanceOf(Error);
            } else {
              const there = arrived(wire, model, input, value);
              expect(answer).toEqual({ received: there, output: arrived(xml, model, input, there) });
            }
          }),
          { numRuns: 25 },
        );
      }
    });
  });
});
