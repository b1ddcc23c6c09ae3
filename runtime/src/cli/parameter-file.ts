import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import type { CommandEnvironment } from "./environment.js";
import { flagError } from "./command-error.js";

const problems: Readonly<Record<string, string>> = {
  ENOENT: "[Errno 2] No such file or directory",
  EACCES: "[Errno 13] Permission denied",
  ENOTDIR: "[Errno 20] Not a directory",
  EISDIR: "[Errno 21] Is a directory",
};

/**
 * The content of a parameter's file: text for `file://PATH`, bytes for `fileb://PATH`, and the value itself when it has neither
 * prefix. `~` and `$NAME` in the path are replaced.
 *
 * @throws CommandError when the file cannot be read, or is no text where text is wanted.
 */
export function loadParameter(flag: string, value: string, environment: CommandEnvironment): string | Uint8Array {
  const binary = value.startsWith("fileb://");
  if (!binary && !value.startsWith("file://")) return value;
  const bytes = readParameterFile(flag, value, value.slice(binary ? 8 : 7), environment);
  if (binary) return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw flagError(
      flag,
      `Unable to load paramfile (${value}), text contents could not be decoded.  If this is a binary file, please use the ` +
        "fileb:// prefix instead of the file:// prefix.",
    );
  }
}

/** The bytes of a file that a parameter names. */
export function readParameterFile(
  flag: string,
  value: string,
  path: string,
  environment: CommandEnvironment,
): Uint8Array {
  const expanded = expandPath(path, environment);
  try {
    return new Uint8Array(readFileSync(expanded));
  } catch (error) {
    const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
    const problem = problems[code] ?? (error instanceof Error ? error.message : String(error));
    throw flagError(flag, `Unable to load paramfile ${value}: ${problem}: '${expanded}'`);
  }
}

function expandPath(path: string, environment: CommandEnvironment): string {
  const home = environment.variables["HOME"] ?? homedir();
  const fromHome = path === "~" || path.startsWith("~/") ? home + path.slice(1) : path;
  return fromHome.replaceAll(/\$(?:(\w+)|\{(\w+)\})/g, (whole, bare?: string, braced?: string) => {
    return environment.variables[bare ?? braced ?? ""] ?? whole;
  });
}
