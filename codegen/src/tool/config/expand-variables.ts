import { defineDiagnostic } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { suggest } from "../../diagnostics/suggest.js";
import type { Source } from "../../source/source.js";

const unknownVariable = defineDiagnostic(
  "config/variable",
  "ERROR",
  (name: string) => `The environment has no variable ${name}.`,
);

/** Puts environment variables in the place of `${NAME}` in keys and values; `\${NAME}` stays (Smithy guides, "Environment variables"). */
export function expandVariables(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  source: Source,
  diagnostics: Diagnostic[],
): unknown {
  const expand = (text: string, pointer: string): string =>
    text.replace(/\\?\$\{([^}]*)\}/g, (match, name: string) => {
      if (match.startsWith("\\")) return match.slice(1);
      const found = environment[name];
      if (found !== undefined) return found;
      const suggestion = suggest(name, Object.keys(environment));
      diagnostics.push(unknownVariable.create({ location: { source, pointer }, suggestion }, name));
      return "";
    });
  const walk = (node: unknown, pointer: string): unknown => {
    if (typeof node === "string") return expand(node, pointer);
    if (Array.isArray(node)) return node.map((item: unknown, index) => walk(item, `${pointer}/${index}`));
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, item]: [string, unknown]) => {
        const inner = `${pointer}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`;
        return [expand(key, inner), walk(item, inner)];
      }),
    );
  };
  return walk(value, "");
}
