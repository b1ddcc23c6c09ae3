import { openApiServiceDocument } from "../../../codegen/src/jsonschema/openapi/open-api-document.js";
import { conversionSuite } from "../conversions.js";

export const openapi = conversionSuite("openapi", openApiServiceDocument);
