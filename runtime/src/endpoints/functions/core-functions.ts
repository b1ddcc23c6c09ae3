import { anyType, booleanType, optionalType, stringType } from "../type.js";
import { type FunctionLibrary, libraryOf } from "./definition.js";
import { parseUrl } from "./parse-url.js";
import { isValidHostLabel, split, substring, uriEncode } from "./strings.js";

const since = { major: 1, minor: 1 };

/**
 * The functions that every rule set has ("Rules engine standard library"). Those without `evaluate` are a part of the language: the compiler
 * evaluates them itself.
 */
export const coreFunctions: FunctionLibrary = libraryOf([
  { name: "booleanEquals", arguments: [booleanType, booleanType], returns: booleanType },
  { name: "coalesce", arguments: [], returns: anyType, since },
  { name: "getAttr", arguments: [anyType, stringType], returns: anyType },
  { name: "isSet", arguments: [optionalType(anyType)], returns: booleanType },
  { name: "ite", arguments: [booleanType, anyType, anyType], returns: anyType, since },
  { name: "not", arguments: [booleanType], returns: booleanType },
  { name: "stringEquals", arguments: [stringType, stringType], returns: booleanType },
  isValidHostLabel,
  parseUrl,
  split,
  substring,
  uriEncode,
]);
