import { describeExpression } from "./describe.js";
import { type Place, RuleFault } from "./place.js";
import type { Scope } from "./scope.js";
import type { Call, Expression, Literal, Reference, Template } from "./syntax.js";
import {
  anyType,
  booleanType,
  innerType,
  integerType,
  optionalType,
  type RuleType,
  sameType,
  stringType,
  typeText,
} from "./type.js";

/**
 * The type of an expression. What `isSet` proves and conditions assign goes into the scope, in the order of evaluation.
 *
 * @throws RuleFault at the first thing that does not fit
 */
export function checkExpression(expression: Expression, scope: Scope): RuleType {
  switch (expression.kind) {
    case "reference":
      return checkReference(expression, scope);
    case "call":
      return checkCall(expression, scope);
    default:
      return checkLiteral(expression, scope);
  }
}

function checkReference({ name, place }: Reference, scope: Scope): RuleType {
  const type = scope.find(name);
  if (type === undefined) throw new RuleFault(`No field named ${name}`, place);
  if (!scope.isProven(name)) return type;
  if (type.kind !== "optional") throw new RuleFault(`Expected optional but found ${typeText(type)}`, place);
  return type.inner;
}

function checkLiteral(literal: Literal, scope: Scope): RuleType {
  switch (literal.kind) {
    case "boolean":
      return booleanType;
    case "integer":
      return integerType;
    case "string":
      return checkTemplate(literal.template, scope, literal.place);
    case "tuple":
      return { kind: "tuple", items: literal.items.map((item) => checkLiteral(item, scope)) };
    case "record": {
      const members = [...literal.members].map(([name, member]) => [name, checkLiteral(member, scope)] as const);
      return { kind: "record", members: new Map(members) };
    }
  }
}

function checkTemplate({ parts }: Template, scope: Scope, place: Place): RuleType {
  for (const part of parts) {
    if (typeof part !== "string") expectStringType(checkExpression(part.expression, scope), place);
  }
  return stringType;
}

/** @throws RuleFault when the type is another */
export function expectStringType(type: RuleType, place: Place): void {
  if (type.kind === "string") return;
  const hint =
    type.kind === "optional"
      ? ". hint: use `assign` in a condition or `isSet` to prove that this value is non-null"
      : "";
  throw new RuleFault(`Expected string but found ${typeText(type)}${hint}`, place);
}

function expectBooleanType(type: RuleType, place: Place): RuleType {
  if (type.kind === "boolean") return type;
  const hint = type.kind === "optional" ? ". hint: use `isSet` to convert OptionalType[BooleanType] to bool" : "";
  throw new RuleFault(`Expected boolean but found ${typeText(type)}${hint}`, place);
}

function checkCall(call: Call, scope: Scope): RuleType {
  switch (call.definition.name) {
    case "coalesce":
      return checkCoalesce(call, scope);
    case "getAttr":
      return checkGetAttr(call, scope);
    case "isSet":
      return checkIsSet(call, scope);
    case "ite":
      return checkIte(call, scope);
    case "not":
      // What is set when the negation holds, nobody knows.
      return scope.within(() => expectBooleanType(checkExpression(onlyArgument(call), scope), call.place));
    default:
      checkSignature(call, scope);
      return call.definition.returns;
  }
}

function onlyArgument(call: Call): Expression {
  const [argument] = call.arguments;
  if (argument !== undefined && call.arguments.length === 1) return argument;
  throw new RuleFault(`expected 1 argument but found ${call.arguments.length}`, call.place);
}

/** "isSet function": proves that a reference is set, in what follows in its scope. */
function checkIsSet(call: Call, scope: Scope): RuleType {
  const argument = onlyArgument(call);
  const type = checkExpression(argument, scope);
  if (type.kind !== "optional") {
    const wanted = typeText(optionalType(anyType));
    throw new RuleFault(`Expected ${wanted} but found ${typeText(type)}`, call.place);
  }
  if (argument.kind === "reference") scope.prove(argument.name);
  return booleanType;
}

/** "coalesce function" */
function checkCoalesce(call: Call, scope: Scope): RuleType {
  const count = call.arguments.length;
  if (count < 2) throw new RuleFault(`Coalesce requires at least 2 arguments, got ${count}`, call.place);
  const types: RuleType[] = [];
  for (const argument of call.arguments) {
    const type = checkExpression(argument, scope);
    types.push(type);
    const base = innerType(types[0] ?? type);
    const inner = innerType(type);
    if (!sameType(inner, base)) {
      throw new RuleFault(
        `Type mismatch in coalesce at argument ${types.length}: expected ${typeText(base)} but got ${typeText(inner)}`,
        call.place,
      );
    }
  }
  const base = innerType(types[0] ?? anyType);
  return types.every(({ kind }) => kind === "optional") ? optionalType(base) : base;
}

/** "ite function" */
function checkIte(call: Call, scope: Scope): RuleType {
  const [condition, whenTrue, whenFalse] = call.arguments;
  const count = call.arguments.length;
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined || count !== 3) {
    throw new RuleFault(`ITE requires exactly 3 arguments, got ${count}`, call.place);
  }
  const type = checkExpression(condition, scope);
  if (type.kind !== "boolean") {
    throw new RuleFault(
      `ITE condition must be a non-optional Boolean, got ${typeText(type)}. Use coalesce to provide a default for optional booleans.`,
      call.place,
    );
  }
  const left = checkExpression(whenTrue, scope);
  const right = checkExpression(whenFalse, scope);
  const base = innerType(left);
  if (!sameType(base, innerType(right))) {
    throw new RuleFault(
      `ITE branches must have the same base type: true branch is ${typeText(base)}, false branch is ${typeText(innerType(right))}`,
      call.place,
    );
  }
  return left.kind === "optional" || right.kind === "optional" ? optionalType(base) : base;
}

/** "getAttr function" */
function checkGetAttr(call: Call, scope: Scope): RuleType {
  const [target] = call.arguments;
  if (target === undefined) throw new RuleFault("Expected 2 arguments but found 0", call.place);
  let type = checkExpression(target, scope);
  for (const step of call.path?.steps ?? []) type = typeOfStep(type, step, call.place);
  return type;
}

function typeOfStep(type: RuleType, step: string | number, place: Place): RuleType {
  const text = typeText(type);
  if (typeof step === "number") {
    if (type.kind === "array") return optionalType(type.member);
    throw new RuleFault(`Expected array but found ${text}`, place);
  }
  if (type.kind !== "record") {
    throw new RuleFault(
      `Expected record but found ${text}\n == hint: cannot index into ${text}, expected object`,
      place,
    );
  }
  const member = type.members.get(step);
  if (member === undefined) throw new RuleFault(`${text} does not contain field ${step}`, place);
  return member;
}

const ordinals = ["first", "second", "third", "fourth", "fifth"];

function checkSignature(call: Call, scope: Scope): void {
  const wanted = call.definition.arguments;
  const found = call.arguments.length;
  if (found !== wanted.length) {
    throw new RuleFault(`Expected ${wanted.length} arguments but found ${found}`, call.place);
  }
  for (const [index, argument] of call.arguments.entries()) {
    const expected = wanted[index] ?? anyType;
    const type = checkExpression(argument, scope);
    if (expected.kind === "any" || sameType(expected, type)) continue;
    const hint =
      type.kind === "optional" && sameType(type.inner, expected)
        ? `  hint: use \`assign\` in a condition or \`isSet(${describeExpression(argument)})\` to prove that this value is non-null`
        : "";
    const which = ordinals[index] ?? String(index + 1);
    throw new RuleFault(
      `Unexpected type in the ${which} argument: Expected ${typeText(expected)} but found ${typeText(type)}\n${hint}`,
      call.place,
    );
  }
}
