import type { NodeObject } from "../../shapes/node.js";
import { choice, flag, nullable, readSettings, text, texts } from "../settings/read-settings.js";

/** The type of API that the document is for; `DISABLED` leaves out what is API Gateway's. */
export type ApiType = "REST" | "HTTP" | "DISABLED";

/** What the conversion for Amazon API Gateway takes beside the settings of OpenAPI (Smithy 2.0 guides, "Amazon API Gateway extensions"). */
export interface ApiGatewaySettings {
  readonly apiGatewayType: ApiType;
  /** Settings that suit the service as it was at a date. */
  readonly apiGatewayDefaults: "2023-08-11" | "DISABLED";
  readonly disableCloudFormationSubstitution: boolean;
  readonly additionalAllowedCorsHeaders: readonly string[];
  /** Which of the origins of the `cors` trait a REST API allows. */
  readonly corsOriginKey: string | undefined;
}

const table = {
  apiGatewayType: choice("ApiType", ["REST", "HTTP", "DISABLED"]),
  apiGatewayDefaults: nullable(choice("ApiGatewayDefaults", ["2023-08-11", "DISABLED"])),
  disableCloudFormationSubstitution: flag,
  additionalAllowedCorsHeaders: texts("Collection<String>"),
  corsOriginKey: nullable(text),
} as const;

const defaults: ApiGatewaySettings = {
  apiGatewayType: "REST",
  apiGatewayDefaults: "2023-08-11",
  disableCloudFormationSubstitution: false,
  additionalAllowedCorsHeaders: [],
  corsOriginKey: undefined,
};

/** The settings; in a text, what is wrong with them. */
export function readApiGatewaySettings(given: NodeObject): ApiGatewaySettings | string {
  const { values, problem } = readSettings(table, given, "ApiGatewayConfig");
  return problem ?? { ...defaults, ...values };
}
