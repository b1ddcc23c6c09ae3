import type { Model } from "../shapes/model.js";
import type { Shape } from "../shapes/shape.js";
import { messageTextOf, valueAt, type Variables } from "./attribute-value.js";
import { parseScopedPath } from "./parse-attribute.js";
import type { AttributePath } from "./selector.js";
import { positionIn, SelectorCursor, SelectorSyntaxError } from "./selector-cursor.js";

/** Texts, and the paths of attributes whose values stand between them. */
export type MessageTemplate = readonly (string | AttributePath)[];

/** A template, or why the text is none: one sentence in Smithy's words. */
export type ParsedTemplate = { readonly template: MessageTemplate } | { readonly problem: string };

/** Parses a message template ("Message templates"): `@{path}` for an attribute, and `@@` for the character. */
export function parseMessageTemplate(text: string): ParsedTemplate {
  const cursor = new SelectorCursor(text);
  const template: (string | AttributePath)[] = [];
  try {
    while (!cursor.atEnd()) {
      const at = text.indexOf("@", cursor.offset);
      const end = at < 0 ? text.length : at;
      if (end > cursor.offset) template.push(text.slice(cursor.offset, end));
      cursor.offset = end;
      if (text.startsWith("@@", end)) {
        template.push("@");
        cursor.offset += 2;
      } else if (at >= 0) template.push(parseScopedPath(cursor));
    }
    return { template };
  } catch (error) {
    if (!(error instanceof SelectorSyntaxError)) throw error;
    const { reason, offset } = error.problem;
    const { line, column } = positionIn(text, offset);
    return {
      problem: `Syntax error at line ${line} column ${column} of EmitEachSelector message template: ${reason}`,
    };
  }
}

/**
 * Writes a template for a shape that a selector matched.
 *
 * @returns the message, or the attribute that no shape has
 */
export function expandTemplate(
  template: MessageTemplate,
  model: Model,
  shape: Shape,
  variables: Variables,
): { readonly message: string; readonly problem?: string | undefined } {
  let problem: string | undefined;
  const report = (reason: string): void => {
    problem ??= reason;
  };
  const parts = template.map((part) =>
    typeof part === "string"
      ? part
      : messageTextOf(valueAt({ kind: "shape", shape, variables }, part, { model, report })),
  );
  return { message: parts.join(""), problem };
}
