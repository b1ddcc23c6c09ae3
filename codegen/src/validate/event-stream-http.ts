import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nodeMember, stringItems } from "../shapes/node.js";
import type { AppliedTrait, ServiceShape } from "../shapes/shape.js";
import { shapeFinding } from "./shape-finding.js";

/** A protocol's trait lists the versions of HTTP for event streams among those for all requests. */
export function* checkEventStreamHttp(
  code: string,
  service: ServiceShape,
  protocol: AppliedTrait,
): Iterable<Diagnostic> {
  const all = stringItems(nodeMember(protocol.value, "http"));
  const invalid = stringItems(nodeMember(protocol.value, "eventStreamHttp")).filter(
    (version) => !all.includes(version),
  );
  if (invalid.length === 0) return;
  const message = `The following values of the \`eventStreamHttp\` property do not also appear in the \`http\` property of the ${protocol.id} protocol trait: [${invalid.join(", ")}]`;
  yield shapeFinding("ERROR", code, service, message, protocol);
}
