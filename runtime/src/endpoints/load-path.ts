import { RuleFault, type Place } from "./place.js";
import type { AttributePath } from "./syntax.js";

/** "Parsing path strings": names with dots between them, each with an index in brackets after or instead of it. */
export function loadPath(text: string, place: Place): AttributePath {
  const components = text.split(".");
  while (components.length > 1 && components.at(-1) === "") components.pop();
  const steps = components.flatMap((component) => loadSteps(component, place));
  if (text !== "" && components.length === 1 && components[0] === "") {
    throw new RuleFault("Invalid argument to GetAttr: path may not be empty", place);
  }
  return { text, steps };
}

function loadSteps(component: string, place: Place): readonly (string | number)[] {
  const bracket = component.indexOf("[");
  if (bracket < 0) return [component];
  const index = component.slice(bracket);
  if (!index.endsWith("]")) {
    throw new RuleFault(`Invalid path component: ${component}. Must end with \`]\``, place);
  }
  if (!/^\[[+-]?\d{1,9}\]$/.test(index)) throw new RuleFault(`${index} could not be parsed as a number`, place);
  const step = Number(index.slice(1, -1));
  return bracket === 0 ? [step] : [component.slice(0, bracket), step];
}
