import type { Condition, EndpointTemplate, Expression, Rule } from "./syntax.js";

/** An expression in the words of Smithy's messages, such as `parseURL(Endpoint)`, `Bucket#name` or `"https://{Region}"`. */
export function describeExpression(expression: Expression): string {
  switch (expression.kind) {
    case "reference":
      return expression.name;
    case "call": {
      const [target] = expression.arguments;
      if (expression.path !== undefined && target !== undefined) {
        return `${describeExpression(target)}#${expression.path.text}`;
      }
      return `${expression.definition.name}(${expression.arguments.map(describeExpression).join(", ")})`;
    }
    case "string":
      return `"${expression.template.source}"`;
    case "tuple":
      return `[${expression.items.map(describeExpression).join(", ")}]`;
    case "record":
      return describeMembers(expression.members);
    default:
      return String(expression.value);
  }
}

/** {@link describeExpression} for the members of a record: `{name=value, …}`. */
export function describeMembers(members: ReadonlyMap<string, Expression>): string {
  return `{${[...members].map(([name, member]) => `${name}=${describeExpression(member)}`).join(", ")}}`;
}

/** A rule in the words of Smithy's messages. */
export function describeRule(rule: Rule): string {
  const documentation = rule.documentation === undefined ? "" : `# ${rule.documentation}\n`;
  const conditions =
    rule.conditions.length === 0
      ? "always:\n"
      : `when:\n${rule.conditions.map((condition) => indent(describeCondition(condition))).join("")}then:\n`;
  return `${documentation}${conditions}${indent(describeResult(rule))}`;
}

function describeCondition({ call, assign }: Condition): string {
  return `${assign === undefined ? "" : `${assign.name} = `}${describeExpression(call)}`;
}

function describeResult(rule: Rule): string {
  switch (rule.kind) {
    case "endpoint":
      return describeEndpoint(rule.endpoint);
    case "error":
      return `error(${describeExpression(rule.error)})`;
    case "tree":
      return rule.rules.map(describeRule).join("\n");
  }
}

function describeEndpoint({ url, headers, properties }: EndpointTemplate): string {
  const headerLines = [...headers].map(
    ([name, values]) => `\n${indent(`${name}: [${values.map(describeExpression).join(", ")}]`)}`,
  );
  const propertyLines = [...properties].map(([name, value]) => `\n${indent(`${name}: ${describeExpression(value)}`)}`);
  return [
    `url: ${describeExpression(url)}`,
    ...(headerLines.length === 0 ? [] : ["\nheaders:", ...headerLines]),
    ...(propertyLines.length === 0 ? [] : ["\nproperties:", ...propertyLines]),
  ].join("");
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
