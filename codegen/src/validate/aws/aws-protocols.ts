import type { AppliedTrait, ServiceShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";

/** Protocols of AWS that say which versions of HTTP they use. The query protocols are not among them. */
const awsProtocolIds: readonly ShapeId[] = [
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
];

/** The protocols of AWS that a service lists, whatever others it has. */
export function awsProtocolsOf(service: ServiceShape): readonly AppliedTrait[] {
  return awsProtocolIds.flatMap((id) => service.traits.get(id) ?? []);
}
