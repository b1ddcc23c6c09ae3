import { isValueList, type RuleValue } from "./value.js";

/** The type of an expression ("Rules engine specification"). */
export type RuleType =
  | { readonly kind: "any" | "boolean" | "empty" | "integer" | "string" }
  | { readonly kind: "array"; readonly member: RuleType }
  | { readonly kind: "optional"; readonly inner: RuleType }
  | { readonly kind: "record"; readonly members: ReadonlyMap<string, RuleType> }
  | { readonly kind: "tuple"; readonly items: readonly RuleType[] };

/** Takes every value: for functions that are checked by rules of their own. */
export const anyType: RuleType = { kind: "any" };
/** True or false. */
export const booleanType: RuleType = { kind: "boolean" };
/** A whole number, of which rules have none below zero. */
export const integerType: RuleType = { kind: "integer" };
/** A text; where it stands in rules it may be a template. */
export const stringType: RuleType = { kind: "string" };

/** A list of any length, of items of one type. */
export function arrayType(member: RuleType): RuleType {
  return { kind: "array", member };
}

/** A type whose values may be empty: conditions must prove that they are not before they are used. */
export function optionalType(inner: RuleType): RuleType {
  return { kind: "optional", inner };
}

/** An object with members of these types. */
export function recordType(members: Readonly<Record<string, RuleType>>): RuleType {
  return { kind: "record", members: new Map(Object.entries(members)) };
}

/** The type without its option. */
export function innerType(type: RuleType): RuleType {
  return type.kind === "optional" ? type.inner : type;
}

/** Whether two types are one: nothing is converted, and an optional type is not the type in it. */
export function sameType(left: RuleType, right: RuleType): boolean {
  switch (left.kind) {
    case "array":
      return right.kind === "array" && sameType(left.member, right.member);
    case "optional":
      return right.kind === "optional" && sameType(left.inner, right.inner);
    case "tuple":
      return right.kind === "tuple" && sameItems(left.items, right.items);
    case "record":
      return (
        right.kind === "record" &&
        left.members.size === right.members.size &&
        [...left.members].every(([name, type]) => {
          const other = right.members.get(name);
          return other !== undefined && sameType(type, other);
        })
      );
    default:
      return left.kind === right.kind;
  }
}

function sameItems(left: readonly RuleType[], right: readonly RuleType[]): boolean {
  return (
    left.length === right.length &&
    left.every((type, index) => {
      const other = right[index];
      return other !== undefined && sameType(type, other);
    })
  );
}

const names = {
  any: "AnyType",
  boolean: "BooleanType",
  empty: "EmptyType",
  integer: "IntegerType",
  string: "StringType",
} as const;

/** A type in the words of Smithy's messages, such as `OptionalType[StringType]`. */
export function typeText(type: RuleType): string {
  switch (type.kind) {
    case "array":
      return `ArrayType[${typeText(type.member)}]`;
    case "optional":
      return `OptionalType[${typeText(type.inner)}]`;
    case "tuple":
      return `[${type.items.map(typeText).join(", ")}]`;
    case "record":
      return `{${[...type.members].map(([name, member]) => `${name}=${typeText(member)}`).join(", ")}}`;
    default:
      return names[type.kind];
  }
}

/** The type that a value has; that of a list follows from its first item. */
export function typeOfValue(value: RuleValue): RuleType {
  if (value === undefined) return { kind: "empty" };
  if (isValueList(value)) return arrayType(typeOfValue(value[0]));
  if (typeof value === "string") return stringType;
  if (typeof value === "boolean") return booleanType;
  if (typeof value === "number") return integerType;
  return {
    kind: "record",
    members: new Map(Object.entries(value).map(([name, item]) => [name, typeOfValue(item)])),
  };
}
