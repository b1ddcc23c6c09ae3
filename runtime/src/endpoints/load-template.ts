import { loadPath } from "./load-path.js";
import { RuleFault, type Place } from "./place.js";
import type { Call, Reference, Template, TemplateSlot } from "./syntax.js";
import type { FunctionDefinition } from "./functions/definition.js";

/**
 * "Template syntax": `{name}` and `{name#path}` are filled in, doubled braces stand for themselves. As Smithy's implementation
 * reads it: doubled braces count before single ones, inside of braces too.
 *
 * @param getAttr - what `#` calls
 */
export function loadTemplate(source: string, place: Place, getAttr: FunctionDefinition): Template {
  const parts: (string | TemplateSlot)[] = [];
  let depth = 0;
  let slotStart = 0;
  let textStart = 0;
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index];
    if (character !== "{" && character !== "}") continue;
    if (source[index + 1] === character) {
      index += 1;
    } else if (character === "{") {
      if (depth === 0) {
        if (textStart !== index) parts.push(unescapeBraces(source.slice(textStart, index)));
        slotStart = index + 1;
      }
      depth += 1;
    } else {
      depth -= 1;
      if (depth < 0) throw new RuleFault("unmatched `}` in template", place);
      if (depth === 0) parts.push(loadSlot(source.slice(slotStart, index), place, getAttr));
      textStart = index + 1;
    }
  }
  if (depth !== 0) throw new RuleFault("unmatched `{` in template", place);
  if (textStart < source.length) parts.push(unescapeBraces(source.slice(textStart)));
  return { source, parts };
}

function unescapeBraces(text: string): string {
  return text.replaceAll("{{", "{").replaceAll("}}", "}");
}

function loadSlot(source: string, place: Place, getAttr: FunctionDefinition): TemplateSlot {
  const hash = source.indexOf("#");
  if (hash < 0) return { source, expression: { kind: "reference", name: source, place } };
  const target: Reference = { kind: "reference", name: source.slice(0, hash), place };
  const pathText = source.slice(hash + 1);
  const argument = { kind: "string", template: loadTemplate(pathText, place, getAttr), place } as const;
  const expression: Call = {
    kind: "call",
    definition: getAttr,
    arguments: [target, argument],
    path: loadPath(pathText, place),
    place,
  };
  return { source, expression };
}
