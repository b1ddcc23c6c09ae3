import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { nameOf, type ShapeId } from "../../shapes/shape-id.js";
import { shapeFinding } from "../shape-finding.js";

/** Protocols that name an error on the wire by its shape's name. In the order in which Smithy names them. */
const protocolsWithErrorNames: readonly ShapeId[] = [
  "aws.protocols#restJson1",
  "aws.protocols#awsJson1_0",
  "aws.protocols#restXml",
  "aws.protocols#awsJson1_1",
  "aws.protocols#awsQuery",
  "aws.protocols#ec2Query",
];

/** `ErrorRename`: a service whose protocol sends the names of errors cannot rename them ("Service", "rename"). */
export function* errorRenameRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const protocols = protocolsWithErrorNames.filter((id) => service.traits.has(id)).map(nameOf);
    if (protocols.length === 0) continue;
    for (const [from, to] of service.rename) {
      if (model.shapes.get(from)?.traits.has("smithy.api#error") !== true) continue;
      const message = `Service attempts to rename an error shape from \`${from}\` to "${to}"; Service protocols [${protocols.join(", ")}] do not support error renaming.`;
      yield shapeFinding("ERROR", "ErrorRename", service, message);
    }
  }
}
