import { code, type LiteralValue } from "../../emit/literal.js";
import { stringLiteral } from "../../emit/escape.js";
import { effectiveTrait } from "../../knowledge/traits.js";
import type { Model } from "../../shapes/model.js";
import type { ValueStyle } from "./example-values.js";

/** A value as a JSON body has it on the wire: structure members in name order, timestamps in their format. */
export function wireStyle(model: Model): ValueStyle {
  return {
    ...plainNumbers(),
    blob: (base64) => base64,
    timestamp: (milliseconds, member) => {
      switch (effectiveTrait(model, member, "smithy.api#timestampFormat")?.value) {
        case "date-time":
          return dateTime(milliseconds);
        case "http-date":
          return new Date(milliseconds).toUTCString();
        default:
          return milliseconds / 1000;
      }
    },
    order: "name",
  };
}

/** A value as a command line reads it: members in model order, timestamps as texts. */
export const parameterStyle: ValueStyle = {
  ...plainNumbers(),
  blob: (base64) => base64,
  timestamp: (milliseconds) => dateTime(milliseconds),
  order: "model",
};

/** A value as a command line prints it: members in model order, timestamps in the zone of the machine. */
export function printedStyle(shownTime: () => string): ValueStyle {
  return {
    ...plainNumbers(),
    blob: (base64) => base64,
    timestamp: (milliseconds) => code(`${shownTime()}(${stringLiteral(dateTime(milliseconds))})`),
    order: "model",
  };
}

function plainNumbers(): Pick<ValueStyle, "integer" | "decimal"> {
  return { integer: (text): LiteralValue => code(text), decimal: (text): LiteralValue => code(text) };
}

function dateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.?0*Z$/, "Z");
}
