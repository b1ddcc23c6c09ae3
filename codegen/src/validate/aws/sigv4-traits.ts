import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { awsServiceTrait } from "../../knowledge/aws-service.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { stringMember } from "../../shapes/node.js";
import { shapeFinding } from "../shape-finding.js";

/** `SigV4Traits`: a service signs with the name that its ARNs have ("sigv4 trait", "sigv4a trait"). */
export function* sigV4TraitsRule(model: Model): Iterable<Diagnostic> {
  for (const service of modelIndex(model).ofKind("service")) {
    const names = [
      ["aws.api#service$arnNamespace", awsServiceTrait(service)?.arnNamespace],
      ["aws.auth#sigv4$name", stringMember(service.traits.get("aws.auth#sigv4")?.value, "name")],
      ["aws.auth#sigv4a$name", stringMember(service.traits.get("aws.auth#sigv4a")?.value, "name")],
    ] as const;
    for (const [index, [first, left]] of names.entries()) {
      for (const [second, right] of names.slice(index + 1)) {
        if (left === undefined || right === undefined || left === right) continue;
        const message = `Value for \`${first}\` "${left}" and value for \`${second}\` "${right}" SHOULD match.`;
        yield shapeFinding("WARNING", "SigV4Traits", service, message);
      }
    }
  }
}
