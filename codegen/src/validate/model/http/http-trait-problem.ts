import { parseHostPrefix } from "../../../knowledge/host-prefix.js";
import { parseUriPattern } from "../../../knowledge/uri-pattern.js";
import { type Node, nodeMember } from "../../../shapes/node.js";
import type { AppliedTrait } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";

type Problem = (value: Node) => string | undefined;

const problems: ReadonlyMap<ShapeId, Problem> = new Map<ShapeId, Problem>([
  ["smithy.api#http", (value) => inMember(value, "uri", (uri) => problemIn(parseUriPattern(uri)))],
  ["smithy.api#endpoint", (value) => inMember(value, "hostPrefix", (prefix) => problemIn(parseHostPrefix(prefix)))],
  [
    "smithy.api#httpApiKeyAuth",
    (value) =>
      inMember(value, "in", (place) =>
        place === "header" || place === "query" ? undefined : `Invalid location type: ${place}`,
      ),
  ],
  ["smithy.api#httpHeader", (value) => (value === "" ? "httpHeader field name binding must not be empty" : undefined)],
  [
    "smithy.api#httpQuery",
    (value) => (value === "" ? "httpQuery parameter name binding must not be empty" : undefined),
  ],
]);

/** Why a trait for HTTP cannot be made from a value that has the right type; undefined when it can, and for other traits. */
export function httpTraitProblem({ id, value }: AppliedTrait): string | undefined {
  return problems.get(id)?.(value);
}

function inMember(value: Node, name: string, check: (text: string) => string | undefined): string | undefined {
  const text = nodeMember(value, name);
  return typeof text === "string" ? check(text) : undefined;
}

function problemIn(parsed: { readonly pattern: unknown } | { readonly problem: string }): string | undefined {
  return "problem" in parsed ? parsed.problem : undefined;
}
