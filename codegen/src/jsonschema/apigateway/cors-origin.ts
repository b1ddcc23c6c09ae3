import { isNodeArray, isNodeNumber, isNodeObject, nodeMember, type Node, type NodeObject } from "../../shapes/node.js";
import type { ServiceShape } from "../../shapes/shape.js";
import type { ApiGatewayPart } from "./api-gateway-extension.js";
import type { ApiGatewaySettings } from "./api-gateway-settings.js";

/** What the `cors` trait of a service says (Smithy 2.0, "cors trait"). */
export interface Cors {
  readonly origin: string;
  /** Origins by name; an API that can allow one only needs to choose. */
  readonly origins: NodeObject;
  /** In seconds. */
  readonly maxAge: Node;
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
}

/** What the `cors` trait of a service says ("cors trait"), with its defaults; undefined without the trait. */
export function corsOf(service: ServiceShape): Cors | undefined {
  const value = service.traits.get("smithy.api#cors")?.value;
  if (value === undefined) return undefined;
  const origin = nodeMember(value, "origin");
  const origins = nodeMember(value, "origins");
  const maxAge = nodeMember(value, "maxAge");
  return {
    origin: typeof origin === "string" ? origin : "*",
    origins: isNodeObject(origins) ? origins : {},
    maxAge: isNodeNumber(maxAge) ? maxAge : 600,
    allowedHeaders: strings(nodeMember(value, "additionalAllowedHeaders")),
    exposedHeaders: strings(nodeMember(value, "additionalExposedHeaders")),
  };
}

/** The origin that a REST API allows. */
export function restOrigin({ origin, origins }: Cors, { corsOriginKey }: ApiGatewaySettings): string {
  const chosen = corsOriginKey === undefined ? origin : nodeMember(origins, corsOriginKey);
  return typeof chosen === "string" ? chosen : origin;
}

/** A REST API allows one origin, so that one of several must be chosen. */
export const corsOrigin: ApiGatewayPart = {
  types: ["REST"],
  mapper: ({ corsOriginKey }) => ({
    problem: ({ service }) => {
      const cors = corsOf(service);
      if (cors === undefined) return undefined;
      const keys = Object.keys(cors.origins);
      if (corsOriginKey === undefined) {
        if (keys.length === 0) return undefined;
        const problem =
          "The `corsOriginKey` setting is required when the cors trait uses the `origins` map with a REST API.";
        return `${problem} Available keys: [${keys.join(", ")}]`;
      }
      if (keys.includes(corsOriginKey)) return undefined;
      const listed = keys.toSorted().map((key) => `\`${key}\``);
      const problem = `Cors key \`${corsOriginKey}\` not found in the \`@cors\` trait \`origins\` map.`;
      return `${problem} Available keys: [${listed.join(", ")}]`;
    },
  }),
};

function strings(node: Node | undefined): readonly string[] {
  return isNodeArray(node) ? node.filter((item) => typeof item === "string") : [];
}

/** Names of headers without repetition, whatever their letter case, in order. */
export function headerSet(names: Iterable<string>): readonly string[] {
  const byName = new Map<string, string>();
  for (const name of names) if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), name);
  return [...byName].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, name]) => name);
}
