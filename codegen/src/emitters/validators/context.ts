import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { EmitterInput } from "../../emit/emitter.js";
import { isIdentifierName } from "../../emit/escape.js";
import { runtimeType, runtimeValue } from "../../emit/symbol.js";
import type { TypeContext } from "../../emit/type-expression.js";
import { createTypeScriptFile, type TypeScriptFile } from "../../emit/typescript-file.js";
import { constraintsOf, overridesConstraints, type Constraints } from "../../knowledge/constraints.js";
import { recursionGroups } from "../../knowledge/recursion.js";
import { serviceIndex, type ServiceIndex } from "../../knowledge/service-index.js";
import { expectShape, type Model } from "../../shapes/model.js";
import type { MemberShape, RootShape, Shape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";

/** Values of `@tsmith/runtime/validate` and `/regex` that validators call. Nothing of the file itself takes one of these names. */
const helperNames = [
  "compareDecimals",
  "decimalKey",
  "dropFromList",
  "dropFromMap",
  "escapeKey",
  "blobKey",
  "mapKey",
  "failEnum",
  "failLength",
  "failPattern",
  "failRange",
  "failType",
  "failUnion",
  "failUniqueItems",
  "failUnsafeInteger",
  "hasOtherMembers",
  "hasUniqueKeys",
  "isAsyncIterable",
  "isBlob",
  "isDecimal",
  "isDocument",
  "isInt64",
  "isIntegerWithin",
  "isObject",
  "isStream",
  "isTimestamp",
  "isTooDeep",
  "keepMembers",
  "keepWhole",
  "maximumDepth",
  "ownMember",
  "parseResult",
  "pathOf",
  "scalarLength",
  "standardSchema",
  "textLengthWithin",
] as const;

export type Helper = (typeof helperNames)[number];

/** Names of parameters and of the variables that every function may declare. */
const functionNames = [
  "value",
  "path",
  "key",
  "report",
  "depth",
  "at",
  "index",
  "item",
  "items",
  "entry",
  "set",
  "before",
];

/** The functions that judge values of one shape, or of one member with constraints of its own. */
export interface Unit {
  /** The shape or the member: where the constraints come from. */
  readonly shape: Shape;
  readonly target: RootShape;
  readonly constraints: Constraints;
  /** `isX`, or a function of the file for a member. */
  readonly test: string;
  readonly check: string;
  /** The number of the recursion group that the target is in; undefined when values cannot hold values of the same shape. */
  readonly group: number | undefined;
}

/** One run of the emitter. */
export class ValidatorContext {
  readonly input: EmitterInput;
  readonly model: Model;
  readonly index: ServiceIndex;
  readonly file: TypeScriptFile;
  readonly types: TypeContext;
  /** The shapes that have functions in the file; those of the prelude have none. */
  readonly closure: ReadonlySet<ShapeId>;
  readonly diagnostics: Diagnostic[] = [];
  readonly #groups: ReadonlyMap<ShapeId, number>;
  readonly #units = new Map<ShapeId, Unit>();
  readonly #pending: Unit[] = [];
  readonly #reported = new Set<string>();
  readonly #locals = new Map<string, string>();
  readonly #taken = new Set<string>([...helperNames, ...functionNames, "linearPattern", "cappedPattern"]);

  constructor(input: EmitterInput) {
    this.input = input;
    this.model = input.model;
    this.index = serviceIndex(input.model, input.service);
    this.file = createTypeScriptFile("src/validators.ts", input.names);
    this.types = { ...input, use: this.file.use };
    this.closure = new Set(this.index.shapes.map(({ id }) => id));
    this.#groups = recursionGroups(input.model, this.index.shapes);
  }

  helper(name: Helper): string {
    return this.file.use(runtimeValue("validate", name));
  }

  /** Adds a diagnostic, once for each `cause`. */
  reportOnce(cause: string, diagnostic: Diagnostic): void {
    if (this.#reported.has(cause)) return;
    this.#reported.add(cause);
    this.diagnostics.push(diagnostic);
  }

  helperType(name: "Key" | "ParseResult" | "Report" | "StandardSchemaV1"): string {
    return this.file.use(runtimeType("validate", name));
  }

  /** The name of something that only this file knows, the same for the same purpose: `dropLayer`, `repositoryNamePattern`. */
  local(purpose: string, wanted: string): string {
    let name = this.#locals.get(purpose);
    if (name === undefined) {
      name = wanted;
      while (this.#taken.has(name) || this.input.names.isTaken(name)) name += "_";
      this.#taken.add(name);
      this.#locals.set(purpose, name);
    }
    return name;
  }

  hasLocal(purpose: string): boolean {
    return this.#locals.has(purpose);
  }

  /** A variable for a member's value: the member's name, unless that already means something here. */
  variable(member: string, used: Set<string>): string {
    const stem = member.replace(/_+$/, "");
    const free = (name: string): boolean =>
      isIdentifierName(name) && !this.#taken.has(name) && !this.input.names.isTaken(name) && !used.has(name);
    let name = free(stem) && free(member) ? member : `${member}Member`;
    while (!free(name)) name += "_";
    used.add(name);
    return name;
  }

  /** The functions for a shape of the closure, or for a member: its target's, unless the member has constraints of its own. */
  unit(shape: Shape): Unit {
    const target = shape.kind === "member" ? expectShape(this.model, shape.target) : shape;
    const owner = overridesConstraints(shape) ? shape : target;
    let unit = this.#units.get(owner.id);
    if (unit === undefined) {
      unit = this.#createUnit(owner, target);
      this.#units.set(owner.id, unit);
      if (owner.kind === "member") this.#pending.push(unit);
    }
    return unit;
  }

  /** Units of members that were asked for and whose functions are yet to be written. */
  takePending(): readonly Unit[] {
    return this.#pending.splice(0);
  }

  #createUnit(owner: Shape, target: RootShape): Unit {
    const stem = owner.kind === "member" ? this.#stemOf(owner) : pascal(this.index.nameOf(target.id));
    const common = {
      shape: owner,
      target,
      constraints: constraintsOf(this.model, owner),
      group: this.#groups.get(target.id),
    };
    if (owner.kind === "member") {
      const test = this.local(`test ${owner.id}`, `test${stem}`);
      return { ...common, test, check: this.local(`check ${owner.id}`, `check${stem}`) };
    }
    // Shapes of the prelude have no functions: their values are judged in place.
    if (!this.closure.has(target.id)) return { ...common, test: "", check: "" };
    const test = this.input.names.is(target.id).name;
    return { ...common, test, check: this.local(`check ${owner.id}`, `check${stem}`) };
  }

  #stemOf(member: MemberShape): string {
    return pascal(this.index.nameOf(member.container)) + pascal(member.name);
  }
}

export function pascal(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

export function camel(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
