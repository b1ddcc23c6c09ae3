export { encodeXmlAttribute, encodeXmlString, replaceForbidden } from "./characters.js";
export { XmlReader } from "./reader.js";
export {
  decodeXmlDocument,
  emptyElement,
  encodeXmlEntries,
  encodeXmlItems,
  readXmlEntry,
  readXmlItem,
  readXmlList,
  readXmlMap,
  readXmlUnit,
  receiveXmlDocument,
  refuseSecondMember,
  requireElements,
  type EncodeXml,
  type ReadXml,
  type XmlEntry,
  type XmlEntryTags,
} from "./values.js";
