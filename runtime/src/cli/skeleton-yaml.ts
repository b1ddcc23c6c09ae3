import {
  isNumberShape,
  shapeOf,
  type CommandLineDescription,
  type CommandLineTexts,
  type MemberDescription,
} from "./description.js";

/** An input skeleton in YAML: what each member is for stands behind it as a comment. */
export function yamlSkeleton(
  description: CommandLineDescription,
  texts: CommandLineTexts,
  key: string | undefined,
): string {
  if (key === undefined) return "{}\n";
  const lines = new YamlSkeleton(description, texts).members(key, "", [key]);
  return lines.length === 0 ? "{}\n" : `${lines.join("\n")}\n`;
}

class YamlSkeleton {
  readonly #description: CommandLineDescription;
  readonly #texts: CommandLineTexts;

  constructor(description: CommandLineDescription, texts: CommandLineTexts) {
    this.#description = description;
    this.#texts = texts;
  }

  members(key: string, indent: string, within: readonly string[]): string[] {
    const shape = shapeOf(this.#description, key);
    if (shape.type !== "structure" && shape.type !== "union") return [];
    return Object.entries(shape.members).flatMap(([name, member], index) => {
      const comment = this.#comment(key, name, member);
      const [first = "", ...rest] = this.#value(member, indent, within);
      const shown = comment === "" ? "" : `${index === 0 ? "  " : " "}# ${comment}`;
      return [`${indent}${yamlKey(name)}:${first}${shown}`, ...rest];
    });
  }

  /** What follows a key on its line, and the lines below. */
  #value(member: MemberDescription, indent: string, within: readonly string[]): string[] {
    const shape = shapeOf(this.#description, member.shape);
    switch (shape.type) {
      case "structure":
      case "union": {
        const lines = within.includes(member.shape)
          ? []
          : this.members(member.shape, `${indent}  `, [...within, member.shape]);
        return lines.length === 0 ? [" {}"] : ["", ...lines];
      }
      case "list": {
        const [first = "", ...rest] = this.#value(shape.member, indent, within);
        const item = first === "" ? (rest.shift() ?? "").trimStart() : first.slice(1);
        return ["", `${indent}- ${item}`, ...rest];
      }
      case "map": {
        const [first = "", ...rest] = this.#value(shape.value, `${indent}  `, within);
        return ["", `${indent}  KeyName:${first}`, ...rest];
      }
      case "string":
        return [` ${shape.values?.[0] ?? "''"}`];
      case "boolean":
        return [" true"];
      case "timestamp":
        return [" 1970-01-01 00:00:00"];
      case "blob":
        return [" !!binary ''"];
      case "document":
        return [" {}"];
    }
    return [isNumberShape(shape) && ["float", "double", "bigDecimal"].includes(shape.type) ? " 0.0" : " 0"];
  }

  #comment(key: string, name: string, member: MemberDescription): string {
    const shape = shapeOf(this.#description, member.shape);
    const parts: string[] = [];
    if (member.required === true) parts.push("[REQUIRED]");
    const text = firstSentence(this.#texts.members[key]?.[name] ?? "");
    if (text !== "") parts.push(text);
    if (shape.type === "string" && shape.values !== undefined) {
      parts.push(`Valid values are: ${shape.values.join(", ")}.`);
    }
    return parts.join(" ");
  }
}

/** YAML 1.1 readers take some words for booleans and null. */
function yamlKey(name: string): string {
  return /^(?:y|n|yes|no|true|false|on|off|null|~)$/i.test(name) ? `'${name}'` : name;
}

function firstSentence(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const end = /\.(?= |$)/.exec(line);
  return end === null ? line : line.slice(0, end.index + 1);
}
