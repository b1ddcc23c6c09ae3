import { jsonSchemaDocument } from "../../../codegen/src/jsonschema/schema/json-schema-document.js";
import { conversionSuite } from "../conversions.js";

export const jsonschema = conversionSuite("jsonschema", jsonSchemaDocument);
