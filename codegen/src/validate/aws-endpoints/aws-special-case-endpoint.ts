import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { modelIndex } from "../../shapes/model-index.js";
import { isNodeArray, isNodeObject, type Node, nodeMember } from "../../shapes/node.js";
import type { AppliedTrait, Shape } from "../../shapes/shape.js";
import { findingWithin } from "../rules-engine/service-rules.js";
import { isUrl } from "./is-url.js";

const code = "AwsSpecialCaseEndpoint";
const supported = ["{region}", "{service}", "{dnsSuffix}", "{dualStackDnsSuffix}"];

/** The members of each trait that hold special cases, by partition or region. */
const traits: readonly (readonly [string, readonly string[]])[] = [
  ["aws.endpoints#standardRegionalEndpoints", ["regionSpecialCases", "partitionSpecialCases"]],
  ["aws.endpoints#standardPartitionalEndpoints", ["partitionEndpointSpecialCases"]],
];

/**
 * `AwsSpecialCaseEndpoint.{UnsupportedEndpointPattern,InvalidEndpointPatternScheme,InvalidEndpointPatternUrl}`: endpoints of special
 * cases are URLs in which only known names stand in braces ("Declarative endpoint traits").
 */
export function* awsSpecialCaseEndpointRule(model: Model): Iterable<Diagnostic> {
  for (const [id, members] of traits) {
    for (const service of modelIndex(model).withTrait(id)) {
      const trait = service.traits.get(id);
      if (trait === undefined) continue;
      for (const member of members) {
        for (const [endpoint, pointer] of endpointsOf(trait.value, member)) {
          yield* checkEndpoint(service, trait, endpoint, pointer);
        }
      }
    }
  }
}

function* endpointsOf(trait: Node, member: string): Iterable<readonly [string, string]> {
  const byName = nodeMember(trait, member);
  if (!isNodeObject(byName)) return;
  for (const [name, cases] of Object.entries(byName)) {
    if (!isNodeArray(cases)) continue;
    for (const [index, specialCase] of cases.entries()) {
      const endpoint = nodeMember(specialCase, "endpoint");
      if (typeof endpoint === "string") yield [endpoint, `/${member}/${name}/${index}/endpoint`];
    }
  }
}

function* checkEndpoint(service: Shape, trait: AppliedTrait, endpoint: string, pointer: string): Iterable<Diagnostic> {
  const unsupported = (endpoint.match(/\{[^}]*\}/g) ?? []).filter((pattern) => !supported.includes(pattern));
  if (unsupported.length > 0) {
    const message = `Endpoint \`${endpoint}\` contains unsupported patterns: ${unsupported.join(", ")}`;
    yield findingWithin("DANGER", `${code}.UnsupportedEndpointPattern`, service, message, trait, pointer);
  }
  if (!endpoint.startsWith("http://") && !endpoint.startsWith("https://")) {
    const message = `Endpoint \`${endpoint}\` should start with scheme \`http://\` or \`https://\``;
    yield findingWithin("DANGER", `${code}.InvalidEndpointPatternScheme`, service, message, trait, pointer);
  }
  if (!isUrl(endpoint.replaceAll(/[{}]/g, ""))) {
    const message = `Endpoint \`${endpoint}\` should be a valid URL.`;
    yield findingWithin("ERROR", `${code}.InvalidEndpointPatternUrl`, service, message, trait, pointer);
  }
}
