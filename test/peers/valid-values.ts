import * as fc from "fast-check";
import { constraintsOf } from "../../codegen/src/knowledge/constraints.js";
import type { HttpBinding } from "../../codegen/src/knowledge/http-bindings.js";
import { enumValueOf, isSparse, isStreaming } from "../../codegen/src/knowledge/traits.js";
import { expectShape, type Model } from "../../codegen/src/shapes/model.js";
import type { MemberShape, RootShape, Shape, StructureShape } from "../../codegen/src/shapes/shape.js";
import { validTexts, type Place } from "./valid-texts.js";

type Values = fc.Arbitrary<unknown>;

/** Values of one model that satisfy its constraints, as generated types have them, but with a streaming blob's bytes in place of the stream. */
export class ValidValues {
  readonly #model: Model;
  readonly #texts = new Map<string, fc.Arbitrary<string> | undefined>();
  readonly #impossible = new Map<string, boolean>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** Values of a message; `bindings` are those of its members, none where all are in the body. Undefined where no value is found. */
  message(shape: StructureShape, bindings: readonly HttpBinding[]): Values | undefined {
    if (shape.id === "smithy.api#Unit") return fc.constant({});
    if (this.#isImpossible(shape)) return undefined;
    const entries = [...shape.members.values()].flatMap((member) => {
      const binding = bindings.find((one) => one.member.name === member.name);
      const isRequired = member.traits.has("smithy.api#required") || this.#isAlwaysThere(member, binding);
      const values = this.#bound(member, binding);
      if (values === undefined) return [];
      return [[member.name, isRequired ? values : optional(values, 3)] as const];
    });
    const missing = [...shape.members.values()].some(
      (member) => member.traits.has("smithy.api#required") && !entries.some(([name]) => name === member.name),
    );
    return missing ? undefined : present(fc.record(Object.fromEntries(entries)));
  }

  /** What every request or answer has, whatever the model says; without a document as its payload, the SDK takes an answer of S3 for a broken one. */
  #isAlwaysThere(member: MemberShape, binding: HttpBinding | undefined): boolean {
    if (binding?.location === "label" || binding?.location === "responseCode") return true;
    const { kind } = expectShape(this.#model, member.target);
    return (
      (kind === "union" && isStreaming(this.#model, member)) ||
      (kind === "structure" && binding?.location === "payload")
    );
  }

  #bound(member: MemberShape, binding: HttpBinding | undefined): Values | undefined {
    const target = expectShape(this.#model, member.target);
    if (member.traits.has("smithy.api#hostLabel")) return this.#value(member, "token", 0);
    switch (binding?.location) {
      case "label":
        return this.#value(member, "label", 0);
      // Without an item or an entry, there is nothing in the message.
      case "header":
        return this.#value(member, "header", 0)?.filter(isSomething);
      case "query":
      case "queryParams":
        return this.#value(member, "query", 0)?.filter(isSomething);
      case "prefixHeaders":
        return target.kind === "map"
          ? this.#dictionary(target.value, "token", "header", 0, false, { minLength: 1 })
          : undefined;
      case "responseCode":
        return fc.constantFrom(200, 202);
      case "unbound":
        return undefined;
      default:
        return this.#value(member, "body", 0);
    }
  }

  /** Values of a member or of a root shape; undefined where none is found. */
  #value(shape: Shape, place: Place, depth: number): Values | undefined {
    const target = shape.kind === "member" ? expectShape(this.#model, shape.target) : shape;
    if (this.#isImpossible(target)) return undefined;
    const { range, length, uniqueItems } = constraintsOf(this.#model, shape);
    switch (target.kind) {
      case "structure":
      case "union":
        return isStreaming(this.#model, shape) ? this.#events(target) : this.#members(target, place, depth);
      case "list":
        return this.#list(target.member, place, depth, isSparse(target), { ...sizes(length, depth), uniqueItems });
      case "map":
        return this.#dictionary(target.value, "body", place, depth, isSparse(target), sizes(length, depth), target.key);
      case "enum":
      case "intEnum":
        return fc.constantFrom(...[...target.members.values()].map(enumValueOf));
      case "string":
        return this.#text(shape, place);
      case "blob":
        return fc.uint8Array(sizes(length, 0, 24));
      default:
        return scalar(target.kind, numberOf(range?.min), numberOf(range?.max));
    }
  }

  /** Events in the order of their coming. An error ends a stream, and is for those who test errors. */
  #events(union: RootShape): Values {
    const events = [...union.members.values()].flatMap((member) => {
      const target = expectShape(this.#model, member.target);
      if (target.traits.has("smithy.api#error") || this.#isImpossible(target)) return [];
      return [later(() => this.#value(member, "body", 1)).map((value) => ({ [member.name]: value }))];
    });
    return fc.array(fc.oneof(...events), { minLength: 1, maxLength: 4 });
  }

  #text(shape: Shape, place: Place): fc.Arbitrary<string> | undefined {
    const key = `${place} ${shape.id}`;
    if (!this.#texts.has(key)) this.#texts.set(key, validTexts(constraintsOf(this.#model, shape), place));
    return this.#texts.get(key);
  }

  #members(shape: RootShape, place: Place, depth: number): Values | undefined {
    const members = [...shape.members.values()];
    if (shape.kind === "union") {
      const choices = members.flatMap((member) => {
        if (this.#isImpossible(expectShape(this.#model, member.target))) return [];
        const values = later(() => this.#value(member, place, depth + 1));
        return [values.map((value) => ({ [member.name]: value }))];
      });
      return choices.length === 0 ? undefined : fc.oneof(...choices);
    }
    const entries = members.flatMap((member) => {
      const isRequired = member.traits.has("smithy.api#required");
      const target = expectShape(this.#model, member.target);
      if (!isRequired && (depth > maximumDepth || this.#isImpossible(target))) return [];
      if (!isRequired && target.kind === "string" && this.#text(member, place) === undefined) return [];
      const values = later(() => this.#value(member, place, depth + 1));
      return [[member.name, isRequired ? values : optional(values, depth > 2 ? 1 : 2)] as const];
    });
    return present(fc.record(Object.fromEntries(entries)));
  }

  #list(member: MemberShape, place: Place, depth: number, sparse: boolean, bounds: Bounds): Values | undefined {
    const item = this.#item(member, place, depth);
    if (item === undefined) return bounds.minLength === 0 ? fc.constant([]) : undefined;
    const items = sparse ? fc.option(item) : item;
    const { minLength, maxLength, uniqueItems } = bounds;
    return uniqueItems === true
      ? fc.uniqueArray(items, { minLength, maxLength, selector: (value) => JSON.stringify(value) })
      : fc.array(items, { minLength, maxLength });
  }

  #dictionary(
    member: MemberShape,
    keyPlace: Place,
    place: Place,
    depth: number,
    sparse: boolean,
    { minLength = 0, maxLength = 3 }: Partial<Bounds>,
    key?: MemberShape,
  ): Values | undefined {
    const value = this.#item(member, place, depth);
    const keys = key === undefined ? validTexts({ ...none }, keyPlace) : this.#value(key, keyPlace, depth + 1);
    if (value === undefined || keys === undefined) return minLength === 0 ? fc.constant({}) : undefined;
    const values = sparse ? fc.option(value) : value;
    return fc.dictionary(keys.map(String), values, { minKeys: minLength, maxKeys: maxLength, noNullPrototype: true });
  }

  #item(member: MemberShape, place: Place, depth: number): Values | undefined {
    const target = expectShape(this.#model, member.target);
    if (depth > maximumDepth && target.members.size > 0 && target.kind !== "enum") return undefined;
    if (this.#isImpossible(target)) return undefined;
    if (target.kind === "string" && this.#text(member, place) === undefined) return undefined;
    return later(() => this.#value(member, place, depth + 1));
  }

  /** Whether a value cannot be made: a required member has a pattern that nothing random satisfies. */
  #isImpossible(shape: RootShape): boolean {
    const known = this.#impossible.get(shape.id);
    if (known !== undefined) return known;
    // Where a shape reaches itself, it is possible until something else says otherwise.
    this.#impossible.set(shape.id, false);
    const of = (member: MemberShape): boolean => {
      const target = expectShape(this.#model, member.target);
      if (target.kind === "string") return this.#text(member, "body") === undefined;
      return this.#isImpossible(target);
    };
    const impossible =
      shape.kind === "structure" &&
      [...shape.members.values()].some((member) => member.traits.has("smithy.api#required") && of(member));
    this.#impossible.set(shape.id, impossible);
    return impossible;
  }
}

const maximumDepth = 4;
const none = { length: undefined, pattern: undefined, range: undefined, uniqueItems: false, enumeration: undefined };

interface Bounds {
  readonly minLength: number;
  readonly maxLength: number;
  readonly uniqueItems?: boolean;
}

function sizes(
  length: { readonly min?: unknown; readonly max?: unknown } | undefined,
  depth: number,
  most = 3,
): Bounds {
  const minLength = Number(length?.min ?? 0);
  const wanted = depth > 2 ? 1 : most;
  return { minLength, maxLength: Math.max(minLength, Math.min(Number(length?.max ?? wanted), wanted)) };
}

function isSomething(value: unknown): boolean {
  return typeof value !== "object" || value instanceof Date || Object.keys(value ?? {}).length > 0;
}

function later(values: () => Values | undefined): Values {
  return fc.constant(undefined).chain(() => values() ?? fc.constant(undefined));
}

/** The values, or absence: as often as one of so many. */
function optional(values: Values, freq: number): Values {
  return fc.option(values, { nil: undefined, freq });
}

function present(values: fc.Arbitrary<object>): Values {
  return values.map((value) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)));
}

function numberOf(bound: unknown): number | undefined {
  return bound === undefined ? undefined : Number(String(bound));
}

const integers: Readonly<Record<string, readonly [min: number, max: number]>> = {
  byte: [-128, 127],
  short: [-32_768, 32_767],
  integer: [-(2 ** 31), 2 ** 31 - 1],
  long: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
};

function scalar(kind: string, min: number | undefined, max: number | undefined): Values | undefined {
  const bounds = integers[kind];
  if (bounds !== undefined) {
    const from = Math.ceil(Math.max(bounds[0], min ?? bounds[0]));
    const values = fc.integer({ min: from, max: Math.floor(Math.min(bounds[1], max ?? bounds[1])) });
    const near = fc.integer({ min: from, max: Math.min(from + 9, max ?? from + 9) });
    const either = fc.oneof(values, near);
    return kind === "long" ? either.map(BigInt) : either;
  }
  switch (kind) {
    case "boolean":
      return fc.boolean();
    case "float":
    case "double": {
      const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
      const any = fc.double({ min: -1e9, max: 1e9, ...limits, noNaN: true, noDefaultInfinity: true });
      return any.map((value) => (kind === "float" ? Math.fround(value) : value) + 0);
    }
    case "timestamp":
      // Whole seconds: botocore writes no more.
      return fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => new Date(seconds * 1000));
    case "document":
      return fc.jsonValue({ maxDepth: 2 }).filter((value) => value !== null);
    case "bigInteger":
      return fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    default:
      return undefined;
  }
}
