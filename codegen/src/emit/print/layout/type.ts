import { TokenReader, UnknownLayout } from "./tokens.js";

/** The types that emitters write where a statement may be too long. */
export type TypeNode =
  | { readonly kind: "reference"; readonly name: string; readonly arguments: readonly TypeNode[] }
  | { readonly kind: "array"; readonly item: TypeNode; readonly readonly: boolean }
  /** Laid out on one line or not at all here. */
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
  const isArray = reader.at("[");
  if (isReadonly !== isArray && isReadonly) throw new UnknownLayout();
  while (reader.tryTake("[")) {
    reader.expect("]");
    type = { kind: "array", item: type, readonly: isReadonly && !reader.at("[") };
  }
  return type;
}

const unknownWords = new Set(["typeof", "keyof", "infer", "new", "unique", "asserts", "import"]);

function readReference(reader: TokenReader): TypeNode {
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
