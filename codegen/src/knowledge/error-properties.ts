import { expectShape, type Model } from "../shapes/model.js";
import type { StructureShape } from "../shapes/shape.js";

/** What every error has already: facts about the occurrence, and what each object and class inherits. */
const taken = new Set([
  "name",
  "stack",
  "cause",
  "fault",
  "retryable",
  "throttling",
  "statusCode",
  "requestId",
  "queryCode",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

const cache = new WeakMap<StructureShape, ReadonlyMap<string, string>>();

/**
 * The property of an error's class, and of its data, that holds each member. Mostly the member's name; a member that would
 * hide what every error has (`statusCode`, `name`, …) gets an underscore behind it, and so does a `message` that is no text.
 */
export function errorProperties(model: Model, shape: StructureShape): ReadonlyMap<string, string> {
  let properties = cache.get(shape);
  if (properties === undefined) {
    properties = allocate(model, shape);
    cache.set(shape, properties);
  }
  return properties;
}

function allocate(model: Model, shape: StructureShape): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const used = new Set(shape.members.keys());
  for (const member of shape.members.values()) {
    let property = member.name;
    const hides = taken.has(member.name) || (member.name === "message" && !isText(model, member.target));
    if (hides) while (used.has(property)) property += "_";
    used.add(property);
    properties.set(member.name, property);
  }
  return properties;
}

function isText(model: Model, target: string): boolean {
  return expectShape(model, target).kind === "string";
}

/** The member whose value is the text of the error: `message` in any spelling of its case, when it is a string. */
export function errorMessageMember(model: Model, shape: StructureShape): string | undefined {
  for (const wanted of [/^message$/, /^message$/i, /^errormessage$/i]) {
    for (const member of shape.members.values()) {
      if (wanted.test(member.name) && isText(model, member.target)) return member.name;
    }
  }
  return undefined;
}
