import type { ServiceShape } from "../shapes/shape.js";

/** The protocols that generated clients speak. */
export const clientProtocols = ["aws.protocols#awsJson1_1", "aws.protocols#awsJson1_0"] as const;

export type ClientProtocol = (typeof clientProtocols)[number];

/** The protocol that clients of the service speak: the first that it lists and they know. */
export function clientProtocolOf(service: ServiceShape): ClientProtocol | undefined {
  const listed = [...service.traits.keys()];
  return listed.flatMap((trait) => clientProtocols.find((protocol) => protocol === trait) ?? []).at(0);
}

/** The media type of bodies in the JSON protocol that clients of the service speak; undefined when they speak none. */
export function jsonMediaTypeOf(service: ServiceShape): string | undefined {
  switch (clientProtocolOf(service)) {
    case "aws.protocols#awsJson1_1":
      return "application/x-amz-json-1.1";
    case "aws.protocols#awsJson1_0":
      return "application/x-amz-json-1.0";
    default:
      return undefined;
  }
}
