import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { arnTraitOf } from "../../knowledge/arns.js";
import type { Model } from "../../shapes/model.js";
import { stringMember } from "../../shapes/node.js";
import { nameOf } from "../../shapes/shape-id.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";

/** `IamResourceTrait`: a resource has the same name in IAM and in its ARN ("iamResource trait"). */
export function* iamResourceTraitRule(model: Model): Iterable<Diagnostic> {
  for (const [resource, trait] of carriers(model, "resource", "aws.iam#iamResource")) {
    const arn = arnTraitOf(resource);
    if (arn === undefined || arn.absolute) continue;
    const name = stringMember(trait.value, "name") ?? nameOf(resource.id).toLowerCase();
    if (arn.template.split(/[/:]/).includes(name)) continue;
    const message = `The \`@aws.iam#iamResource\` trait applied to the resource defines an IAM resource name, \`${name}\`, that does not match the \`@arn\` template, \`${arn.template}\`, of the resource.`;
    yield shapeFinding("DANGER", "IamResourceTrait", resource, message);
  }
}
