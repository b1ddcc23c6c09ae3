import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { constants, Script } from "node:vm";

/** In UTF-16 units. Below this, reading what is kept takes as long as compiling. */
const large = 500_000;

/** What of Node's own modules this replaces for a while: the method that compiles a CommonJS file and runs it. */
interface Compiling {
  _compile(this: NodeModule, content: string, filename: string, ...rest: readonly unknown[]): unknown;
}

/** What V8 made of one large file. */
interface Compiled {
  readonly script: Script;
  readonly keptAt: string;
}

/**
 * Lets CommonJS packages with large files load sooner: V8 takes longer to compile the TypeScript compiler than to run it, so its
 * compiled form is kept in `node_modules/.cache/tsmith`. Nothing where Node does that itself, for all modules: from 22.1 on,
 * where the command turns it on.
 *
 * @returns what ends it, and keeps the compiled forms that are new. Best called when most of what is needed of the packages has run.
 */
export function startCompileCache(): () => void {
  if ("enableCompileCache" in Module) return () => undefined;
  const compiled: Compiled[] = [];
  const modules = Module.prototype as NodeModule & Compiling;
  const { _compile } = modules;
  modules._compile = function (content, filename, ...rest) {
    if (content.length < large || !filename.includes("node_modules")) {
      return _compile.call(this, content, filename, ...rest);
    }
    const keptAt = placeOf(filename);
    const cachedData = readKept(keptAt);
    const script = new Script(Module.wrap(content), {
      filename,
      cachedData,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (cachedData === undefined || script.cachedDataRejected === true) compiled.push({ script, keptAt });
    const run = script.runInThisContext() as (...given: readonly unknown[]) => unknown;
    return run.call(this.exports, this.exports, createRequire(filename), this, filename, dirname(filename));
  };
  return () => {
    modules._compile = _compile;
    compiled.forEach(keep);
  };
}

/** A file changes with its size or its time. V8 itself refuses what another version of it, or other flags, made. */
function placeOf(filename: string): string {
  const { size, mtimeMs } = statSync(filename);
  const facts = [filename, size, mtimeMs, process.version, process.arch].join("\n");
  const key = createHash("sha256").update(facts).digest("hex").slice(0, 32);
  return join(filename.slice(0, filename.lastIndexOf("node_modules")), "node_modules/.cache/tsmith", key);
}

function readKept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function keep({ script, keptAt }: Compiled): void {
  try {
    mkdirSync(dirname(keptAt), { recursive: true });
    const beside = `${keptAt}.${process.pid}`;
    writeFileSync(beside, script.createCachedData());
    renameSync(beside, keptAt);
  } catch {
    // A folder that we may not write to: the next process compiles again.
  }
}
