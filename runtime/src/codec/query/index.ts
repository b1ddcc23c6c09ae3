export { FormNode, parseForm } from "./form.js";
export {
  decodeQueryList,
  decodeQueryMap,
  decodeQueryUnion,
  decodeQueryUnit,
  emptyForm,
  encodeQueryList,
  encodeQueryMap,
  encodeQueryString,
  type DecodeQuery,
  type EncodeQuery,
  type QueryListForm,
  type QueryMapForm,
} from "./values.js";
