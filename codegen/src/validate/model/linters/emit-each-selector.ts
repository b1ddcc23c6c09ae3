import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import { expandTemplate, type MessageTemplate, parseMessageTemplate } from "../../../selector/message-template.js";
import { eachMatch, evaluate } from "../../../selector/select.js";
import type { Selector } from "../../../selector/selector.js";
import type { Model } from "../../../shapes/model.js";
import { modelIndex } from "../../../shapes/model-index.js";
import type { Shape } from "../../../shapes/shape.js";
import type { ShapeId } from "../../../shapes/shape-id.js";
import { objectOf, selector, shapeId, text } from "../../configuration.js";
import type { Linter } from "../../rule.js";
import { shapeFinding } from "../../shape-finding.js";
import { selectorFailure } from "./selector-failure.js";

const code = "EmitEachSelector";

const configuration = objectOf<{ selector: Selector; bindToTrait: ShapeId; messageTemplate: string }>(
  "software.amazon.smithy.model.validation.linters.EmitEachSelectorValidator$Config",
  {
    selector: { decoder: selector },
    bindToTrait: { decoder: shapeId },
    messageTemplate: { decoder: text, check: templateProblem, nullProblem: "expression must not be null" },
  },
);

function templateProblem(given: string): string | undefined {
  const parsed = parseMessageTemplate(given);
  return "problem" in parsed ? parsed.problem : undefined;
}

/**
 * `EmitEachSelector`: every shape that a selector matches, as a DANGER ("EmitEachSelector"). With `bindToTrait`, only shapes that
 * carry the trait, whose place the finding has. With `messageTemplate`, a shape that is matched in several ways is found so often.
 */
export const emitEachSelectorLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const { selector: asked, bindToTrait, messageTemplate } = decoded.value;
  if (asked === undefined) return { problem: "selector is required" };
  const parsed = messageTemplate === undefined ? undefined : parseMessageTemplate(messageTemplate);
  const template = parsed !== undefined && "template" in parsed ? parsed.template : undefined;
  return {
    rule: (model) => {
      if (bindToTrait !== undefined && modelIndex(model).withTrait(bindToTrait).length === 0) return [];
      return template === undefined
        ? findShapes(model, asked, bindToTrait)
        : findMatches(model, asked, bindToTrait, template);
    },
  };
};

function findShapes(model: Model, asked: Selector, bindToTrait: ShapeId | undefined): readonly Diagnostic[] {
  const { shapes, problem } = evaluate(model, asked);
  if (problem !== undefined) return [selectorFailure(code, asked, problem)];
  const message = `Selector capture matched selector: ${asked.text}`;
  return [...shapes].flatMap((shape) => finding(shape, bindToTrait, message) ?? []);
}

function findMatches(
  model: Model,
  asked: Selector,
  bindToTrait: ShapeId | undefined,
  template: MessageTemplate,
): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  let failure: string | undefined;
  const problem = eachMatch(model, asked, (shape, variables) => {
    const expanded = expandTemplate(template, model, shape, variables);
    failure ??= expanded.problem;
    const found = finding(shape, bindToTrait, expanded.message);
    if (found !== undefined) findings.push(found);
  });
  const reason = problem ?? failure;
  return reason === undefined ? findings : [selectorFailure(code, asked, reason)];
}

function finding(shape: Shape, bindToTrait: ShapeId | undefined, message: string): Diagnostic | undefined {
  const trait = bindToTrait === undefined ? undefined : shape.traits.get(bindToTrait);
  if (bindToTrait !== undefined && trait === undefined) return undefined;
  return shapeFinding("DANGER", code, shape, message, trait);
}
