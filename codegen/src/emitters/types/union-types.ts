import type { InterfaceDeclarationStructure } from "ts-morph";
import type { DocComment } from "../../emit/doc-comment.js";
import { propertyKey } from "../../emit/escape.js";
import { interfaceDeclaration } from "../../emit/structures.js";
import { docLines } from "./doc-lines.js";

interface Variant {
  readonly name: string;
  readonly type: string;
  readonly docs: DocComment;
}

interface UnionSpec {
  readonly name: string;
  readonly docs: DocComment;
  readonly variants: readonly Variant[];
  /** Whether a client may find a member that the model does not know. */
  readonly open: boolean;
}

/** The member of a received union that the model does not know: its name, and its value as parsed. */
const unknownVariant: Variant = {
  name: "$unknown",
  type: "readonly [name: string, value: unknown]",
  docs: { text: "A member that this version of the model does not know: its name and its value." },
};

/** Every object has these, so that no object could say that they are absent. */
const inheritedNames = new Set(Object.getOwnPropertyNames(Object.prototype));

/** With n members the exact type has n² properties; beyond this it would be slow to check and of no use to read. */
const largestExactUnion = 64;

/**
 * A union as alternatives with exactly one member each, so that `value.member !== undefined` narrows. Very large ones become an
 * interface of optional members; that exactly one is set is then checked at run time only.
 */
export function unionType(spec: UnionSpec): string | InterfaceDeclarationStructure {
  const variants = spec.open ? [...spec.variants, unknownVariant] : spec.variants;
  if (variants.length > largestExactUnion) {
    return interfaceDeclaration({
      name: spec.name,
      docs: spec.docs,
      properties: variants.map(({ name, type, docs }) => ({ name, type: `${type} | undefined`, optional: true, docs })),
    });
  }
  const [only] = variants;
  const type =
    variants.length === 1 && only !== undefined
      ? ` ${alternative(only, variants, 0).join("\n")}`
      : `\n${variants.map((variant) => `  | ${alternative(variant, variants, 4).join("\n")}`).join("\n")}`;
  return [...docLines(spec.docs, 0), `export type ${spec.name} =${type};`].join("\n");
}

/** The lines of one alternative; all but the first are indented. */
function alternative(chosen: Variant, variants: readonly Variant[], indent: number): readonly string[] {
  const outer = " ".repeat(indent);
  const inner = " ".repeat(indent + 2);
  const lines = ["{"];
  for (const variant of variants) {
    if (variant === chosen) {
      lines.push(...docLines(variant.docs, indent + 2));
      lines.push(`${inner}readonly ${propertyKey(variant.name)}: ${variant.type};`);
    } else if (!inheritedNames.has(variant.name)) {
      lines.push(`${inner}readonly ${propertyKey(variant.name)}?: never;`);
    }
  }
  lines.push(`${outer}}`);
  return lines;
}
