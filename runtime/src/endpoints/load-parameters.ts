import {
  booleanMember,
  expectObject,
  expectOnly,
  expectStringMember,
  memberOf,
  membersOf,
  objectMember,
  type ObjectPart,
  type Part,
  stringMember,
} from "./load-node.js";
import { RuleFault } from "./place.js";
import type { Parameter, ParameterType, RulesVersion } from "./syntax.js";
import { arrayType, booleanType, type RuleType, sameType, stringType, typeOfValue, typeText } from "./type.js";
import { readValue, type RuleValue } from "./value.js";

const types: Readonly<Record<ParameterType, RuleType>> = {
  string: stringType,
  boolean: booleanType,
  stringArray: arrayType(stringType),
};

/** The type of a parameter's value. */
export function typeOfParameter(type: ParameterType): RuleType {
  return types[type];
}

/** Reads the parameters of rules, in their order. Throws a `RuleFault` at the first mistake ("Parameter object"). */
export function loadParameters(object: ObjectPart): readonly Parameter[] {
  return membersOf(object).map(([name, part]) => loadParameter(name, part));
}

/** "Parameter object" */
function loadParameter(name: string, part: Part): Parameter {
  const object = expectObject(part);
  expectOnly(object, ["builtIn", "default", "deprecated", "documentation", "required", "type"]);
  const isRequired = booleanMember(object, "required") ?? false;
  const builtIn = stringMember(object, "builtIn");
  const documentation = stringMember(object, "documentation");
  objectMember(object, "deprecated");
  const type = loadType(expectStringMember(object, "type"), part);
  const common = { name, type, isRequired, builtIn, documentation, place: part.place };
  const fallback = memberOf(object, "default");
  return fallback === undefined ? common : { ...common, default: loadDefault(fallback, type, isRequired, part) };
}

function loadType(text: string, { place }: Part): ParameterType {
  const lower = text.toLowerCase();
  if (lower === "string" || lower === "boolean") return lower;
  if (text === "stringArray") return text;
  throw new RuleFault(
    `Unexpected parameter type \`${text}\`. Expected \`string\`, \`boolean\`, or \`stringArray\`.`,
    place,
  );
}

function loadDefault(fallback: Part, type: ParameterType, isRequired: boolean, { place }: Part): RuleValue {
  const read = readValue(fallback.value);
  if (read === undefined) throw new RuleFault("only integers >=0 are supported", fallback.place);
  if (!isRequired) {
    throw new RuleFault("When a default value is set, the field must also be marked as required", place);
  }
  const found = typeOfValue(read.value);
  if (sameType(found, types[type])) return read.value;
  const wanted = typeText(types[type]);
  throw new RuleFault(
    `Invalid type for field "default": Type must match parameter type. Expected \`${wanted}\`, found \`${typeText(found)}\`.`,
    place,
  );
}

/** "Rules engine version" */
export function loadVersion(text: string, { place }: ObjectPart): RulesVersion {
  if (text === "") throw new RuleFault("Version string cannot be null or empty", place);
  const [major, minor] = text.split(".");
  if (major === undefined || minor === undefined || (minor === "" && /^[^.]*\.+$/.test(text))) {
    throw new RuleFault(`Invalid version: \`${text}\`. Expected format: major.minor`, place);
  }
  if (!isInteger(major) || !isInteger(minor)) throw new RuleFault(`Invalid version format: ${text}`, place);
  if (Number(major) < 0 || Number(minor) < 0) throw new RuleFault("Version components must be non-negative", place);
  return { major: Number(major), minor: Number(minor) };
}

function isInteger(text: string): boolean {
  return /^[+-]?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= 0x7fff_ffff;
}

/** True when a version is the other one or a later one ("Rules engine version"). */
export function isAtLeast(version: RulesVersion, other: RulesVersion): boolean {
  return version.major === other.major ? version.minor >= other.minor : version.major > other.major;
}

/** A version as rule sets write it: `1.0`. */
export function versionText({ major, minor }: RulesVersion): string {
  return `${major}.${minor}`;
}
