import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { effectiveAuthSchemes } from "../../knowledge/auth.js";
import { isNodeArray, isNodeObject, type Node, nodeMember } from "../../shapes/node.js";
import { equalNodes } from "../../shapes/node-equality.js";
import type { ServiceShape } from "../../shapes/shape.js";
import { type Differences, pairsOfKind } from "../differences.js";
import { finding } from "../evaluator.js";
import { describeSigV4Change, sigv4, sigv4a, type SigV4Order } from "../sigv4-order.js";

const ruleSet = "smithy.rules#endpointRuleSet";

/** `EndpointSigV4Migration`: as `SigV4Migration`, for the schemes that an endpoint of a service's rule set names. */
export function* endpointSigV4Migration(differences: Differences): Iterable<Diagnostic> {
  for (const { before, after } of pairsOfKind(differences, "service")) {
    const oldRules = before.traits.get(ruleSet)?.value;
    const newRules = after.traits.get(ruleSet)?.value;
    if (oldRules === undefined || newRules === undefined) continue;
    const oldSchemes = effectiveAuthSchemes(differences.oldModel, before);
    const newSchemes = effectiveAuthSchemes(differences.newModel, after);
    const oldEndpoints = endpointsOf(oldRules);
    for (const [path, endpoint] of endpointsOf(newRules)) {
      const oldEndpoint = oldEndpoints.get(path);
      if (oldEndpoint === undefined || equalNodes(oldEndpoint, endpoint)) continue;
      const oldOrder = orderOf(schemesOf(oldEndpoint) ?? oldSchemes);
      const newOrder = orderOf(schemesOf(endpoint) ?? newSchemes);
      const message = describeSigV4Change(oldOrder, newOrder, describePlace(after, path));
      if (message !== undefined) yield finding("EndpointSigV4Migration", "DANGER", after, message);
    }
  }
}

function describePlace({ id }: ServiceShape, path: string): string {
  return `an endpoint in the \`@${ruleSet}\` trait applied to \`${id}\` at: \`${path}\``;
}

/** The endpoints of a rule set by their JSON pointers. */
function endpointsOf(rules: Node): ReadonlyMap<string, Node> {
  const endpoints = new Map<string, Node>();
  const pending: (readonly [string, Node])[] = [["/rules", nodeMember(rules, "rules") ?? null]];
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const [path, node] = entry;
    if (isNodeArray(node)) {
      for (const [index, item] of node.entries()) pending.push([`${path}/${index}`, item]);
    } else if (nodeMember(node, "type") === "endpoint") {
      endpoints.set(`${path}/endpoint`, nodeMember(node, "endpoint") ?? null);
    } else if (isNodeObject(node)) {
      for (const [key, value] of Object.entries(node)) pending.push([`${path}/${key}`, value]);
    }
  }
  return endpoints;
}

/** The names of an endpoint's own schemes; undefined where those of the service hold. */
function schemesOf(endpoint: Node): readonly string[] | undefined {
  const schemes = nodeMember(nodeMember(endpoint, "properties"), "authSchemes");
  if (!isNodeArray(schemes) || schemes.length === 0) return undefined;
  return schemes.map((scheme) => String(nodeMember(scheme, "name")));
}

function orderOf(schemes: readonly string[]): SigV4Order {
  return { sigv4: schemes.findIndex(isSigV4), sigv4a: schemes.findIndex(isSigV4a) };
}

const s3Express = "sigv4-s3express";

/** The scheme and its variants for single services, but for the one of S3 Express, which counts with the newer scheme. */
function isSigV4(name: string): boolean {
  return name === "sigv4" || name === sigv4 || (name.startsWith("sigv4-") && name !== s3Express);
}

function isSigV4a(name: string): boolean {
  return name === "sigv4a" || name === sigv4a || name === s3Express;
}
