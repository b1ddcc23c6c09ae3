import { defineDiagnostic, type DiagnosticDetails } from "../../diagnostics/define.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";

const badPackageName = defineDiagnostic(
  "config/package-name",
  "ERROR",
  (name: string) =>
    `"${name}" cannot be the name of an npm package. A name, or @scope/name, has at most ${longest} characters: lower-case letters, digits, "-", "." and "_", and begins with a letter, a digit or "-".`,
);

/** The most characters of a name, its scope among them. */
const longest = 214;

/** What the registry takes of a new package. Names with a scope may begin with what others may not. */
const packageName = /^(?:@[a-z\d-][a-z\d._-]*\/[a-z\d_-]|[a-z\d-])[a-z\d._-]*$/;

/** Names that npm keeps to itself. */
const reserved: readonly string[] = ["node_modules", "favicon.ico"];

/** What is wrong with the name of a package; undefined where npm takes it. Suggests the nearest name that it takes. */
export function checkPackageName(name: string, details: DiagnosticDetails = {}): Diagnostic | undefined {
  if (isPackageName(name)) return undefined;
  const near = cleaned(name.slice(0, longest));
  const suggestion = isPackageName(near) ? `Did you mean "${near}"?` : undefined;
  return badPackageName.create({ ...details, suggestion }, name);
}

function isPackageName(name: string): boolean {
  return name.length <= longest && packageName.test(name) && !reserved.includes(name);
}

function cleaned(name: string): string {
  const [, scope, own] = /^@([^/]*)\/(.*)$/s.exec(name) ?? [];
  return scope === undefined || own === undefined ? cleanedPart(name) : `@${cleanedPart(scope)}/${cleanedPart(own)}`;
}

function cleanedPart(part: string): string {
  return part
    .toLowerCase()
    .replace(/[^a-z\d._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "");
}
