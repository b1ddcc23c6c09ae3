import { compilePattern } from "../../knowledge/pattern/compile-pattern.js";
import { camel, pascal, type ValidatorContext } from "./context.js";
import type { SimpleValue } from "./simple-values.js";

/** The constant of the file that matches a pattern; undefined, with a diagnostic, when the pattern is no regular expression. */
export function matcherOf(context: ValidatorContext, pattern: string, value: SimpleValue): string | undefined {
  const purpose = `pattern ${pattern}`;
  if (context.hasLocal(`no ${purpose}`)) return undefined;
  const known = context.hasLocal(purpose);
  if (known) return context.local(purpose, "");
  const compiled = compilePattern(pattern);
  if (compiled.kind === "invalid") {
    context.local(`no ${purpose}`, "invalidPattern");
    context.diagnostics.push({
      code: "emit/pattern-not-ecma",
      severity: "WARNING",
      message: `The pattern ${JSON.stringify(pattern)} is no ECMA 262 regular expression (${compiled.reason}). It is not enforced.`,
      shape: value.shape.id,
      location: value.shape.location,
      suggestion:
        "Write the pattern without constructs of other languages, such as inline flags or possessive quantifiers.",
    });
    return undefined;
  }
  const name = context.local(purpose, `${camel(ownerName(context, value))}Pattern`);
  context.file.add(`const ${name} = /${compiled.source}/${compiled.flags};`);
  return name;
}

function ownerName(context: ValidatorContext, { shape, target }: SimpleValue): string {
  if (shape.kind !== "member" || !shape.traits.has("smithy.api#pattern")) return context.index.nameOf(target.id);
  return context.index.nameOf(shape.container) + pascal(shape.name);
}
