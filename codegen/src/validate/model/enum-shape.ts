import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { isBundled, type Model } from "../../shapes/model.js";
import { isNodeNumber, type Node } from "../../shapes/node.js";
import type { EnumShape, MemberShape } from "../../shapes/shape.js";
import { nodeText } from "../node/node-text.js";

/** Values of enum members ("enum", "intEnum", "enumValue trait"). */
export function* enumShapeRule(model: Model): Iterable<Diagnostic> {
  for (const shape of model.shapes.values()) {
    if ((shape.kind === "enum" || shape.kind === "intEnum") && !isBundled(model, shape.id)) yield* checkEnum(shape);
  }
}

function* checkEnum(shape: EnumShape): Iterable<Diagnostic> {
  const seen = new Set<string>();
  for (const member of shape.members.values()) {
    const value = member.traits.get("smithy.api#enumValue")?.value;
    const problem = shape.kind === "enum" ? stringProblem(value) : integerProblem(value);
    if (problem !== undefined) yield event(member, "ERROR", problem);
    else if (value !== undefined) {
      const text = nodeText(value);
      const duplicate = `Multiple ${shape.kind} members found with duplicate value \`${text}\``;
      if (seen.has(text)) yield event(member, "ERROR", duplicate);
      seen.add(text);
    }
    if (!/^[A-Z]+[A-Z_0-9]*$/.test(member.name)) {
      const message = `The name \`${member.name}\` does not match the recommended enum name format of beginning with an uppercase letter, followed by any number of uppercase letters, numbers, or underscores.`;
      yield event(member, "WARNING", message);
    }
  }
}

function stringProblem(value: Node | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string")
    return `enum members can only be assigned string values, but found: ${nodeText(value)}`;
  return value === "" ? "enum values may not be empty." : undefined;
}

function integerProblem(value: Node | undefined): string | undefined {
  if (value === undefined) return "intEnum members must be assigned an integer value";
  if (!isNodeNumber(value)) {
    const found = typeof value === "string" ? JSON.stringify(value) : nodeText(value);
    return `intEnum members require integer values, but found: ${found}`;
  }
  if (/[.eE]/.test(String(value))) return "intEnum members do not support floating point values";
  return undefined;
}

function event(member: MemberShape, severity: "ERROR" | "WARNING", message: string): Diagnostic {
  return { code: "EnumShape", severity, message, shape: member.id, location: member.location };
}
