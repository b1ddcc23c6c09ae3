import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex, rootOf } from "../../shapes/model-index.js";
import { neighborGraph } from "../../shapes/neighbors.js";
import type { MemberShape, RootShape, ServiceShape, Shape } from "../../shapes/shape.js";
import { nameOf, namespaceOf } from "../../shapes/shape-id.js";
import { choice, objectOf } from "../configuration.js";
import type { Linter } from "../rule.js";
import { shapeFinding } from "../shape-finding.js";

const code = "CamelCase";
const type = "software.amazon.smithy.linters.CamelCaseValidator";

type Style = "upper" | "lower";

const expressions: Readonly<Record<Style, RegExp>> = {
  upper: /^[A-Z]+[A-Za-z0-9]*$/,
  lower: /^[a-z]+[A-Za-z0-9]*$/,
};

const configuration = objectOf<{ memberNames: Style | "auto" }>(`${type}$Config`, {
  memberNames: { decoder: choice(`${type}$MemberNameHandling`, ["upper", "lower", "auto"]) },
});

/**
 * `CamelCase`: shapes are named in upper camel case, traits in lower, and members as the configuration says: by default those of a
 * service, or of a namespace beside services, as most of them are ("CamelCase").
 */
export const camelCaseLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const { memberNames = "auto" } = decoded.value;
  return {
    rule: (model) => [...modelIndex(model).roots.flatMap(checkShape), ...checkMembers(model, memberNames)],
  };
};

function checkShape(shape: RootShape): readonly Diagnostic[] {
  const { traits, kind } = shape;
  const name = nameOf(shape.id);
  if (!traits.has("smithy.api#trait")) {
    if (expressions.upper.test(name)) return [];
    return [shapeFinding("DANGER", code, shape, `${kind} shape name, \`${name}\`, is not upper camel case`)];
  }
  const isFree = traits.has("smithy.api#authDefinition") || traits.has("smithy.api#protocolDefinition");
  if (isFree || expressions.lower.test(name)) return [];
  return [shapeFinding("DANGER", code, shape, `${kind} trait definition, \`${name}\`, is not lower camel case`)];
}

/** Members of each service's closure, and of each namespace those that belong to no service. */
function* checkMembers(model: Model, memberNames: Style | "auto"): Iterable<Diagnostic> {
  const served = new Set<Shape>();
  for (const service of modelIndex(model).ofKind("service")) {
    const members = closureMembers(model, service);
    for (const member of members) served.add(member);
    yield* checkGroup(model, members, memberNames, nameOf(service.id));
  }
  const byNamespace = new Map<string, MemberShape[]>();
  for (const member of modelIndex(model).ofKind("member")) {
    if (served.has(member)) continue;
    const namespace = namespaceOf(member.container);
    const others = byNamespace.get(namespace);
    if (others === undefined) byNamespace.set(namespace, [member]);
    else others.push(member);
  }
  for (const [namespace, members] of byNamespace) {
    yield* checkGroup(model, members, memberNames, `${namespace} namespace`);
  }
}

function closureMembers(model: Model, service: ServiceShape): readonly MemberShape[] {
  const graph = neighborGraph(model);
  const closure = new Set<Shape>([service]);
  for (const shape of closure) for (const { to } of graph.from(shape)) if (to !== undefined) closure.add(to);
  return [...closure].filter((shape) => shape.kind === "member");
}

function checkGroup(
  model: Model,
  members: readonly MemberShape[],
  memberNames: Style | "auto",
  scope: string,
): readonly Diagnostic[] {
  const named = members.filter((member) => isFreelyNamed(rootOf(model, member)));
  const style = memberNames === "auto" ? usualStyle(named) : memberNames;
  return named
    .filter(({ name }) => !expressions[style].test(name))
    .map((member) => {
      const found = `Member shape member name, \`${member.name}\`, is not ${style} camel case;`;
      const message = `${found} members in the ${scope} must all use ${style} camel case.`;
      return shapeFinding("DANGER", code, member, message);
    });
}

/** Members of lists and maps have the names of the language, those of enums a style of their own. */
function isFreelyNamed(container: RootShape | undefined): boolean {
  return container !== undefined && !["enum", "intEnum", "list", "map"].includes(container.kind);
}

function usualStyle(members: readonly MemberShape[]): Style {
  const count = (style: Style): number => members.filter(({ name }) => expressions[style].test(name)).length;
  return count("upper") > count("lower") ? "upper" : "lower";
}
