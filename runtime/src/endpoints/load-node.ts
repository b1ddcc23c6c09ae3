import { placeWithin, RuleFault, type Place } from "./place.js";
import { isRecord } from "./value.js";

/** A part of the JSON that is read, with its place. */
export interface Part<Value = unknown> {
  readonly value: Value;
  readonly place: Place;
}

/** A part of the JSON that is known to be an object. */
export type ObjectPart = Part<Readonly<Record<string, unknown>>>;

/** The kind of a JSON value, in Smithy's words. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "object") return isRecord(value) ? "object" : "number";
  return typeof value;
}

/**
 * The part as an object.
 *
 * @param message - what to say in place of the usual text, where Smithy does
 * @throws RuleFault with the place when it is none
 */
export function expectObject(part: Part, message?: string): ObjectPart {
  if (isRecord(part.value)) return { value: part.value, place: part.place };
  throw new RuleFault(message ?? `Expected object, but found ${kindOf(part.value)}.`, part.place);
}

/** A member that need not be there. */
export function memberOf(object: ObjectPart, name: string): Part | undefined {
  if (!Object.hasOwn(object.value, name)) return undefined;
  return { value: object.value[name], place: placeWithin(object.place, name) };
}

/**
 * A member that has to be there, of any type.
 *
 * @param message - what to say in place of the usual text, where Smithy does
 * @throws RuleFault with the place of the object when it is missing
 */
export function expectMember(object: ObjectPart, name: string, message?: string): Part {
  const member = memberOf(object, name);
  if (member === undefined) throw new RuleFault(message ?? `Missing expected member \`${name}\`.`, object.place);
  return member;
}

/** All members in the order of the JSON, with their places. */
export function membersOf(object: ObjectPart): readonly (readonly [string, Part])[] {
  return Object.keys(object.value).map((name) => [
    name,
    { value: object.value[name], place: placeWithin(object.place, name) },
  ]);
}

/**
 * The items of an array, with their places.
 *
 * @param message - what to say in place of the usual text, where Smithy does
 * @throws RuleFault with the place when it is none
 */
export function expectArray({ value, place }: Part, message?: string): readonly Part[] {
  if (!Array.isArray(value)) throw new RuleFault(message ?? `Expected array, but found ${kindOf(value)}.`, place);
  return value.map((item: unknown, index) => ({ value: item, place: placeWithin(place, index) }));
}

/**
 * The part as a string.
 *
 * @param message - what to say in place of the usual text, where Smithy does
 * @throws RuleFault with the place when it is none
 */
export function expectText({ value, place }: Part, message?: string): string {
  if (typeof value === "string") return value;
  throw new RuleFault(message ?? `Expected string, but found ${kindOf(value)}.`, place);
}

/** A member that has to be there and be a string. Else throws a RuleFault. */
export function expectStringMember(object: ObjectPart, name: string): string {
  const member = expectMember(object, name);
  return expectText(member, `Expected \`${name}\` member to be a string, but found ${kindOf(member.value)}.`);
}

/** A member that has to be there and be an array, as its items. Else throws a RuleFault. */
export function expectArrayMember(object: ObjectPart, name: string): readonly Part[] {
  const member = expectMember(object, name);
  return expectArray(member, `Expected \`${name}\` member to be an array, but found ${kindOf(member.value)}.`);
}

/** A member that has to be there and be an object. Else throws a RuleFault. */
export function expectObjectMember(object: ObjectPart, name: string): ObjectPart {
  const member = expectMember(object, name);
  return expectObject(member, `Expected \`${name}\` member to be an object, but found ${kindOf(member.value)}.`);
}

/** A member that has to be there and be a number, cut to a whole one. Else throws a RuleFault. */
export function expectIntegerMember(object: ObjectPart, name: string): number {
  const { value, place } = expectMember(object, name);
  if (typeof value === "number") return Math.trunc(value);
  throw new RuleFault(`Expected \`${name}\` member to be a number, but found ${kindOf(value)}.`, place);
}

/** A member that has to be a string where it is there. Else throws a RuleFault. */
export function stringMember(object: ObjectPart, name: string): string | undefined {
  const member = memberOf(object, name);
  return member && expectText(member, `Expected \`${name}\` to be a string; found ${kindOf(member.value)}`);
}

/** A member that has to be a boolean where it is there. Else throws a RuleFault. */
export function booleanMember(object: ObjectPart, name: string): boolean | undefined {
  const member = memberOf(object, name);
  if (member === undefined || typeof member.value === "boolean") return member?.value as boolean | undefined;
  throw new RuleFault(`Expected \`${name}\` to be a boolean; found ${kindOf(member.value)}`, member.place);
}

/** A member that has to be an array, as its items where it is there. Else throws a RuleFault. */
export function arrayMember(object: ObjectPart, name: string): readonly Part[] | undefined {
  const member = memberOf(object, name);
  return member && expectArray(member, `Expected \`${name}\` to be an array; found ${kindOf(member.value)}`);
}

/** A member that has to be an object where it is there. Else throws a RuleFault. */
export function objectMember(object: ObjectPart, name: string): ObjectPart | undefined {
  const member = memberOf(object, name);
  return member && expectObject(member, `Expected \`${name}\` to be an object; found ${kindOf(member.value)}`);
}

/** @param names - all that the object may have, in alphabetical order */
export function expectOnly(object: ObjectPart, names: readonly string[]): void {
  const others = Object.keys(object.value).filter((name) => !names.includes(name));
  if (others.length === 0) return;
  const list = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(", ");
  throw new RuleFault(
    `Expected an object with possible properties of ${list(names)}, but found additional properties: ${list(others.toSorted())}`,
    object.place,
  );
}
