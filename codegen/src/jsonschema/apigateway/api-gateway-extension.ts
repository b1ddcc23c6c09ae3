import type { NodeObject } from "../../shapes/node.js";
import type { OpenApiMapper } from "../openapi/context.js";
import type { OpenApiExtension } from "../openapi/open-api-document.js";
import { readApiGatewaySettings, type ApiGatewaySettings, type ApiType } from "./api-gateway-settings.js";
import { apiKeys } from "./api-keys.js";
import { authorizers } from "./authorizers.js";
import { binaryTypes } from "./binary-types.js";
import { cloudFormationSubstitution } from "./cloudformation-substitution.js";
import { cognitoScopes, cognitoUserPools } from "./cognito.js";
import { corsGatewayResponses } from "./cors-gateway-responses.js";
import { corsHttp } from "./cors-http.js";
import { corsIntegrations } from "./cors-integrations.js";
import { corsOrigin } from "./cors-origin.js";
import { corsPreflight } from "./cors-preflight.js";
import { corsResponses } from "./cors-responses.js";
import { integrations } from "./integrations.js";
import { requestValidators } from "./request-validators.js";
import { serviceSettings } from "./service-settings.js";

/** A part of the extension, for the kinds of API that have it. */
export interface ApiGatewayPart {
  readonly types: readonly ApiType[];
  mapper(settings: ApiGatewaySettings): OpenApiMapper;
}

/** In the order in which each changes what the ones before it made. */
const parts: readonly ApiGatewayPart[] = [
  { types: ["REST", "HTTP"], mapper: defaultSettings },
  { types: ["REST"], mapper: () => ({ settings: (known) => ({ ...known, removeGreedyParameterSuffix: true }) }) },
  serviceSettings,
  authorizers,
  cognitoScopes,
  apiKeys,
  binaryTypes,
  integrations,
  corsOrigin,
  corsIntegrations,
  corsResponses,
  corsPreflight,
  corsGatewayResponses,
  requestValidators,
  cloudFormationSubstitution,
  corsHttp,
];

/** The extension of the OpenAPI conversion for Amazon API Gateway; in a text, what is wrong with its settings. */
export function apiGatewayExtension(given: NodeObject): OpenApiExtension | string {
  const settings = readApiGatewaySettings(given);
  if (typeof settings === "string") return settings;
  const enabled = parts.filter(({ types }) => types.includes(settings.apiGatewayType));
  return { mappers: enabled.map(({ mapper }) => mapper(settings)), securitySchemes: [cognitoUserPools] };
}

function defaultSettings({ apiGatewayDefaults }: ApiGatewaySettings): OpenApiMapper {
  if (apiGatewayDefaults === "DISABLED") return {};
  return {
    settings: (known) => ({
      ...known,
      alphanumericOnlyRefs: true,
      disableDefaultValues: true,
      disableIntegerFormat: true,
      disableFeatures: ["default"],
    }),
  };
}
