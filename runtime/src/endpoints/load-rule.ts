import {
  arrayMember,
  expectArray,
  expectArrayMember,
  expectMember,
  expectObject,
  expectOnly,
  expectStringMember,
  membersOf,
  objectMember,
  type Part,
  stringMember,
} from "./load-node.js";
import { deeper, loadCondition, loadExpression, loadLiteral, type Loading } from "./load-expression.js";
import { placeWithin, RuleFault } from "./place.js";
import type { EndpointTemplate, Rule } from "./syntax.js";

/** "Endpoint rule object", "Error rule object", "Tree rule object" */
export function loadRule(part: Part, loading: Loading): Rule {
  const within = deeper(loading, part);
  const object = expectObject(part);
  const common = {
    documentation: stringMember(object, "documentation"),
    conditions: (arrayMember(object, "conditions") ?? []).map((condition) => loadCondition(condition, within)),
    place: part.place,
  };
  const kind = expectStringMember(object, "type");
  switch (kind) {
    case "endpoint":
      return { ...common, kind, endpoint: loadEndpoint(expectMember(object, "endpoint"), within) };
    case "error":
      return { ...common, kind, error: loadExpression(expectMember(object, "error"), within) };
    case "tree":
      return { ...common, kind, rules: expectArrayMember(object, "rules").map((rule) => loadRule(rule, within)) };
    default:
      throw new RuleFault(`Unexpected rule type: ${kind}`, placeWithin(part.place, "type"));
  }
}

/** "Endpoint object" */
function loadEndpoint(part: Part, loading: Loading): EndpointTemplate {
  const object = expectObject(part);
  const url = loadExpression(expectMember(object, "url", "URL must be included in endpoint"), loading);
  expectOnly(object, ["headers", "properties", "url"]);
  const properties = objectMember(object, "properties");
  const headers = objectMember(object, "headers");
  return {
    url,
    properties: new Map(
      (properties === undefined ? [] : membersOf(properties)).map(([name, value]) => [
        name,
        loadLiteral(value, loading),
      ]),
    ),
    headers: new Map(
      (headers === undefined ? [] : membersOf(headers)).map(([name, values]) => [
        name,
        expectArray(values, "header values should be an array").map((value) => loadExpression(value, loading)),
      ]),
    ),
    place: part.place,
  };
}
