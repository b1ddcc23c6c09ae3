import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { propertyAccess, stringLiteral } from "../../emit/escape.js";
import { code, type Code } from "../../emit/literal.js";
import { runtimeValue } from "../../emit/symbol.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { nodeMember } from "../../shapes/node.js";

/** The function that puts the prefix of a request before its host (Smithy 2.0, "endpoint trait"), as code. */
export function hostPrefixFunction(
  file: TypeScriptFile,
  { shape, input }: OperationInfo,
  diagnostics: Diagnostic[],
): Code | undefined {
  const pattern = nodeMember(shape.traits.get("smithy.api#endpoint")?.value, "hostPrefix");
  if (typeof pattern !== "string") return undefined;
  const parts: string[] = [];
  for (const [, text = "", label] of pattern.matchAll(/([^{}]+)|\{([^{}]*)\}/g)) {
    if (label === undefined) {
      parts.push(stringLiteral(text));
    } else if (input.members.has(label)) {
      parts.push(`${file.use(runtimeValue("client", "hostLabel"))}(input${propertyAccess(label)})`);
    } else {
      diagnostics.push({
        code: "emit/host-label-unknown",
        severity: "ERROR",
        shape: shape.id,
        message: `The host prefix '${pattern}' names '${label}', which is no member of the input.`,
        suggestion: "Add the member with @required and @hostLabel, or take it out of the prefix.",
      });
      return undefined;
    }
  }
  const prefixHost = file.use(runtimeValue("client", "prefixHost"));
  return code(
    `(origin${pattern.includes("{") ? ", input" : ""}) => ${prefixHost}(origin, ${parts.join(" + ") || '""'})`,
  );
}
