import { isNodeObject } from "../shapes/node.js";
import type { AppliedTrait, Traits } from "../shapes/shape.js";
import { entriesText, nodeText, type NodeWriter } from "./idl-nodes.js";
import { type IdlOrder, sortTraits } from "./idl-order.js";
import { deeper } from "./idl-text.js";

const documentationTrait = "smithy.api#documentation";

/** What traits are written with. */
export interface TraitWriter extends NodeWriter {
  readonly order: IdlOrder;
}

interface TraitPlace {
  /** The value of `default` follows a member behind an equals sign. */
  readonly isMember?: boolean;
  /** In an apply statement no comment is documentation. */
  readonly isApplied?: boolean;
}

/** Traits in lines of their own, documentation first and as a comment. What `=` says of a member is left out. */
export function traitLines(
  writer: TraitWriter,
  traits: Traits,
  indentation: string,
  { isMember = false, isApplied = false }: TraitPlace = {},
): string {
  const documentation = isApplied ? undefined : traits.get(documentationTrait)?.value;
  const others = [...traits.values()].filter(
    ({ id }) =>
      !id.startsWith("smithy.synthetic#") &&
      id !== "smithy.api#enumValue" &&
      id !== "smithy.api#box" &&
      (isApplied || id !== documentationTrait) &&
      !(isMember && id === "smithy.api#default"),
  );
  return (
    (typeof documentation === "string" ? documentationLines(documentation, indentation) : "") +
    sortTraits(others, writer.order)
      .map((trait) => `${indentation}${traitText(writer, trait, indentation)}\n`)
      .join("")
  );
}

/** `DocumentationComment`. The space behind the slashes stays in an empty line: it is no part of the text. */
function documentationLines(text: string, indentation: string): string {
  return text
    .split("\n")
    .map((line) => `${indentation}/// ${line}\n`)
    .join("");
}

/** `Trait`. A value that is an empty structure is left out. */
function traitText(writer: TraitWriter, { id, value }: AppliedTrait, indentation: string): string {
  const shape = writer.model.shapes.get(id);
  const name = `@${writer.write(id)}`;
  if (!isNodeObject(value)) return `${name}(${nodeText(writer, value, shape, indentation)})`;
  if (Object.keys(value).length > 0) {
    return `${name}(${entriesText(writer, value, shape, deeper(indentation))}\n${indentation})`;
  }
  return shape === undefined || shape.kind === "document" ? `${name}()` : name;
}
