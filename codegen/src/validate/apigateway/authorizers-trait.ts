import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Model } from "../../shapes/model.js";
import { isNodeObject, nodeMember, stringMember } from "../../shapes/node.js";
import type { ServiceShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";

const traitId = "aws.apigateway#authorizers";

/** `AuthorizersTrait`: authorizers add to authentication schemes of the service, and are configured as one ("authorizers trait"). */
export function* authorizersTraitRule(model: Model): Iterable<Diagnostic> {
  for (const [service, trait] of carriers(model, "service", traitId)) {
    const authorizers = isNodeObject(trait.value) ? Object.entries(trait.value) : [];
    const schemes = authSchemesOf(model, service);
    const mappings = authorizers.flatMap(([name, authorizer]) => {
      const scheme = stringMember(authorizer, "scheme");
      return scheme === undefined || schemes.includes(scheme) ? [] : [`${name} -> ${scheme}`];
    });
    if (mappings.length > 0) {
      const message = `Each \`scheme\` of the \`${traitId}\` trait must target one of the auth schemes applied to the service (i.e., [${tickedList(schemes)}]). The following mappings of authorizer names to schemes are invalid: ${mappings.toSorted().join(", ")}`;
      yield shapeFinding("ERROR", "AuthorizersTrait", service, message, trait);
    }
    const misconfigured = authorizers.filter(([, authorizer]) => {
      const version = stringMember(authorizer, "authorizerPayloadFormatVersion");
      return (
        nodeMember(authorizer, "enableSimpleResponses") !== undefined && version !== undefined && version !== "2.0"
      );
    });
    if (misconfigured.length > 0) {
      const names = misconfigured.map(([name]) => name).toSorted();
      const message = `The enableSimpleResponses member of ${traitId} is only supported when authorizedPayloadFormatVersion is 2.0. The following authorizers are misconfigured: ${names.join(", ")}`;
      yield shapeFinding("ERROR", "AuthorizersTrait", service, message, trait);
    }
  }
}

/** The authentication schemes that are applied to a service itself. */
function authSchemesOf(model: Model, service: ServiceShape): readonly ShapeId[] {
  return [...service.traits.keys()].filter(
    (id) => model.shapes.get(id)?.traits.has("smithy.api#authDefinition") === true,
  );
}
