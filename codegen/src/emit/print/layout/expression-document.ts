import { choice, group, hardline, ifBroken, indent, join, line, softline, type Document } from "./document.js";
import { isLogical, isParenthesised, precedenceOf, type Binary, type Call, type Expression } from "./expression.js";
import { typeDocument } from "./type-document.js";

/** What an expression is part of, as far as its layout depends on it. */
export type Place =
  "if" | "return" | "assignment" | "argument" | "condition" | "negation" | "logical operand" | "operand" | "other";

/** An expression as prettier would break it. */
export function expressionDocument(expression: Expression, place: Place): Document {
  const document = bareDocument(expression, place);
  return isParenthesised(expression) ? ["(", document, ")"] : document;
}

function bareDocument(expression: Expression, place: Place): Document {
  switch (expression.kind) {
    case "name":
    case "literal":
      return expression.text;
    case "member":
      return [expressionDocument(expression.object, "other"), ".", expression.name];
    case "index":
      return [expressionDocument(expression.object, "other"), "[", expressionDocument(expression.key, "other"), "]"];
    case "call":
      return callDocument(expression);
    case "unary": {
      const space = expression.operator === "typeof" ? " " : "";
      return [expression.operator, space, expressionDocument(expression.operand, "negation")];
    }
    case "binary":
      return binaryDocument(expression, place);
    case "conditional": {
      const inside = place === "return" || place === "argument" ? "other" : "condition";
      return group([
        expressionDocument(expression.test, inside),
        indent([
          line,
          "? ",
          indent(expressionDocument(expression.whenTrue, inside)),
          line,
          ": ",
          indent(expressionDocument(expression.whenFalse, inside)),
        ]),
      ]);
    }
    case "cast":
      return [expressionDocument(expression.operand, "other"), " as ", typeDocument(expression.type)];
    case "arrow":
      return group([
        `(${expression.parameters.join(", ")}) =>`,
        group(indent([line, expressionDocument(expression.body, "other")])),
      ]);
    case "fold":
      return group(["{", indent([hardline, expression.text]), hardline, "}"]);
  }
}

function callDocument(call: Call): Document {
  const callee = [call.isNew ? "new " : "", expressionDocument(call.callee, "other")];
  if (call.arguments.length === 0) return [callee, "()"];
  const parts = call.arguments.map((argument) => expressionDocument(argument, "argument"));
  if (call.arguments[0]?.kind === "fold") {
    // One object keeps the parentheses beside its braces, if there is room for them.
    const apart = ["(", indent([hardline, parts, ","]), hardline, ")"];
    return [callee, choice(["(", parts, ")"], apart)];
  }
  const last = call.arguments.at(-1);
  if (last?.kind === "arrow") return [callee, arrowArguments(parts, last.parameters, last.body)];
  const list = group(["(", indent([softline, join([",", line], parts)]), ifBroken(","), softline, ")"]);
  return call.callee.kind === "member" ? group([callee, list]) : [callee, list];
}

/** A function as the last argument stays on the line of the others, with its body below, where that is room enough. */
function arrowArguments(parts: readonly Document[], parameters: readonly string[], body: Expression): Document {
  const others = [join(", ", parts.slice(0, -1)), ", "];
  const below = [`(${parameters.join(", ")}) =>`, indent([hardline, expressionDocument(body, "other")]), ",", hardline];
  const apart = ["(", indent([hardline, join([",", hardline], parts), ","]), hardline, ")"];
  return choice(["(", join(", ", parts), ")"], choice(["(", others, below, ")"], apart));
}

function binaryDocument(expression: Binary, place: Place): Document {
  const parts = binaryParts(expression, place);
  switch (place) {
    case "if":
      return parts;
    case "negation":
      return group([indent([softline, ...parts]), softline]);
    case "return":
    case "assignment":
    case "condition":
      return group(parts);
    default: {
      const [head = "", ...rest] = parts;
      return group([head, indent(rest)]);
    }
  }
}

/** Operands of one precedence are one sequence: the first, then each operator with what follows it. */
function binaryParts(expression: Binary, place: Place): readonly Document[] {
  const { left, right, operator } = expression;
  const flattens =
    left.kind === "binary" && !isParenthesised(left) && precedenceOf(left.operator) === precedenceOf(operator);
  const inside = isLogical(operator) ? "logical operand" : "operand";
  const head = flattens ? binaryParts(left, inside) : [group(expressionDocument(left, inside))];
  const tail: Document = [operator, line, expressionDocument(right, inside)];
  const isAlone =
    !(place === "if" && isLogical(operator)) &&
    !isSameKind(left, operator) &&
    !isSameKind(right, operator) &&
    place !== inside;
  return [...head, " ", isAlone ? group(tail) : tail];
}

/** Whether an operand is of the same sort as the operator beside it: logical, or any other. */
function isSameKind(operand: Expression, operator: string): boolean {
  return operand.kind === "binary" && isLogical(operand.operator) === isLogical(operator);
}
