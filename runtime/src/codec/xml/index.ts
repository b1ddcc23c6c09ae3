export { encodeXmlAttribute, encodeXmlString } from "./characters.js";
export { XmlReader } from "./reader.js";
export {
  decodeXmlDocument,
  encodeXmlEntries,
  encodeXmlItems,
  readXmlEntry,
  readXmlItem,
  readXmlList,
  readXmlMap,
  receiveXmlDocument,
  type EncodeXml,
  type ReadXml,
  type XmlEntry,
  type XmlEntryTags,
} from "./values.js";
