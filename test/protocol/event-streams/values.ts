import * as fc from "fast-check";
import { targetOf } from "../../../codegen/src/shapes/model.js";
import type { MemberShape, StructureShape, UnionShape } from "../../../codegen/src/shapes/shape.js";
import { valuesOf, type Scalars } from "../../codecs/arbitrary-values.js";
import type { GeneratedService } from "../../protocol-tests/generated-service.js";
import { arrived, type Format } from "../round-trip/arrival.js";
import { anyScalars } from "../round-trip/bound-values.js";

export type Event = Readonly<Record<string, unknown>>;

/** Texts that every format and every header carries. */
const texts = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
    fc.constantFrom("", " ", "]]> &amp; <x>", "a\nb\tc", '"\\', "__proto__", "é😀", "x".repeat(3000)),
  )
  .filter((text) => !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text));

const scalars: Scalars = { ...anyScalars, string: texts };

function unionOf({ model }: GeneratedService): UnionShape {
  return model.shapes.get("x#Events") as UnionShape;
}

function isError({ model }: GeneratedService, member: MemberShape): boolean {
  return targetOf(model, member).traits.has("smithy.api#error");
}

/** Events of the stream that are no errors. */
export function events(service: GeneratedService): fc.Arbitrary<Event> {
  const members = [...unionOf(service).members.values()].filter(
    (member) => !isError(service, member) && member.name !== "short",
  );
  return fc.oneof(
    ...members.map((member) =>
      valuesOf(service.model, targetOf(service.model, member), 4, scalars).map((value) => ({ [member.name]: value })),
    ),
  );
}

/** The members of one of the stream's errors. */
export function failures(
  service: GeneratedService,
): fc.Arbitrary<{ readonly shape: string; readonly members: object }> {
  const members = [...unionOf(service).members.values()].filter((member) => isError(service, member));
  return fc.oneof(
    ...members.map((member) =>
      valuesOf(service.model, targetOf(service.model, member), 4, scalars).map((value) => ({
        shape: member.target,
        members: value as object,
      })),
    ),
  );
}

/** The members of an input or output besides its stream, and what a path or a header can carry of them. */
export function initials(
  { model }: GeneratedService,
  structure: StructureShape,
  isHttp: boolean,
): fc.Arbitrary<Record<string, unknown>> {
  const members = [...structure.members.values()].filter((member) => targetOf(model, member).id !== "x#Events");
  const plain = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const entries = members.map(
    (member) =>
      [
        member.name,
        valuesOf(model, targetOf(model, member), 4, isHttp ? { ...scalars, string: plain } : scalars),
      ] as const,
  );
  const requiredKeys = members.filter(({ traits }) => traits.has("smithy.api#required")).map(({ name }) => name);
  return fc.record(Object.fromEntries(entries), { requiredKeys, noNullPrototype: true });
}

/** A value as it arrives in a document of the format. */
export function arrivedValue({ model }: GeneratedService, format: Format, id: string, value: unknown): unknown {
  const shape = model.shapes.get(id);
  if (shape === undefined) throw new Error(`There is no shape ${id}`);
  return arrived({ model, format, direction: "response", keepsDots: true }, shape, value);
}

/** An event as it arrives: a payload of bytes is always there. */
export function arrivedEvent(service: GeneratedService, format: Format, event: Event): unknown {
  const [[name = "", value] = []] = Object.entries(event);
  const member = unionOf(service).members.get(name);
  const whole = arrivedValue(service, format, member?.target ?? "", value);
  return { [name]: name === "bytes" ? { bytes: new Uint8Array(0), ...(whole as object) } : whole };
}

/** The same with plain bytes: those of Node are a kind of `Uint8Array` of their own. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(plain);
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(result, key, { value: plain(item), enumerable: true, configurable: true, writable: true });
  }
  return result;
}
