import { modelIndex } from "../../shapes/model-index.js";
import type { NodeObject } from "../../shapes/node.js";
import { nodeObject } from "../schema/schema.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";

const trait = "aws.apigateway#requestValidator";
const key = "x-amazon-apigateway-request-validator";

const validators: Readonly<Record<string, NodeObject>> = {
  "params-only": { validateRequestParameters: true },
  "body-only": { validateRequestBody: true },
  full: { validateRequestParameters: true, validateRequestBody: true },
};

/** `aws.apigateway#requestValidator`: what the gateway checks, by the names of validators that it knows. */
export const requestValidators: ApiGatewayPart = {
  types: ["REST", "HTTP"],
  mapper: () => ({
    operation: (_, operation, object) => {
      const name = operation.traits.get(trait)?.value;
      return name === undefined ? object : { ...object, [key]: name };
    },
    document: ({ model, service }, document) => {
      const own = service.traits.get(trait)?.value;
      const operations = modelIndex(model).ofKind("operation");
      const names = [...operations.map((operation) => operation.traits.get(trait)?.value), own];
      const used = new Set(names.filter((name) => typeof name === "string" && Object.hasOwn(validators, name)));
      const known = Object.entries(validators).filter(([name]) => used.has(name));
      const named = own === undefined ? document : { ...document, [key]: own };
      return known.length === 0 ? named : { ...named, [`${key}s`]: nodeObject(known) };
    },
  }),
};
