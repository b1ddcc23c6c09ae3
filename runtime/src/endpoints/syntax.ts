import type { FunctionDefinition } from "./functions/definition.js";
import type { Place } from "./place.js";
import type { RuleValue } from "./value.js";

/** A rule set as it was read: every function known, every template taken apart ("smithy.rules#endpointRuleSet trait"). */
export interface RuleSet {
  readonly version: RulesVersion;
  readonly parameters: readonly Parameter[];
  readonly rules: readonly Rule[];
}

/** A decision diagram as it was read ("smithy.rules#endpointBdd trait"). */
export interface DecisionDiagram {
  readonly version: RulesVersion;
  readonly parameters: readonly Parameter[];
  readonly conditions: readonly Condition[];
  /** As written: without the result of no match, which has index 0 in references. */
  readonly results: readonly Rule[];
  readonly root: number;
  /** Three numbers a node: condition, reference when it holds, reference when it does not. */
  readonly nodes: Int32Array;
}

/** What is added to the index of a result in the references of a decision diagram ("smithy.rules#endpointBdd trait"). */
export const resultOffset = 100_000_000;

/** True when a reference leads to a node, the complement of one included. */
export function isNodeReference(reference: number): boolean {
  const distance = Math.abs(reference);
  return distance > 1 && distance < resultOffset;
}

/** The version of the language that rules are written in ("Rules engine version"). */
export interface RulesVersion {
  readonly major: number;
  readonly minor: number;
}

/** The types that parameters can have ("Parameter object"). */
export type ParameterType = "string" | "boolean" | "stringArray";

/** "Parameter object" */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly isRequired: boolean;
  readonly builtIn?: string | undefined;
  readonly documentation?: string | undefined;
  readonly default?: RuleValue;
  readonly place: Place;
}

/** "Condition object" */
export interface Condition {
  readonly call: Call;
  readonly assign?: { readonly name: string; readonly place: Place } | undefined;
}

interface RuleCommon {
  readonly documentation?: string | undefined;
  readonly conditions: readonly Condition[];
  readonly place: Place;
}

/** "Endpoint rule object", "Error rule object" or "Tree rule object": what follows when all conditions hold. */
export type Rule =
  | (RuleCommon & { readonly kind: "endpoint"; readonly endpoint: EndpointTemplate })
  | (RuleCommon & { readonly kind: "error"; readonly error: Expression })
  | (RuleCommon & { readonly kind: "tree"; readonly rules: readonly Rule[] });

/** "Endpoint object" */
export interface EndpointTemplate {
  readonly url: Expression;
  readonly headers: ReadonlyMap<string, readonly Expression[]>;
  readonly properties: ReadonlyMap<string, Literal>;
  readonly place: Place;
}

/** What conditions call functions with, and endpoints are made of: a name, a call, or a value that may have templates in it. */
export type Expression = Reference | Call | Literal;

/** "Reference object" */
export interface Reference {
  readonly kind: "reference";
  readonly name: string;
  readonly place: Place;
}

/** "Function object" */
export interface Call {
  readonly kind: "call";
  readonly definition: FunctionDefinition;
  readonly arguments: readonly Expression[];
  /** The second argument of `getAttr`. */
  readonly path?: AttributePath | undefined;
  readonly place: Place;
}

/** The way into a value that `getAttr` takes ("getAttr function"). */
export interface AttributePath {
  readonly text: string;
  /** Names of members, and indexes of items: negative ones count from the end. */
  readonly steps: readonly (string | number)[];
}

/** A value that stands in the rules. A tuple is an array of given length, a record an object. */
export type Literal =
  | { readonly kind: "string"; readonly template: Template; readonly place: Place }
  | { readonly kind: "boolean"; readonly value: boolean; readonly place: Place }
  | { readonly kind: "integer"; readonly value: number; readonly place: Place }
  | { readonly kind: "tuple"; readonly items: readonly Literal[]; readonly place: Place }
  | { readonly kind: "record"; readonly members: ReadonlyMap<string, Literal>; readonly place: Place };

/** "Template syntax": text as it stands, and what is filled in. */
export interface Template {
  readonly source: string;
  readonly parts: readonly (string | TemplateSlot)[];
}

/** What a template fills in: a parameter or another name, or a part of its value. */
export interface TemplateSlot {
  /** What stands between the braces. */
  readonly source: string;
  readonly expression: Reference | Call;
}
