import { isNodeNumber, nodeMember } from "../shapes/node.js";
import type { AppliedTrait, OperationShape } from "../shapes/shape.js";
import { parseHostPrefix } from "./host-prefix.js";
import type { LabelPattern } from "./label-pattern.js";
import { parseUriPattern, type UriPattern } from "./uri-pattern.js";

/** What the `http` trait of an operation says (Smithy 2.0, "http trait"). */
export interface HttpTrait {
  /** As written: nothing makes it upper case. */
  readonly method: string;
  readonly uri: UriPattern;
  /** The status code of success; 200 where the trait names none. */
  readonly code: number;
  readonly trait: AppliedTrait;
}

const httpTraits = new WeakMap<AppliedTrait, HttpTrait | { readonly missing: true }>();

/** The `http` trait of an operation; undefined where it has none or a value that no trait can be made from. */
export function httpTraitOf(operation: OperationShape): HttpTrait | undefined {
  const trait = operation.traits.get("smithy.api#http");
  if (trait === undefined) return undefined;
  let known = httpTraits.get(trait);
  if (known === undefined) {
    known = readHttpTrait(trait) ?? { missing: true };
    httpTraits.set(trait, known);
  }
  return "missing" in known ? undefined : known;
}

function readHttpTrait(trait: AppliedTrait): HttpTrait | undefined {
  const method = nodeMember(trait.value, "method");
  const uri = nodeMember(trait.value, "uri");
  const code = nodeMember(trait.value, "code");
  if (typeof method !== "string" || typeof uri !== "string") return undefined;
  const parsed = parseUriPattern(uri);
  if ("problem" in parsed) return undefined;
  return { method, uri: parsed.pattern, code: isNodeNumber(code) ? Math.trunc(Number(String(code))) : 200, trait };
}

/** The host prefix of an operation's `endpoint` trait; undefined as for {@link httpTraitOf}. */
export function hostPrefixOf(operation: OperationShape): LabelPattern | undefined {
  const hostPrefix = nodeMember(operation.traits.get("smithy.api#endpoint")?.value, "hostPrefix");
  const parsed = typeof hostPrefix === "string" ? parseHostPrefix(hostPrefix) : undefined;
  return parsed !== undefined && "pattern" in parsed ? parsed.pattern : undefined;
}
