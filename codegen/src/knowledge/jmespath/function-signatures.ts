import {
  anySample,
  arraySample,
  booleanSample,
  type ExpressionType,
  numberSample,
  objectSample,
  type Sample,
  stringSample,
} from "./sample.js";

/** Says in Smithy's words why an argument does not fit; undefined where it does. */
export type ParameterCheck = (argument: Sample) => string | undefined;

/** What a function of JMESPath takes and gives, as far as Smithy's analysis knows it. */
export interface FunctionSignature {
  readonly result: Sample;
  readonly parameters: readonly ParameterCheck[];
  /** For all arguments after those. */
  readonly rest?: ParameterCheck;
}

const isAny: ParameterCheck = () => undefined;

function isType(type: ExpressionType): ParameterCheck {
  return (argument) =>
    argument.type === "any" || argument.type === type
      ? undefined
      : `Expected argument to be ${type}, but found ${argument.type}`;
}

function isOneOf(...types: readonly ExpressionType[]): ParameterCheck {
  return (argument) =>
    argument.type === "any" || types.includes(argument.type)
      ? undefined
      : `Expected one of [${types.join(", ")}], but found ${argument.type}`;
}

function isListOf(type: ExpressionType): ParameterCheck {
  return (argument) => {
    if (argument.type === "any") return undefined;
    if (argument.type !== "array") return `Expected argument to be an array, but found ${argument.type}`;
    const items = argument.items();
    const index = items.findIndex((item) => item.type !== type);
    return index < 0 ? undefined : `Expected an array of ${type}, but found ${items[index]?.type} at index ${index}`;
  };
}

const isArray = isType("array");
const isExpression = isType("expression");
const isNumber = isType("number");
const isObject = isType("object");
const isString = isType("string");

function takes(result: Sample, ...parameters: readonly ParameterCheck[]): FunctionSignature {
  return { result, parameters };
}

/** By name. Results follow Smithy's implementation also where the specification says otherwise, as for `ends_with`. */
export const functionSignatures: ReadonlyMap<string, FunctionSignature> = new Map([
  ["abs", takes(numberSample, isNumber)],
  ["avg", takes(numberSample, isListOf("number"))],
  ["ceil", takes(numberSample, isNumber)],
  ["contains", takes(booleanSample, isOneOf("array", "string"), isAny)],
  ["ends_with", takes(numberSample, isString, isString)],
  ["floor", takes(numberSample, isNumber)],
  ["join", takes(stringSample, isString, isListOf("string"))],
  ["keys", takes(arraySample, isObject)],
  ["length", takes(numberSample, isOneOf("string", "array", "object"))],
  ["map", takes(arraySample, isExpression, isArray)],
  ["max", takes(numberSample, isArray)],
  ["max_by", takes(numberSample, isArray, isExpression)],
  ["merge", { result: objectSample, parameters: [], rest: isObject }],
  ["min", takes(numberSample, isArray)],
  ["min_by", takes(numberSample, isArray, isExpression)],
  ["not_null", { result: anySample, parameters: [isAny], rest: isAny }],
  ["reverse", takes(arraySample, isOneOf("array", "string"))],
  ["sort", takes(arraySample, isArray)],
  ["sort_by", takes(arraySample, isArray, isExpression)],
  ["starts_with", takes(booleanSample, isString, isString)],
  ["sum", takes(numberSample, isListOf("number"))],
  ["to_array", takes(arraySample, isAny)],
  ["to_number", takes(numberSample, isAny)],
  ["to_string", takes(stringSample, isAny)],
  ["type", takes(stringSample, isAny)],
  ["values", takes(arraySample, isObject)],
]);
