import { isNodeArray, isNodeObject, nodeKind, type Node, type NodeObject } from "../../shapes/node.js";
import { jsonText } from "../../shapes/node-text.js";
import { isShapeId, type ShapeId } from "../../shapes/shape-id.js";

/** What a setting takes: the name of its type, as messages show it, and how a node becomes its value. */
export interface SettingKind<Value> {
  readonly type: string;
  /** `null` leaves the setting as it is. */
  readonly isNullable?: boolean | undefined;
  /** Whatever the value, the settings are refused. */
  readonly isRefused?: boolean | undefined;
  /** The value, or why the node is none. `at` is where a list or map is wrong. */
  read(node: Node): SettingValue<Value> | SettingProblem;
}

interface SettingValue<Value> {
  readonly value: Value;
  /** The type is right, but the conversion does not know this value. */
  readonly isRefused?: boolean | undefined;
}

interface SettingProblem {
  readonly problem: string | undefined;
  readonly at?: { readonly pointer: string; readonly type: string; readonly node: Node } | undefined;
}

/** The settings of a plugin by name. */
export type SettingTable = Readonly<Record<string, SettingKind<unknown>>>;

/** What was set, by name. */
export type SettingValues<Table extends SettingTable> = {
  readonly [Name in keyof Table]?: Table[Name] extends SettingKind<infer Value> ? Value : never;
};

/** The settings that were read, or why they cannot be used. */
export interface SettingsRead<Table extends SettingTable> {
  readonly values: SettingValues<Table>;
  /** Why the settings cannot be used: the first of them that is wrong. */
  readonly problem: string | undefined;
}

/** True or false. As in Smithy, `null` is a value of the wrong type here, while for other settings it refuses them all without a reason. */
export const flag: SettingKind<boolean> = {
  type: "boolean",
  read: (node) => (typeof node === "boolean" ? { value: node } : { problem: undefined }),
};

/** Any string. */
export const text: SettingKind<string> = {
  type: "String",
  read: (node) => (typeof node === "string" ? { value: node } : { problem: undefined }),
};

/** An absolute shape ID. It is read by a method of Smithy's own class, whose messages differ from those of other settings. */
export const shapeIdText: SettingKind<ShapeId> = {
  type: "ShapeId",
  isNullable: true,
  read: (node) => {
    const problem = "Unable to deserialize Node using fromNode method:";
    if (typeof node !== "string") return { problem: `${problem} Expected string, but found ${nodeKind(node)}.` };
    return isShapeId(node) ? { value: node } : { problem: `${problem} Invalid shape ID: ${node}` };
  },
};

/** Any object, kept as a node. */
export const object: SettingKind<NodeObject> = {
  type: "ObjectNode",
  read: (node) => (isNodeObject(node) ? { value: node } : { problem: undefined }),
};

/** An object that Smithy reads into a map: only the name of its type differs from {@link object}. */
export const nodesByName: SettingKind<NodeObject> = { ...object, type: "Map<String, Node>" };

/** A list of strings; a set is written as one too. */
export function texts(type: string): SettingKind<readonly string[]> {
  return {
    type,
    read: (node) => {
      if (!isNodeArray(node)) return { problem: undefined };
      const wrong = node.findIndex((item) => typeof item !== "string");
      if (wrong < 0) return { value: node.filter((item) => typeof item === "string") };
      return { problem: undefined, at: { pointer: `/${wrong}`, type: "String", node: node[wrong] as Node } };
    },
  };
}

/** One of a few strings, in the order in which messages list them. */
export function choice<const Value extends string>(type: string, values: readonly Value[]): SettingKind<Value> {
  return {
    type,
    read: (node) => {
      if (typeof node !== "string") return { problem: undefined };
      const value = values.find((candidate) => candidate === node);
      if (value !== undefined) return { value };
      return { problem: `Expected one of the following enum strings: [${values.join(", ")}]` };
    },
  };
}

/** The same setting, which `null` leaves as it is. */
export function nullable<Value>(kind: SettingKind<Value>): SettingKind<Value> {
  return { ...kind, isNullable: true };
}

/** The same setting, which must not be used. */
export function refused<Value>(kind: SettingKind<Value>): SettingKind<Value> {
  return { ...kind, isRefused: true };
}

/**
 * Reads settings in the order they are written, and stops at the first that is wrong. Names that the table does not know are left to
 * others: every plugin of a conversion reads the same object.
 *
 * @param type - the name of all the settings, as messages show it
 */
export function readSettings<Table extends SettingTable>(
  table: Table,
  settings: NodeObject,
  type: string,
): SettingsRead<Table> {
  const values: Record<string, unknown> = {};
  for (const [key, node] of Object.entries(settings)) {
    const name = settingName(key);
    const kind = name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
    if (name === undefined || kind === undefined || (node === null && kind.isNullable === true)) continue;
    const result = kind.read(node);
    const isUnset = node === null && kind !== flag;
    const isRefused = "value" in result && (kind.isRefused === true || result.isRefused === true);
    if (isUnset || isRefused) {
      return { values: {}, problem: creationProblem("/", type, settings) };
    }
    if (!("value" in result)) return { values: {}, problem: describeProblem(key, node, kind, result) };
    values[name] = result.value;
  }
  return { values: values as SettingValues<Table>, problem: undefined };
}

/** The setting that a key means: its parts are joined in camel case, whatever stands between them and however it begins. */
function settingName(key: string): string | undefined {
  if (/[^\p{L}\p{Nd}_$]{2}/u.test(key)) return undefined;
  const joined = key.replace(/[^\p{L}\p{Nd}_$](.?)/gu, (_, next: string) => next.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

function describeProblem(key: string, node: Node, kind: SettingKind<unknown>, { problem, at }: SettingProblem): string {
  return creationProblem(
    `/${key}${at?.pointer ?? ""}`,
    at?.type ?? kind.type,
    at === undefined ? node : at.node,
    problem,
  );
}

/** That a value of a type cannot be made of a node, in the words of Smithy's node mapper. */
function creationProblem(pointer: string, type: string, node: Node, problem?: string): string {
  const text = `Deserialization error at (${pointer}): unable to create ${type} from ${jsonText(node)}`;
  return problem === undefined ? text : `${text}: ${problem}`;
}
