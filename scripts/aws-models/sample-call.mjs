// A call that can be made up from the model: of its first operation whose input and output need no more than plain values.

const texts = [
  "sample",
  "00000000-0000-4000-8000-000000000000",
  "arn:aws:iam::123456789012:role/sample",
  "arn:aws:kinesis:us-east-1:123456789012:stream/sample/consumer/sample:1",
  "-",
];

/**
 * @param model in JSON AST, of one service
 * @returns {{ operation: string, input: object, output: object }} the operation's name as the client has it
 */
export function sampleCall({ shapes }) {
  for (const [id, shape] of Object.entries(shapes)) {
    if (shape.type !== "operation") continue;
    const input = requiredMembers(shapes, shape.input?.target);
    const output = requiredMembers(shapes, shape.output?.target);
    const name = id.slice(id.indexOf("#") + 1);
    if (input !== undefined && output !== undefined) {
      return { operation: name[0].toLowerCase() + name.slice(1), input, output };
    }
  }
  throw new Error("No operation takes plain values alone.");
}

function requiredMembers(shapes, id) {
  const result = {};
  for (const [name, member] of Object.entries(shapes[id]?.members ?? {})) {
    const traits = member.traits ?? {};
    const target = shapes[member.target];
    if (target?.traits?.["smithy.api#streaming"] !== undefined) return undefined;
    if (traits["smithy.api#required"] === undefined) continue;
    const value = plainValue(member.target, target, { ...target?.traits, ...traits });
    if (value === undefined) return undefined;
    result[name] = value;
  }
  return result;
}

/** A value of a simple shape that keeps to its traits; undefined where none is at hand. */
export function plainValue(id, shape, traits) {
  const type = shape?.type ?? id.replace("smithy.api#", "").replace("Primitive", "").toLowerCase();
  if (type === "boolean") return true;
  if (type === "integer" || type === "long") return traits["smithy.api#range"]?.min ?? 1;
  if (type === "enum") {
    const [[name, member] = []] = Object.entries(shape.members);
    return member?.traits?.["smithy.api#enumValue"] ?? name;
  }
  if (type === "list") return traits["smithy.api#length"]?.min > 0 ? undefined : [];
  if (type !== "string") return undefined;
  const { min = 0, max = Infinity } = traits["smithy.api#length"] ?? {};
  const pattern = new RegExp(traits["smithy.api#pattern"] ?? "");
  return texts.find((text) => text.length >= min && text.length <= max && pattern.test(text));
}
