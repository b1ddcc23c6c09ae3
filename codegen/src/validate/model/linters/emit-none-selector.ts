import { evaluate } from "../../../selector/select.js";
import type { Selector } from "../../../selector/selector.js";
import { objectOf, selector } from "../../configuration.js";
import type { Linter } from "../../rule.js";
import { selectorFailure } from "./selector-failure.js";

const code = "EmitNoneSelector";

const configuration = objectOf<{ selector: Selector }>(
  "software.amazon.smithy.model.validation.linters.EmitNoneSelectorValidator$Config",
  { selector: { decoder: selector } },
);

/** `EmitNoneSelector`: a selector that matches no shape but those of the prelude, as a DANGER ("EmitNoneSelector"). */
export const emitNoneSelectorLinter: Linter = (node) => {
  const decoded = configuration.decode(node, "");
  if ("problem" in decoded) return decoded;
  const { selector: asked } = decoded.value;
  if (asked === undefined) return { problem: "selector is required" };
  return {
    rule: (model) => {
      const { shapes, problem } = evaluate(model, asked);
      if (problem !== undefined) return [selectorFailure(code, asked, problem)];
      if ([...shapes].some(({ id }) => !id.startsWith("smithy.api#"))) return [];
      const message = `Expected at least one shape to match selector: ${asked.text}`;
      return [{ code, severity: "DANGER", message }];
    },
  };
};
