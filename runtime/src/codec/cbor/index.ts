export { encodeCbor, type CborWriter } from "./writer.js";
export { cborKeys, writeKey, type CborKeys } from "./keys.js";
export {
  writeBigLong,
  writeBlob,
  writeBoolean,
  writeDouble,
  writeInteger,
  writeNull,
  writeText,
  writeTimestamp,
} from "./write-scalars.js";
export { writeBigInteger, writeDecimal } from "./write-numbers.js";
export {
  beginMap,
  endMap,
  writeDocument,
  writeList,
  writeMap,
  writeMapHead,
  writeSparseList,
  writeSparseMap,
  writeUnit,
  type WriteCbor,
} from "./write-collections.js";
export { decodeCbor, emptyCborMap, hasMore, openMap, readNull, type CborReader, type ReadCbor } from "./reader.js";
export { readBlob, readText } from "./read-text.js";
export {
  readBigInteger,
  readBigLong,
  readByte,
  readDecimal,
  readDouble,
  readFloat,
  readInteger,
  readLong,
  readShort,
  readTimestamp,
  receiveInteger,
  receiveTimestamp,
} from "./read-numbers.js";
export {
  readBoolean,
  readList,
  readMap,
  readSparseList,
  readSparseMap,
  receiveList,
  receiveMap,
} from "./read-collections.js";
export { locateMember, readEmpty, readMember, readUnit, refuseMissing } from "./read-members.js";
export { keepUnknownMember, readUnion, receiveUnion, refuseUnknownMember } from "./read-unions.js";
export { skipItem } from "./skip.js";
export { readAny, readDocument } from "./read-any.js";
export { receiveDoubles, receiveTexts, receiveTimestamps } from "./receive-lists.js";
