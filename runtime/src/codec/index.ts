export { DecodeError, EncodeError, escapePointer } from "./codec-errors.js";
export { receiveMessage } from "./error-message.js";
export { NumberToken } from "./number-token.js";
export { parseJson, parseLosslessJson, parsePlainJson, type ParseJsonOptions } from "./parse-json.js";
export {
  decodeObject,
  isPresent,
  ownMember,
  requireMember,
  setMember,
  type Draft,
  type JsonObject,
} from "./objects.js";
export {
  decodeBoolean,
  decodeString,
  decodeStrings,
  encodeBoolean,
  encodeString,
  encodeStrings,
  appendString,
} from "./strings.js";
export {
  decodeBigInteger,
  decodeBigLong,
  decodeByte,
  decodeDecimal,
  decodeDouble,
  decodeFloat,
  decodeInteger,
  decodeLong,
  decodeShort,
  encodeBigint,
  encodeDecimal,
  type Decimal,
  encodeDouble,
  encodeInteger,
} from "./numbers.js";
export {
  decodeBigIntegerText,
  decodeDecimalText,
  encodeBigIntegerText,
  encodeDecimalText,
  receiveBigIntegerText,
  receiveDecimalText,
} from "./number-texts.js";
export { bytesOfBase64, bytesToBase64, decodeBlob, encodeBlob } from "./base64.js";
export {
  decodeDateTime,
  decodeEpochSeconds,
  decodeHttpDate,
  decodeUtcDateTime,
  encodeDateTime,
  encodeEpochSeconds,
  encodeHttpDate,
} from "./timestamps.js";
export {
  decodeList,
  decodeMap,
  decodeSparseList,
  decodeSparseMap,
  decodeUnion,
  refuseSeveralMembers,
  unionOf,
  encodeList,
  encodeMap,
  encodeSparseList,
  encodeSparseMap,
  receiveList,
  receiveMap,
  receiveUnion,
  type Decode,
  type Encode,
} from "./collections.js";
export { decodeDocument, encodeDocument, type JsonValue } from "./documents.js";
export { decodeUnit, encodeUnit } from "./unit.js";
