import { compilePattern } from "../knowledge/pattern/compile-pattern.js";
import { assessPattern } from "../knowledge/pattern/assess-pattern.js";
import { parseSelector } from "../selector/parse-selector.js";
import type { Selector } from "../selector/selector.js";
import { isNodeArray, isNodeObject, type Node, nodeKind } from "../shapes/node.js";
import { jsonText } from "../shapes/node-text.js";
import { isShapeId, type ShapeId } from "../shapes/shape-id.js";

/** A value read from a node, or why there is none, in Smithy's words. */
export type Decoded<Value> = { readonly value: Value } | { readonly problem: string };

/**
 * Reads one type of value from the configuration of a linter ("Validators", configuration). Smithy reads configurations into the
 * properties of Java objects and names their types in its messages, so that decoders know these names.
 */
export interface Decoder<Value> {
  /** The name of the type in messages. */
  readonly type: string;
  decode(node: Node, pointer: string): Decoded<Value>;
}

/** One property of a configuration. */
export interface Property<Value> {
  readonly decoder: Decoder<Value>;
  /** What is wrong with a value of the right type. */
  readonly check?: ((value: Value) => string | undefined) | undefined;
  /** What is wrong with a null, which otherwise counts as no value. Empty where Smithy gives no reason. */
  readonly nullProblem?: string | undefined;
}

type Properties<Values> = { readonly [Name in keyof Values]: Property<Values[Name]> };

function failure(type: string, node: Node, pointer: string, reason?: string): { readonly problem: string } {
  const where = pointer === "" ? "/" : pointer;
  const message = `Deserialization error at (${where}): unable to create ${type} from ${jsonText(node)}`;
  return { problem: reason === undefined || reason === "" ? message : `${message}: ${reason}` };
}

/** What Smithy says before the reason of a property that does not take its value. */
const inSetter = "Unable to deserialize a Node when invoking target constructor: ";

/** What Smithy says before the reason of a type that makes itself from a node. */
const inFactory = "Unable to deserialize Node using fromNode method: ";

/** Any string. */
export const text: Decoder<string> = {
  type: "java.lang.String",
  decode: (node, pointer) => (typeof node === "string" ? { value: node } : failure(text.type, node, pointer)),
};

/** True or false. */
export const flag: Decoder<boolean> = {
  type: "boolean",
  decode: (node, pointer) => (typeof node === "boolean" ? { value: node } : failure(flag.type, node, pointer)),
};

/** Tells whether a whole name fits. */
export type NameTest = (name: string) => boolean;

/** Longer names fit no expression whose time grows with a power of their length. */
const longestName = 1000;

/** A regular expression for whole names. One that takes exponential time is none. */
export const expression: Decoder<NameTest> = {
  type: "java.util.regex.Pattern",
  decode(node, pointer) {
    if (typeof node !== "string") return failure(expression.type, node, pointer);
    const compiled = compilePattern(node);
    if (compiled.kind === "invalid") return failure(expression.type, node, pointer, compiled.reason);
    const whole = new RegExp(`^(?:${compiled.source})$`, compiled.flags);
    const risk = assessPattern(node);
    if (risk.kind === "linear") return { value: (name) => whole.test(name) };
    if (risk.kind === "polynomial") return { value: (name) => name.length <= longestName && whole.test(name) };
    return failure(expression.type, node, pointer, `It takes ${risk.kind} time on ${risk.attack}`);
  },
};

/** A type that Smithy makes from a text with a method of its own. */
function fromText<Value>(type: string, read: (text: string) => Decoded<Value>): Decoder<Value> {
  return {
    type,
    decode(node, pointer) {
      if (typeof node !== "string") {
        return failure(type, node, pointer, `${inFactory}Expected string, but found ${nodeKind(node)}.`);
      }
      const decoded = read(node);
      return "value" in decoded ? decoded : failure(type, node, pointer, inFactory + decoded.problem);
    },
  };
}

/** A selector; its mistakes are told in Smithy's words. */
export const selector: Decoder<Selector> = fromText("software.amazon.smithy.model.selector.Selector", (given) => {
  const { selector: value, problem } = parseSelector(given);
  return value === undefined ? { problem: problem.message } : { value };
});

/** An absolute shape ID. */
export const shapeId: Decoder<ShapeId> = fromText("software.amazon.smithy.model.shapes.ShapeId", (given) =>
  isShapeId(given) ? { value: given } : { problem: `Invalid shape ID: ${given}` },
);

/** One of a few texts. */
export function choice<Text extends string>(type: string, texts: readonly Text[]): Decoder<Text> {
  return {
    type,
    decode(node, pointer) {
      if (typeof node !== "string") return failure(type, node, pointer);
      const value = texts.find((known) => known === node);
      const reason = `Expected one of the following enum strings: [${texts.join(", ")}]`;
      return value === undefined ? failure(type, node, pointer, reason) : { value };
    },
  };
}

/** A list; nulls in it are left out. */
export function listOf<Value>(item: Decoder<Value>, type = `java.util.List<${item.type}>`): Decoder<readonly Value[]> {
  return {
    type,
    decode(node, pointer) {
      if (!isNodeArray(node)) return failure(type, node, pointer);
      const values: Value[] = [];
      for (const [index, element] of node.entries()) {
        if (element === null) continue;
        const decoded = item.decode(element, `${pointer}/${index}`);
        if ("problem" in decoded) return decoded;
        values.push(decoded.value);
      }
      return { value: values };
    },
  };
}

/** A list of strings, which Smithy reads into a set: messages name its type. */
export const textSet: Decoder<readonly string[]> = listOf(text, "java.util.Set<java.lang.String>");

/** A map by texts; nulls in it are left out. */
export function mapOf<Value>(item: Decoder<Value>): Decoder<ReadonlyMap<string, Value>> {
  const type = `java.util.Map<java.lang.String, ${item.type}>`;
  return {
    type,
    decode(node, pointer) {
      if (!isNodeObject(node)) return failure(type, node, pointer);
      const values = new Map<string, Value>();
      for (const [key, element] of Object.entries(node)) {
        if (element === null) continue;
        const decoded = item.decode(element, `${pointer}/${key}`);
        if ("problem" in decoded) return decoded;
        values.set(key, decoded.value);
      }
      return { value: values };
    },
  };
}

/** An object of known properties, all optional. Others are ignored, as Smithy does but for a line in its log. */
export function objectOf<Values>(type: string, properties: Properties<Values>): Decoder<Partial<Values>> {
  return {
    type,
    decode(node, pointer) {
      if (!isNodeObject(node)) return failure(type, node, pointer);
      const values: Partial<Values> = {};
      for (const [key, value] of Object.entries(node)) {
        const name = propertyName(key);
        if (name === undefined || !Object.hasOwn(properties, name)) continue;
        const reason = setProperty(values, properties, name as keyof Values, value, `${pointer}/${key}`);
        if (reason === undefined) continue;
        return "problem" in reason ? reason : failure(type, node, pointer, reason.inObject);
      }
      return { value: values };
    },
  };
}

function setProperty<Values, Name extends keyof Values>(
  values: Partial<Values>,
  properties: Properties<Values>,
  name: Name,
  node: Node,
  pointer: string,
): { readonly problem: string } | { readonly inObject: string } | undefined {
  const { decoder, check, nullProblem } = properties[name];
  if (node === null) {
    if (nullProblem === undefined) return undefined;
    return { inObject: nullProblem === "" ? "" : inSetter + nullProblem };
  }
  const decoded = decoder.decode(node, pointer);
  if ("problem" in decoded) return decoded;
  const problem = check?.(decoded.value);
  if (problem !== undefined) return { inObject: inSetter + problem };
  values[name] = decoded.value;
  return undefined;
}

/** `exact-match` is `exactMatch`: what stands in no identifier of Java is left out and makes the next letter a capital. */
function propertyName(key: string): string | undefined {
  if (/[^\p{L}\p{N}_$]{2}/u.test(key)) return undefined;
  return key.replaceAll(/[^\p{L}\p{N}_$](.?)/gu, (_, next: string) => next.toUpperCase());
}
