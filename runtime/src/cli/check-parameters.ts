import {
  holdsSensitive,
  isIntegerShape,
  isNumberShape,
  shapeOf,
  type CommandLineDescription,
  type MemberDescription,
  type MapDescription,
  type StructureDescription,
} from "./description.js";
import { parseInstant } from "./instants.js";
import { characterCount, displayValue, isList, isObject, NumberText, typeNameOf, type Value } from "./value.js";

/**
 * What is wrong with a command's parameters before any request is made: unknown and missing ones, types and lower bounds. The
 * service checks everything else itself. Each line is worded as the AWS CLI words it; sensitive values are left out.
 */
export function checkParameters(
  description: CommandLineDescription,
  input: string | undefined,
  parameters: ReadonlyMap<string, Value>,
): readonly string[] {
  const checker = new ParameterChecker(description);
  if (input === undefined) {
    for (const name of parameters.keys()) checker.problems.push(unknownParameter("input", name, []));
  } else {
    checker.check({ shape: input }, parameters, "");
  }
  return checker.problems;
}

class ParameterChecker {
  readonly problems: string[] = [];
  readonly #description: CommandLineDescription;

  constructor(description: CommandLineDescription) {
    this.#description = description;
  }

  /** @param hidden whether what holds the value is sensitive, which makes all in it so */
  check(member: MemberDescription, value: Value, path: string, hidden = false): void {
    const shape = shapeOf(this.#description, member.shape);
    const sensitive = hidden || this.#isSensitive(member);
    const wrongType = (...valid: string[]): void => {
      this.#wrongType(path, value, sensitive || holdsSensitive(this.#description, member), valid);
    };
    switch (shape.type) {
      case "document":
        return;
      case "structure":
      case "union":
        if (!isObject(value)) return wrongType("<class 'dict'>");
        return this.#checkStructure(shape, value, path, sensitive);
      case "list":
        if (!isList(value)) return wrongType("<class 'list'>", "<class 'tuple'>");
        this.#checkLength(path, value.length, member.minimum ?? shape.minimum);
        value.forEach((item, index) => {
          if (item !== null || shape.sparse !== true) this.check(shape.member, item, `${path}[${index}]`, sensitive);
        });
        return;
      case "map":
        if (!isObject(value)) return wrongType("<class 'dict'>");
        return this.#checkMap(shape, value, path, sensitive);
      case "string":
        if (typeof value !== "string") return wrongType("<class 'str'>");
        return this.#checkLength(path, characterCount(value), member.minimum ?? shape.minimum);
      case "boolean":
        if (typeof value !== "boolean") wrongType("<class 'bool'>");
        return;
      case "blob":
        if (!(value instanceof Uint8Array)) wrongType("<class 'bytes'>", "<class 'bytearray'>", "file-like object");
        return;
      case "timestamp":
        if (!isTimestamp(value)) wrongType("<class 'datetime.datetime'>", "timestamp-string");
        return;
    }
    if (!isNumberShape(shape)) return;
    if (isIntegerShape(shape)) {
      if (!(value instanceof NumberText) || !value.isInteger) return wrongType("<class 'int'>");
    } else if (!(value instanceof NumberText)) {
      return wrongType("<class 'float'>", "<class 'decimal.Decimal'>", "<class 'int'>");
    }
    const minimum = member.minimum ?? shape.minimum;
    if (minimum !== undefined && isBelow(value.text, minimum)) {
      const shown = sensitive ? "" : `, value: ${value.text}`;
      this.problems.push(`Invalid value for parameter ${path}${shown}, valid min value: ${minimum}`);
    }
  }

  #isSensitive(member: MemberDescription): boolean {
    return member.sensitive === true || shapeOf(this.#description, member.shape).sensitive === true;
  }

  #checkStructure(
    shape: StructureDescription,
    value: ReadonlyMap<string, Value>,
    path: string,
    sensitive: boolean,
  ): void {
    const names = Object.keys(shape.members);
    const where = path === "" ? "input" : path;
    if (shape.type === "union" && value.size !== 1) {
      const choice = names.join(", ");
      this.problems.push(
        value.size === 0
          ? `Invalid number of parameters set for tagged union structure ${where}. Must set one of the following keys: ${choice}.`
          : `Invalid number of parameters set for tagged union structure ${where}. Can only set one of the following keys: ${choice}.`,
      );
    }
    for (const [name, member] of Object.entries(shape.members)) {
      if (member.required === true && !value.has(name)) {
        this.problems.push(`Missing required parameter in ${where}: "${name}"`);
      }
    }
    for (const name of value.keys()) {
      if (!Object.hasOwn(shape.members, name)) this.problems.push(unknownParameter(where, name, names));
    }
    for (const [name, item] of value) {
      const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
      if (member !== undefined) this.check(member, item, path === "" ? name : `${path}.${name}`, sensitive);
    }
  }

  #checkMap(shape: MapDescription, value: ReadonlyMap<string, Value>, path: string, sensitive: boolean): void {
    const hidesKeys = sensitive || this.#isSensitive(shape.key);
    for (const [key, item] of value) {
      const shown = hidesKeys ? "*" : key;
      this.check(shape.key, key, `${path} (key: ${shown})`, sensitive);
      if (item !== null || shape.sparse !== true) this.check(shape.value, item, `${path}.${shown}`, sensitive);
    }
  }

  #checkLength(path: string, length: number, minimum: number | string | undefined): void {
    if (minimum === undefined || length >= Number(minimum)) return;
    this.problems.push(`Invalid length for parameter ${path}, value: ${length}, valid min length: ${minimum}`);
  }

  #wrongType(path: string, value: Value, sensitive: boolean, valid: readonly string[]): void {
    const shown = sensitive ? "" : `, value: ${displayValue(value)}`;
    this.problems.push(
      `Invalid type for parameter ${path}${shown}, type: <class '${typeNameOf(value)}'>, valid types: ${valid.join(", ")}`,
    );
  }
}

function unknownParameter(where: string, name: string, known: readonly string[]): string {
  return `Unknown parameter in ${where}: "${name}", must be one of: ${known.join(", ")}`;
}

function isTimestamp(value: Value): boolean {
  if (value instanceof NumberText) return Number.isFinite(Number(value.text));
  return typeof value === "string" && parseInstant(value) !== undefined;
}

/** Compares whole numbers exactly, however long they are. */
function isBelow(value: string, minimum: string): boolean {
  if (/^-?\d+$/.test(value) && /^-?\d+$/.test(minimum)) return BigInt(value) < BigInt(minimum);
  return Number(value) < Number(minimum);
}
