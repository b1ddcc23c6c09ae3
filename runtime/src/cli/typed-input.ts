import { CommandError, exitCodes } from "./command-error.js";
import { shapeOf, type CommandLineDescription, type MemberDescription } from "./description.js";
import { parseInstant } from "./instants.js";
import { isList, isObject, NumberText, type Value } from "./value.js";

/**
 * Checked parameters as operations take them: dates, bytes, and numbers as numbers.
 *
 * @throws CommandError for a number that the operation's type would round.
 */
export function typedInput(
  description: CommandLineDescription,
  input: string | undefined,
  parameters: ReadonlyMap<string, Value>,
): unknown {
  return input === undefined ? {} : typed(description, { shape: input }, parameters, "");
}

function typed(description: CommandLineDescription, member: MemberDescription, value: Value, path: string): unknown {
  const shape = shapeOf(description, member.shape);
  switch (shape.type) {
    case "structure":
    case "union":
      if (!isObject(value)) return value;
      return recordOf(
        [...value].map(([name, item]) => {
          const target = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
          const inner = path === "" ? name : `${path}.${name}`;
          return [name, target === undefined ? undefined : typed(description, target, item, inner)];
        }),
      );
    case "list":
      if (!isList(value)) return value;
      return value.map((item, index) =>
        item === null ? null : typed(description, shape.member, item, `${path}[${index}]`),
      );
    case "map":
      if (!isObject(value)) return value;
      return recordOf(
        [...value].map(([key, item]) => [
          key,
          item === null ? null : typed(description, shape.value, item, `${path}.${key}`),
        ]),
      );
    case "timestamp":
      return parseInstant(value instanceof NumberText ? value.text : String(value));
    case "document":
      return plainValue(value, path);
    case "string":
    case "boolean":
    case "blob":
      return value;
  }
  if (!(value instanceof NumberText)) return value;
  if (shape.as === "bigint") return BigInt(value.text);
  return shape.as === "string" ? value.text : safeNumber(value, path);
}

function plainValue(value: Value, path: string): unknown {
  if (value instanceof NumberText) return safeNumber(value, path);
  if (isList(value)) return value.map((item) => plainValue(item, path));
  if (isObject(value)) return recordOf([...value].map(([key, item]) => [key, plainValue(item, path)]));
  return value;
}

/** A record without a prototype: no key means anything but data. */
function recordOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of entries) record[key] = value;
  return record;
}

function safeNumber(value: NumberText, path: string): number {
  const number = Number(value.text);
  if (value.isInteger && !Number.isSafeInteger(number)) {
    const [bound, word] = number < 0 ? [Number.MIN_SAFE_INTEGER, "min"] : [Number.MAX_SAFE_INTEGER, "max"];
    throw new CommandError(
      `Parameter validation failed:\nInvalid value for parameter ${path}, value: ${value.text}, valid ${word} value: ${bound}`,
      exitCodes.usage,
    );
  }
  return number;
}
