import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nodeMember } from "../../shapes/node.js";
import type { Relationship } from "../../shapes/neighbors.js";
import { shapeFinding } from "../shape-finding.js";

/** What is said of the references that must not lead to deprecated shapes. */
const subjects: Partial<Record<Relationship["kind"], string>> = {
  target: "Member targets a deprecated shape",
  resource: "Binds a deprecated resource",
  operation: "Binds a deprecated operation",
  identifier: "Resource identifier targets a deprecated shape",
  property: "Resource property targets a deprecated shape",
  input: "Operation input targets a deprecated shape",
  output: "Operation output targets a deprecated shape",
  error: "Operation error targets a deprecated shape",
  mixin: "Applies a deprecated mixin",
};

/** `DeprecatedShape.<id>`: a reference to a deprecated shape ("deprecated trait"); undefined for other references. */
export function deprecatedTarget({ kind, from, to }: Relationship): Diagnostic | undefined {
  const deprecation = to?.traits.get("smithy.api#deprecated");
  const subject = subjects[kind];
  if (to === undefined || deprecation === undefined || subject === undefined) return undefined;
  const reason = nodeMember(deprecation.value, "message");
  const since = nodeMember(deprecation.value, "since");
  const why = typeof reason === "string" ? `. ${reason}` : "";
  const when = typeof since === "string" ? ` (since ${since})` : "";
  return shapeFinding("WARNING", `DeprecatedShape.${to.id}`, from, `${subject}, ${to.id}${why}${when}`);
}
