import { CommandError, exitCodes } from "./command-error.js";
import { formatJsonText } from "./json-text.js";
import { isObject, type Value } from "./value.js";

/** An output as text; the empty string when there is nothing to show. */
export async function formatOutput(
  format: string,
  operation: string,
  value: Value,
  width: number | undefined,
): Promise<string> {
  const empty = isObject(value) && value.size === 0;
  switch (format) {
    case "text": {
      const { formatText } = await import("./format-text.js");
      return formatText(value);
    }
    case "table": {
      const { formatTable } = await import("./format-table.js");
      return formatTable(operation, value, width);
    }
    case "yaml": {
      const { formatYamlText } = await import("./yaml-text.js");
      return empty ? "" : formatYamlText(value);
    }
    case "yaml-stream": {
      const { formatYamlText } = await import("./yaml-text.js");
      return formatYamlText([value]);
    }
    case "json":
      return empty ? "" : `${formatJsonText(value)}\n`;
    default:
      throw new CommandError(`Unknown output type: ${format}`, exitCodes.general);
  }
}
