import { typeOfValue, typeText } from "./type.js";
import { EvaluationFault, isRecord, isValueList, type RuleRecord, type RuleValue, valueText } from "./value.js";

function mismatch(expected: string, value: RuleValue): EvaluationFault {
  const found = typeText(typeOfValue(value));
  return new EvaluationFault(`Expected \`${expected}\` but was \`${found}\` with value: \`${valueText(value)}\``);
}

/** @throws EvaluationFault when the value is no string */
export function expectString(value: RuleValue): string {
  if (typeof value === "string") return value;
  throw mismatch("StringType", value);
}

/** @throws EvaluationFault when the value is no boolean */
export function expectBoolean(value: RuleValue): boolean {
  if (typeof value === "boolean") return value;
  throw mismatch("BooleanType", value);
}

/** @throws EvaluationFault when the value is no integer */
export function expectInteger(value: RuleValue): number {
  if (typeof value === "number") return value;
  throw mismatch("IntegerType", value);
}

/** @throws EvaluationFault when the value is no array */
export function expectList(value: RuleValue): readonly RuleValue[] {
  if (isValueList(value)) return value;
  throw mismatch("ArrayType", value);
}

/** @throws EvaluationFault when the value is no record */
export function expectRecord(value: RuleValue): RuleRecord {
  if (isRecord(value)) return value;
  throw mismatch("RecordType", value);
}
