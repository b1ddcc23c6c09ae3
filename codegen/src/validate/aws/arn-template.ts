import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { type ArnTrait, arnTraitOf } from "../../knowledge/arns.js";
import { boundEntities } from "../../knowledge/bound-entities.js";
import type { Model } from "../../shapes/model.js";
import type { ResourceShape } from "../../shapes/shape.js";
import { carriers } from "../carriers.js";
import { shapeFinding } from "../shape-finding.js";
import { tickedList } from "../ticked-list.js";

const labelPattern = "^[!|+]?[a-zA-Z_][a-zA-Z0-9_]*$";
const labelExpression = new RegExp(labelPattern);

/** `ArnTemplate`: the labels of an ARN template are the identifiers of the resource, each of them ("arn trait"). */
export function* arnTemplateRule(model: Model): Iterable<Diagnostic> {
  for (const [service] of carriers(model, "service", "aws.api#service")) {
    for (const resource of boundEntities(model, service).resources) {
      const arn = arnTraitOf(resource);
      if (arn === undefined) continue;
      for (const message of problemsOf(resource, arn)) {
        yield shapeFinding("ERROR", "ArnTemplate", resource, message, arn.applied);
      }
    }
  }
}

function problemsOf(resource: ResourceShape, { template, labels }: ArnTrait): readonly string[] {
  const invalid = labels.filter((label) => !labelExpression.test(label));
  if (invalid.length > 0) {
    return [
      `aws.api#arn trait contains invalid template labels: ${tickedList(invalid)}. Template labels must match the following regular expression: ${labelPattern}`,
    ];
  }
  const identifiers = [...resource.identifiers.keys()];
  const missing = identifiers.filter((name) => !labels.includes(name));
  const extraneous = [...new Set(labels)].filter((label) => !resource.identifiers.has(label));
  const invalidResource = `Invalid aws.api#arn trait resource, \`${template}\`.`;
  const problems: string[] = [];
  if (missing.length > 0) {
    problems.push(
      `${invalidResource} The following resource identifier names were missing from the \`arn\` template: ${tickedList(missing)}`,
    );
  }
  if (extraneous.length > 0) {
    problems.push(
      `${invalidResource} Found template labels in the trait that are not the names of the identifiers of the resource: [${identifiers.join(", ")}]. Extraneous identifiers: [${tickedList(extraneous)}]`,
    );
  }
  return problems;
}
