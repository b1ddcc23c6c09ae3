import type { Model } from "../../shapes/model.js";
import type { ServiceShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import type { OpenApiProtocol } from "./context.js";
import { restJsonProtocol } from "./rest-json-protocol.js";
import { rpcV2JsonProtocol } from "./rpc-v2-json-protocol.js";

const protocols: readonly OpenApiProtocol[] = [restJsonProtocol, rpcV2JsonProtocol];

/** The protocol of a document: the one that the settings name, else the only one of the service. In a text, why there is none. */
export function chooseProtocol(
  model: Model,
  service: ServiceShape,
  wanted: ShapeId | undefined,
): OpenApiProtocol | string {
  const offered = [...service.traits.keys()]
    .filter((trait) => model.shapes.get(trait)?.traits.has("smithy.api#protocolDefinition") === true)
    .toSorted();
  const [first] = offered;
  if (wanted !== undefined && !service.traits.has(wanted)) {
    const listed = `This service supports the following protocols: [${offered.join(", ")}]`;
    return `Unable to find protocol \`${wanted}\` on service \`${service.id}\`. ${listed}`;
  }
  const unset = `No Smithy protocol was configured and \`${service.id}\``;
  if (wanted === undefined && first === undefined) return `${unset} does not define any protocols.`;
  if (wanted === undefined && offered.length > 1) return `${unset} defines multiple protocols: [${offered.join(", ")}]`;
  const chosen = wanted ?? first;
  const known = `[${protocols.map(({ className }) => `\`${className}\``).join(", ")}]`;
  return (
    protocols.find(({ trait }) => trait === chosen) ??
    `Unable to find an OpenAPI service provider for the \`${chosen}\` protocol when converting \`${service.id}\`. ` +
      `Protocol service providers were found for the following protocol classes: ${known}.`
  );
}
