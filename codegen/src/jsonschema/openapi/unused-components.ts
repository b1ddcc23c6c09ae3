import { isNodeArray, isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import { nodeObject, withoutKeys } from "../schema/schema.js";

/** The document without the schemas that nothing refers to, and without the security schemes that nothing requires. */
export function removeUnusedComponents(document: NodeObject, definitionPointer: string): NodeObject {
  const components = objectMember(document, "components");
  const schemas = objectMember(components, "schemas");
  const schemes = objectMember(components, "securitySchemes");
  const rest = { ...document, components: withoutKeys(components, ["schemas"]) };
  const unused = unusedSchemas(schemas, referencesOf(rest), `${definitionPointer}/`);
  const required = requiredSchemes(document);
  const unrequired = Object.keys(schemes).filter((name) => !required.has(name));
  return {
    ...document,
    components: {
      ...components,
      schemas: nodeObject(Object.entries(schemas).filter(([name]) => !unused.has(name))),
      securitySchemes: withoutKeys(schemes, unrequired),
    },
  };
}

/** Schemas that refer to themselves, alone or in a circle, count as used: what Smithy's conversion keeps. */
function unusedSchemas(schemas: NodeObject, outside: readonly string[], prefix: string): ReadonlySet<string> {
  const counts = new Map(Object.keys(schemas).map((name) => [prefix + name, 0]));
  const count = (pointers: readonly string[], step: number): readonly string[] =>
    pointers.filter((pointer) => {
      const known = counts.get(pointer);
      if (known === undefined) return false;
      counts.set(pointer, known + step);
      return known + step === 0;
    });
  count(outside, 1);
  const references = new Map(Object.entries(schemas).map(([name, schema]) => [prefix + name, referencesOf(schema)]));
  for (const pointers of references.values()) count(pointers, 1);
  const unused = [...counts].filter(([, uses]) => uses === 0).map(([pointer]) => pointer);
  for (const pointer of unused) unused.push(...count(references.get(pointer) ?? [], -1));
  return new Set(unused.map((pointer) => pointer.slice(prefix.length)));
}

/** Every `$ref` in a node. What stands beside one counts for nothing. */
function referencesOf(node: Node): readonly string[] {
  const references: string[] = [];
  const stack: Node[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isNodeArray(next)) stack.push(...next);
    if (!isNodeObject(next)) continue;
    const reference = nodeMember(next, "$ref");
    if (typeof reference === "string") references.push(reference);
    if (reference === undefined) stack.push(...Object.values(next));
  }
  return references;
}

function requiredSchemes(document: NodeObject): ReadonlySet<string> {
  const items = Object.values(objectMember(document, "paths"));
  const operations = items.flatMap((item) => (isNodeObject(item) ? Object.values(item) : []));
  return new Set(
    [document, ...operations].flatMap((part) => {
      const security = nodeMember(part, "security");
      return isNodeArray(security) ? security.flatMap((item) => (isNodeObject(item) ? Object.keys(item) : [])) : [];
    }),
  );
}

/** The member of an object that is one itself, else an empty one. */
export function objectMember(node: Node | undefined, key: string): NodeObject {
  const member = nodeMember(node, key);
  return isNodeObject(member) ? member : {};
}
