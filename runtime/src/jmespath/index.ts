export { evaluateExpression } from "./evaluate.js";
export type { Comparator, Expression, ExpressionKind, ExpressionOf } from "./expression.js";
export type { Json, JsonObject } from "./json.js";
export { parseExpression } from "./parse-expression.js";
export { JmespathError, type ProblemKind, type SyntaxPosition } from "./problem.js";
export { search } from "./search.js";
export type { TokenKind } from "./token.js";
export { isTruthy, type JsonType, typeOfJson } from "./values.js";
