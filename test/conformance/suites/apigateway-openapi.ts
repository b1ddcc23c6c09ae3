import { apiGatewayExtension } from "../../../codegen/src/jsonschema/apigateway/api-gateway-extension.js";
import { openApiServiceDocument } from "../../../codegen/src/jsonschema/openapi/open-api-document.js";
import { conversionSuite } from "../conversions.js";

export const apiGatewayOpenApi = conversionSuite("apigateway-openapi", (model, settings) =>
  openApiServiceDocument(model, settings, apiGatewayExtension),
);
