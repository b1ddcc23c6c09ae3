import { isNodeArray, isNodeObject, type Node, nodeKind, type NodeObject, nodeMember } from "../shapes/node.js";

/**
 * Reads the members of an object node of metadata, and keeps what is wrong first, in Smithy's words. After that, what is read is
 * of no use.
 */
export class MemberReader {
  problem: string | undefined;
  private readonly node: NodeObject;

  constructor(node: NodeObject) {
    this.node = node;
  }

  /** A text that must be there. */
  requiredText(name: string): string {
    const value = nodeMember(this.node, name);
    if (value === undefined) this.report(`Missing expected member \`${name}\`.`);
    else if (typeof value !== "string") {
      this.report(`Expected \`${name}\` member to be a string, but found ${nodeKind(value)}.`);
    }
    return typeof value === "string" ? value : "";
  }

  text(name: string): string | undefined {
    const value = nodeMember(this.node, name);
    if (value === undefined || typeof value === "string") return value;
    this.report(`Expected \`${name}\` to be a string; found ${nodeKind(value)}`);
    return undefined;
  }

  /** A text out of a few, which Smithy lists in its order. */
  oneOf<Text extends string>(value: string | undefined, texts: readonly Text[]): Text | undefined {
    const found = texts.find((text) => text === value);
    if (found === undefined && value !== undefined) {
      const list = texts.map((text) => `\`${text}\``).toSorted();
      this.report(`Expected one of ${list.join(", ")}; got \`${value}\`.`);
    }
    return found;
  }

  texts(name: string): readonly string[] {
    const value = nodeMember(this.node, name);
    if (value === undefined) return [];
    if (!isNodeArray(value)) {
      this.report(`Expected \`${name}\` to be an array of strings. Found ${nodeKind(value)}.`);
      return [];
    }
    const wrong = value.findIndex((item) => typeof item !== "string");
    if (wrong >= 0) {
      this.report(`Expected array element ${wrong} to be a string but found ${nodeKind(value[wrong] as Node)}.`);
    }
    return value.filter((item) => typeof item === "string");
  }

  object(name: string): NodeObject | undefined {
    const value = nodeMember(this.node, name);
    if (value === undefined || isNodeObject(value)) return value;
    this.report(`Expected \`${name}\` to be an object; found ${nodeKind(value)}`);
    return undefined;
  }

  report(problem: string): void {
    this.problem ??= problem;
  }
}
