import type { FunctionDefinition, FunctionLibrary } from "./functions/definition.js";
import {
  expectArrayMember,
  expectObject,
  expectStringMember,
  expectText,
  memberOf,
  membersOf,
  type ObjectPart,
  type Part,
} from "./load-node.js";
import { loadPath } from "./load-path.js";
import { loadTemplate } from "./load-template.js";
import { placeWithin, RuleFault } from "./place.js";
import { coreFunctions } from "./functions/core-functions.js";
import type { Call, Condition, Expression, Literal } from "./syntax.js";
import { isRecord } from "./value.js";

/** What reading needs to know. */
export interface Loading {
  readonly functions: FunctionLibrary;
  /** How deep the part lies that is read. */
  readonly depth: number;
}

/** No rule set of people or tools comes near it; every later pass may recur freely. */
const mostDepth = 200;

/** @throws RuleFault when the part lies too deep */
export function deeper(loading: Loading, { place }: Part): Loading {
  if (loading.depth >= mostDepth)
    throw new RuleFault(`A rule set must not nest deeper than ${mostDepth} levels`, place);
  return { functions: loading.functions, depth: loading.depth + 1 };
}

/** "Condition object" */
export function loadCondition(part: Part, loading: Loading): Condition {
  const object = expectObject(part, "condition must be an object node");
  const call = loadCall(object, loading);
  const assign = memberOf(object, "assign");
  return { call, assign: assign && { name: expectStringMember(object, "assign"), place: assign.place } };
}

/** "Function object", "Reference object", or a literal */
export function loadExpression(part: Part, loading: Loading): Expression {
  if (!isRecord(part.value)) return loadLiteral(part, loading);
  const object = expectObject(part);
  const reference = memberOf(object, "ref");
  const hasCall = memberOf(object, "fn") !== undefined;
  if ((reference !== undefined) === hasCall) {
    const found = JSON.stringify(object.value);
    throw new RuleFault(`expected exactly one of \`ref\` or \`fn\` to be set, found ${found}`, part.place);
  }
  if (reference === undefined) return loadCall(object, deeper(loading, part));
  return { kind: "reference", name: expectText(reference, "ref must be a string"), place: reference.place };
}

/** "Function object" */
function loadCall(object: ObjectPart, loading: Loading): Call {
  const { place } = object;
  const argumentParts = expectArrayMember(object, "argv");
  const loaded = argumentParts.map((part) => loadExpression(part, loading));
  const text = expectStringMember(object, "fn");
  const definition = loading.functions.get(text);
  if (definition === undefined) throw new RuleFault(`\`${text}\` is not a valid function`, placeWithin(place, "fn"));
  const call = { kind: "call", definition, arguments: loaded, place } as const;
  if (text !== "getAttr") return call;
  const [, path] = argumentParts;
  if (path === undefined) throw new RuleFault(`Expected 2 arguments but found ${argumentParts.length}`, place);
  return { ...call, path: loadPath(expectText(path), path.place) };
}

/**
 * A value of a rule set, with its templates taken apart.
 *
 * @throws RuleFault for null, for what is no whole number, and for too deep a nesting
 */
export function loadLiteral(part: Part, loading: Loading): Literal {
  const { value, place } = part;
  if (typeof value === "string") return { kind: "string", template: loadTemplate(value, place, getAttr), place };
  if (typeof value === "boolean") return { kind: "boolean", value, place };
  if (value === null) throw new RuleFault("null node not supported", place);
  if (Array.isArray(value)) {
    const within = deeper(loading, part);
    const items = value.map((item: unknown, index) =>
      loadLiteral({ value: item, place: placeWithin(place, index) }, within),
    );
    return { kind: "tuple", items, place };
  }
  if (isRecord(value)) {
    const within = deeper(loading, part);
    const members = membersOf({ value, place }).map(([name, member]) => [name, loadLiteral(member, within)] as const);
    return { kind: "record", members: new Map(members), place };
  }
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return { kind: "integer", value, place };
  throw new RuleFault("Only integer values greater than or equal to 0 are supported.", place);
}

const getAttr = coreFunctions.get("getAttr") as FunctionDefinition;
