import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { stringTrait } from "../../knowledge/traits.js";
import type { OperationShape, StructureShape } from "../../shapes/shape.js";
import { nameOf } from "../../shapes/shape-id.js";
import { shapeFinding } from "../shape-finding.js";

const checksumPrefix = "x-amz-checksum-";

/**
 * `HttpChecksumTrait.HttpPrefixHeaders.*`, `HttpChecksumTrait.HttpHeader.*`: members that are bound to headers which carry checksums. Smithy
 * calls a member by the name of its structure here.
 */
export function* checksumHeaderConflicts(operation: OperationShape, structure: StructureShape): Iterable<Diagnostic> {
  for (const member of structure.members.values()) {
    const name = nameOf(member.id);
    const prefix = stringTrait(member, "smithy.api#httpPrefixHeaders");
    if (prefix !== undefined && checksumPrefix.startsWith(prefix)) {
      const found = prefix.toLowerCase();
      const message = `The \`httpPrefixHeaders\` binding of \`${name}\` uses the prefix \`${found}\` that conflicts with the prefix \`${checksumPrefix}\` used by the \`httpChecksum\` trait.`;
      yield shapeFinding("DANGER", `HttpChecksumTrait.HttpPrefixHeaders.${name}.${found}`, operation, message);
    }
    const header = stringTrait(member, "smithy.api#httpHeader");
    if (header?.startsWith(checksumPrefix) === true) {
      const found = header.toLowerCase();
      const message = `The \`httpHeader\` binding of \`${found}\` on \`${name}\` starts with the prefix \`${checksumPrefix}\` used by the \`httpChecksum\` trait.`;
      yield shapeFinding("WARNING", `HttpChecksumTrait.HttpHeader.${name}.${found}`, operation, message);
    }
  }
}
