import type { ServiceShape } from "../../shapes/shape.js";

/** Protocols that servers speak, and the functions of `@tsmith/runtime/protocols/aws-json` for their side of it. */
const serverProtocols = new Map([
  ["aws.protocols#awsJson1_1", "awsJson1_1Server"],
  ["aws.protocols#awsJson1_0", "awsJson1_0Server"],
]);

/** The functions for the protocols of a service, in the order in which it lists them. */
export function protocolFunctions(service: ServiceShape): readonly string[] {
  return [...service.traits.keys()].flatMap((trait) => serverProtocols.get(trait) ?? []);
}

export const servedProtocols: readonly string[] = [...serverProtocols.keys()];
