export { FormNode, parseForm } from "./form.js";
export {
  decodeQueryList,
  decodeQueryMap,
  encodeQueryList,
  encodeQueryMap,
  encodeQueryString,
  type DecodeQuery,
  type EncodeQuery,
  type QueryListForm,
  type QueryMapForm,
} from "./values.js";
