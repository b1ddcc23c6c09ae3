import { shapeOf, type CommandLineDescription, type MemberDescription } from "./description.js";
import { formatInstant, parseInstant } from "./instants.js";
import { isList, isObject, NumberText, type Value } from "./value.js";

/**
 * A response body as it is shown: members in the order of the model, those that the model does not know and nulls left out,
 * numbers as they were received, timestamps in ISO 8601.
 *
 * @param hidden shown in place of sensitive values; they are shown as they are when it is absent
 */
export function shownOutput(
  description: CommandLineDescription,
  key: string | undefined,
  body: Value,
  hidden?: string,
): Value {
  if (key === undefined || !isObject(body)) return new Map();
  return shown(description, { shape: key }, body, hidden);
}

function keyIsHidden(
  description: CommandLineDescription,
  key: MemberDescription,
  hidden: string | undefined,
): hidden is string {
  return hidden !== undefined && (key.sensitive === true || shapeOf(description, key.shape).sensitive === true);
}

function shown(
  description: CommandLineDescription,
  member: MemberDescription,
  value: Value,
  hidden: string | undefined,
): Value {
  const shape = shapeOf(description, member.shape);
  if (hidden !== undefined && (member.sensitive === true || shape.sensitive === true)) return hidden;
  if (value === null) return null;
  switch (shape.type) {
    case "structure":
    case "union": {
      if (!isObject(value)) return value;
      const members = new Map<string, Value>();
      for (const [name, target] of Object.entries(shape.members)) {
        const item = value.get(name);
        if (item !== undefined && item !== null) members.set(name, shown(description, target, item, hidden));
      }
      if (shape.type === "union" && members.size === 0) {
        for (const [name, item] of value) {
          if (item !== null && name !== "__type") members.set("SDK_UNKNOWN_MEMBER", new Map([["name", name]]));
        }
      }
      return members;
    }
    case "list":
      return isList(value) ? value.map((item) => shown(description, shape.member, item, hidden)) : value;
    case "map":
      if (!isObject(value)) return value;
      return new Map(
        [...value].map(([name, item], index) => [
          keyIsHidden(description, shape.key, hidden) ? `${hidden} ${index + 1}` : name,
          shown(description, shape.value, item, hidden),
        ]),
      );
    case "timestamp": {
      const text = value instanceof NumberText ? value.text : typeof value === "string" ? value : "";
      const instant = parseInstant(value instanceof NumberText ? String(Number(text)) : text);
      return instant === undefined ? value : formatInstant(instant);
    }
    default:
      return value;
  }
}
