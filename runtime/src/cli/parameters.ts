import type { OptionValue } from "./arguments.js";
import { CommandError, exitCodes, flagError } from "./command-error.js";
import {
  holdsSensitive,
  isComplexShape,
  isIntegerShape,
  isNumberShape,
  membersOf,
  shapeOf,
  type CommandDescription,
  type CommandLineDescription,
  type MemberDescription,
  type ShapeDescription,
} from "./description.js";
import type { CommandEnvironment } from "./environment.js";
import { JsonTextError, parseJsonText } from "./json-text.js";
import { loadParameter, readParameterFile } from "./parameter-file.js";
import { parseShorthand, ShorthandError } from "./shorthand.js";
import { isList, isObject, NumberText, typeNameOf, type Value } from "./value.js";

/** The input members that flags give, in the order of the model. */
export function parametersOfFlags(
  description: CommandLineDescription,
  command: CommandDescription,
  options: ReadonlyMap<string, OptionValue>,
  environment: CommandEnvironment,
): Map<string, Value> {
  const parameters = new Map<string, Value>();
  const members = membersOf(description, command.input);
  const reader = new FlagReader(description, environment);
  for (const [flag, name] of Object.entries(command.flags)) {
    const given = options.get(flag);
    const member = members[name];
    if (given !== undefined && member !== undefined) parameters.set(name, reader.read(`--${flag}`, member, given));
  }
  return parameters;
}

class FlagReader {
  readonly #description: CommandLineDescription;
  readonly #environment: CommandEnvironment;

  constructor(description: CommandLineDescription, environment: CommandEnvironment) {
    this.#description = description;
    this.#environment = environment;
  }

  read(flag: string, member: MemberDescription, given: OptionValue): Value {
    if (typeof given === "boolean") return given;
    const shape = shapeOf(this.#description, member.shape);
    if (typeof given === "string" && shape.type === "blob" && shape.streaming === true) {
      return readParameterFile(flag, given, given.replace(/^fileb?:\/\//, ""), this.#environment);
    }
    if (typeof given === "string" || given.length === 1) {
      const loaded = loadParameter(flag, typeof given === "string" ? given : (given[0] ?? ""), this.#environment);
      if (typeof loaded !== "string") return loaded;
      return shape.type === "list" ? this.#list(flag, member, shape, [loaded]) : this.#one(flag, member, loaded);
    }
    return shape.type === "list" ? this.#list(flag, member, shape, given) : null;
  }

  #list(
    flag: string,
    member: MemberDescription,
    shape: Extract<ShapeDescription, { type: "list" }>,
    texts: readonly string[],
  ): Value {
    if (texts.length === 1 && texts[0]?.trimStart().startsWith("[") === true) {
      return this.#json(flag, member, texts[0]);
    }
    return texts.map((text) => {
      const item = shapeOf(this.#description, shape.member.shape);
      if (item.type === "list") return coerce(this.#description, member, this.#shorthand(flag, member, text));
      return this.#one(flag, shape.member, text);
    });
  }

  #one(flag: string, member: MemberDescription, text: string): Value {
    const shape = shapeOf(this.#description, member.shape);
    if (shape.type === "document") return this.#json(flag, member, text);
    if (isComplexShape(shape)) {
      if (/^\s*\{/.test(text)) return this.#json(flag, member, text);
      if (/^\s*\[/.test(text)) throw flagError(flag, `Invalid JSON:\n${this.#shown(member, text)}`);
      const only = shape.type === "structure" ? Object.entries(shape.members) : [];
      if (only.length === 1 && only[0]?.[0] === "Value" && !text.includes("=")) return new Map([["Value", text]]);
      return coerce(this.#description, member, this.#shorthand(flag, member, text));
    }
    return scalarOf(shape, text);
  }

  #shorthand(flag: string, member: MemberDescription, text: string): Value {
    try {
      return parseShorthand(text);
    } catch (error) {
      if (!(error instanceof ShorthandError)) throw error;
      // The message shows the text from its beginning.
      const isHidden = holdsSensitive(this.#description, member);
      throw flagError(flag, isHidden ? `Invalid shorthand syntax: ${hiddenText}` : error.message);
    }
  }

  #json(flag: string, member: MemberDescription, text: string): Value {
    try {
      return parseJsonText(text);
    } catch (error) {
      if (!(error instanceof JsonTextError)) throw error;
      throw flagError(flag, `Invalid JSON: ${error.message}\nJSON received: ${this.#shown(member, text)}`);
    }
  }

  /** What was given, in a message. */
  #shown(member: MemberDescription, text: string): string {
    return holdsSensitive(this.#description, member) ? hiddenText : text;
  }
}

const hiddenText = "(hidden, since it may hold sensitive values)";

/** The texts of shorthand syntax as the types of the model: numbers, booleans, and lists of one where no comma made one. */
function coerce(description: CommandLineDescription, member: MemberDescription, value: Value): Value {
  const shape = shapeOf(description, member.shape);
  switch (shape.type) {
    case "structure":
    case "union":
      if (!isObject(value)) return value;
      return new Map(
        [...value].map(([name, item]) => {
          const target = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
          return [name, target === undefined ? item : coerce(description, target, item)];
        }),
      );
    case "list":
      return (isList(value) ? value : [value]).map((item) => coerce(description, shape.member, item));
    case "map":
      if (!isObject(value)) return value;
      return new Map([...value].map(([key, item]) => [key, coerce(description, shape.value, item)]));
    case "boolean":
      return typeof value === "string" && /^(?:true|false)$/i.test(value) ? value.toLowerCase() === "true" : value;
    default:
      return typeof value === "string" ? scalarOf(shape, value) : value;
  }
}

function scalarOf(shape: ShapeDescription, text: string): Value {
  if (shape.type === "boolean") return text.toLowerCase() !== "false";
  if (!isNumberShape(shape)) return text;
  const digits = text.trim().replace(/^\+/, "").replaceAll("_", "");
  if (isIntegerShape(shape)) {
    return /^-?\d+$/.test(digits) ? new NumberText(digits.replace(/^(-?)0+(?=\d)/, "$1")) : text;
  }
  const special = /^([-+]?)(inf|infinity|nan)$/i.exec(digits);
  if (special !== null) {
    return new NumberText(special[2]?.toLowerCase() === "nan" ? "NaN" : `${special[1] ?? ""}Infinity`);
  }
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(digits)) return text;
  // JSON has no bare point at either end and no leading zeros.
  return new NumberText(
    digits
      .replace(/^(-?)\./, "$10.")
      .replace(/\.(?=$|[eE])/, "")
      .replace(/^(-?)0+(?=\d)/, "$1"),
  );
}

/** The parameters that `--cli-input-json` or `--cli-input-yaml` give; none without these options. */
export async function parametersOfInput(
  options: ReadonlyMap<string, OptionValue>,
  environment: CommandEnvironment,
): Promise<ReadonlyMap<string, Value>> {
  const json = options.get("cli-input-json");
  const yaml = options.get("cli-input-yaml");
  if (json !== undefined && yaml !== undefined) {
    throw new CommandError("Only one --cli-input- parameter may be specified.", exitCodes.usage);
  }
  const name = json === undefined ? "cli-input-yaml" : "cli-input-json";
  const given = json ?? yaml;
  if (typeof given !== "string") return new Map();
  const loaded = loadParameter(`--${name}`, given, environment);
  const text = typeof loaded === "string" ? loaded : new TextDecoder().decode(loaded);
  const value = json === undefined ? await readYamlInput(text) : readJsonInput(text);
  if (isObject(value)) return value;
  throw flagError(`--${name}`, `Invalid type: expecting map, received <class '${typeNameOf(value)}'>`);
}

function readJsonInput(text: string): Value {
  try {
    return parseJsonText(text);
  } catch (error) {
    if (error instanceof JsonTextError) throw flagError("cli-input-json", "Invalid JSON received.");
    throw error;
  }
}

async function readYamlInput(text: string): Promise<Value> {
  const { parseYamlText, YamlTextError } = await import("./yaml-text.js");
  try {
    return parseYamlText(text);
  } catch (error) {
    if (error instanceof YamlTextError) throw flagError("cli-input-yaml", "Invalid YAML received.");
    throw error;
  }
}

/**
 * The parameters with blobs as bytes: texts are base64, or with `raw` the bytes themselves in UTF-8.
 *
 * @throws CommandError when a text is not base64.
 */
export function decodeBlobs(
  description: CommandLineDescription,
  member: MemberDescription,
  value: Value,
  raw: boolean,
): Value {
  const shape = shapeOf(description, member.shape);
  switch (shape.type) {
    case "structure":
    case "union":
      if (!isObject(value)) return value;
      return new Map(
        [...value].map(([name, item]) => {
          const target = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
          return [name, target === undefined ? item : decodeBlobs(description, target, item, raw)];
        }),
      );
    case "list":
      return isList(value) ? value.map((item) => decodeBlobs(description, shape.member, item, raw)) : value;
    case "map":
      if (!isObject(value)) return value;
      return new Map([...value].map(([key, item]) => [key, decodeBlobs(description, shape.value, item, raw)]));
    case "blob": {
      if (typeof value !== "string") return value;
      if (raw) return new TextEncoder().encode(value);
      const base64 = value.replaceAll(/\s/g, "");
      if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
        const shown = member.sensitive === true || shape.sensitive === true ? "" : `: "${value}"`;
        throw new CommandError(`Invalid base64${shown}`, exitCodes.general);
      }
      return new Uint8Array(Buffer.from(base64, "base64"));
    }
    default:
      return value;
  }
}
