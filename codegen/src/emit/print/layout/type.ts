import { UnknownLayout, type TokenReader } from "./tokens.js";

/** The types that emitters write where a statement may be too long. */
export type TypeNode =
  | { readonly kind: "reference"; readonly name: string; readonly arguments: readonly TypeNode[] }
  | { readonly kind: "array"; readonly item: TypeNode; readonly readonly: boolean }
  /** A literal, or a type inside another: `A["b"]["c"]`. Never broken. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "union"; readonly alternatives: readonly TypeNode[] };

export function readType(reader: TokenReader): TypeNode {
  const first = readSingle(reader);
  if (!reader.at("|")) return first;
  const alternatives = [first];
  while (reader.tryTake("|")) alternatives.push(readSingle(reader));
  return { kind: "union", alternatives };
}

function readSingle(reader: TokenReader): TypeNode {
  const isReadonly = reader.tryTake("readonly");
  let type = readReference(reader);
  if (isReadonly && !reader.at("[")) throw new UnknownLayout();
  while (reader.tryTake("[")) {
    reader.expect("]");
    type = { kind: "array", item: type, readonly: isReadonly && !reader.at("[") };
  }
  return type;
}

const unknownWords = new Set(["typeof", "keyof", "infer", "new", "unique", "asserts", "import"]);

function readReference(reader: TokenReader): TypeNode {
  const token = reader.peek();
  if (token?.kind === "string") return { kind: "text", text: reader.take().text };
  if (token?.kind === "word" && reader.at("[", 1) && reader.peek(2)?.kind === "string") return readIndexed(reader);
  const name = reader.word();
  if (unknownWords.has(name) || reader.at(".") || reader.at("is")) throw new UnknownLayout();
  const found: TypeNode[] = [];
  if (reader.tryTake("<")) {
    do found.push(readType(reader));
    while (reader.tryTake(","));
    reader.expect(">");
  }
  return { kind: "reference", name, arguments: found };
}

/** `A["b"]["c"]` */
function readIndexed(reader: TokenReader): TypeNode {
  let text = reader.word();
  while (reader.at("[") && reader.peek(1)?.kind === "string") {
    reader.expect("[");
    text += `[${reader.take().text}]`;
    reader.expect("]");
  }
  return { kind: "text", text };
}
