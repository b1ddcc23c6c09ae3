import { isNodeNumber, isNodeObject } from "../../shapes/node.js";
import { tickedList } from "../ticked-list.js";
import { base64Problem } from "./base64-problem.js";
import { kind, object, optional, type Reader, required, shapeIdText, text } from "./reader.js";

const number = kind("number");
const string = kind("string");

const headerTypes: ReadonlyMap<string, Reader> = new Map([
  ["BOOLEAN", kind("boolean")],
  ["BYTE", number],
  ["SHORT", number],
  ["INTEGER", number],
  ["LONG", number],
  ["BLOB", text(base64Problem)],
  ["STRING", string],
  ["TIMESTAMP", (value, target) => (isNodeNumber(value) ? undefined : string(value, target))],
]);

/** The value of a header of an event in `eventStreamTests`, by its type. */
export const eventHeaderValue: Reader = (value, target) => {
  if (!isNodeObject(value)) return kind("object")(value, target);
  for (const [name, member] of Object.entries(value)) {
    const type = name.toUpperCase();
    const read = headerTypes.get(type);
    if (read === undefined) {
      return `No enum constant software.amazon.smithy.protocoltests.traits.eventstream.EventHeaderValue.Type.${type}`;
    }
    const problem = read(member, target);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/** The failure that a test expects. */
const failure = object({ errorId: optional("string", shapeIdText) });

/** What a test expects: success or failure, and nothing beside it. */
export const testExpectation: Reader = (value, target) => {
  if (!isNodeObject(value)) return kind("object")(value, target);
  const names = Object.keys(value);
  const only = ["success", "failure"].find((name) => names.includes(name));
  if (only === undefined) {
    return `Expected an object with exactly one \`success\` or \`failure\` property, but found properties: ${tickedList(names)}`;
  }
  const others = names.filter((name) => name !== only);
  if (others.length > 0) {
    return `Expected an object with possible properties of \`${only}\`, but found additional properties: ${tickedList(others)}`;
  }
  return only === "failure" ? object({ failure: required("object", failure) })(value, target) : undefined;
};
