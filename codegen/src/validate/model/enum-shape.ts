import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeNumber, type Node } from "../../shapes/node.js";
import type { EnumShape, MemberShape } from "../../shapes/shape.js";
import { jsonText } from "../../shapes/node-text.js";
import { shapeFinding } from "../shape-finding.js";
import { isRecommendedEnumName, unusualEnumName } from "./enum-names.js";

const code = "EnumShape";

/** `EnumShape`: values and names of enum members ("enum", "intEnum", "enumValue trait"). */
export function* enumShapeRule(model: Model): Iterable<Diagnostic> {
  for (const shape of modelIndex(model).ofKind("enum")) yield* checkEnum(shape, stringProblem);
  for (const shape of modelIndex(model).ofKind("intEnum")) yield* checkEnum(shape, integerProblem);
}

interface Problem {
  readonly message: string;
  /** Nothing more is said of the member. */
  readonly isFatal: boolean;
}

function* checkEnum(
  shape: EnumShape,
  problemOf: (value: Node | undefined) => Problem | undefined,
): Iterable<Diagnostic> {
  const seen = new Set<string>();
  for (const member of shape.members.values()) {
    const trait = member.traits.get("smithy.api#enumValue");
    const problem = problemOf(trait?.value);
    if (problem !== undefined) yield shapeFinding("ERROR", code, member, problem.message, trait);
    if (problem?.isFatal === true) continue;
    if (trait !== undefined && (typeof trait.value === "string") === (shape.kind === "enum")) {
      yield* checkDuplicate(shape, member, String(trait.value), seen);
    }
    if (!isRecommendedEnumName(member.name)) {
      yield shapeFinding("WARNING", code, member, unusualEnumName(member.name));
    }
  }
}

function* checkDuplicate(shape: EnumShape, member: MemberShape, value: string, seen: Set<string>) {
  if (seen.has(value)) {
    const message = `Multiple ${shape.kind} members found with duplicate value \`${value}\``;
    yield shapeFinding("ERROR", code, member, message);
  }
  seen.add(value);
}

function stringProblem(value: Node | undefined): Problem | undefined {
  if (value === undefined || typeof value === "string") {
    return value === "" ? { message: "enum values may not be empty.", isFatal: false } : undefined;
  }
  const message = `enum members can only be assigned string values, but found: ${jsonText(value)}`;
  return { message, isFatal: false };
}

const greatest = 2n ** 31n - 1n;

function integerProblem(value: Node | undefined): Problem | undefined {
  if (value === undefined) return fatal("intEnum members must be assigned an integer value");
  if (!isNodeNumber(value)) return fatal(`intEnum members require integer values, but found: ${jsonText(value)}`);
  const text = String(value);
  if (/[.eE]/.test(text)) return fatal(`intEnum members do not support floating point values: ${text}`);
  const integer = BigInt.asIntN(64, BigInt(text));
  if (integer >= -greatest - 1n && integer <= greatest) return undefined;
  return fatal(`intEnum members must fit within an integer, but found: ${integer}`);
}

function fatal(message: string): Problem {
  return { message, isFatal: true };
}
