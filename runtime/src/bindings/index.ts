export {
  bodyBytes,
  documentOf,
  payloadOf,
  requestText,
  responseJson,
  responseStream,
  responseText,
  textPayload,
  type BodySource,
} from "./bodies.js";
export {
  addPrefixHeaders,
  decodeHeaderList,
  decodeHttpDateList,
  decodeMediaHeader,
  decodePrefixHeaders,
  encodeHeader,
  encodeHeaderItem,
  encodeHeaderList,
  encodeMediaHeader,
  pushPrefixHeaders,
  type EncodeText,
} from "./headers.js";
export { encodeGreedyLabel, encodeLabel, escapeUri } from "./paths.js";
export {
  addQuery,
  addQueryList,
  addQueryMap,
  parseQuery,
  queryListMap,
  queryMap,
  unescapeUri,
  type QueryParameters,
} from "./query.js";
