import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.js";

export const smithyMain = "software.amazon.smithy.cli.SmithyCli";

/** The jars of the pinned peers, resolved once by Maven; undefined, with one loud line, where that is not possible. */
export function peerClasspath(): string | undefined {
  const pom = join(root, "bench/peers/pom.xml");
  const hash = createHash("sha256").update(readFileSync(pom)).digest("hex").slice(0, 16);
  const cache = join(root, ".cache/peers");
  const file = join(cache, `classpath-${hash}.txt`);
  const reason = missingTool("java", ["-version"]) ?? missingClasspath();
  if (reason !== undefined) {
    console.warn(`SKIPPED: ${reason}; the rows against Smithy are left out.`);
    return undefined;
  }
  return readFileSync(file, "utf8").trim();

  function missingClasspath(): string | undefined {
    const isResolved = existsSync(file) && readFileSync(file, "utf8").trim().split(":").every(existsSync);
    if (isResolved) return undefined;
    const missing = missingTool("mvn", ["-version"]);
    if (missing !== undefined) return missing;
    mkdirSync(cache, { recursive: true });
    const goals = ["dependency:build-classpath", `-Dmdep.outputFile=${file}`];
    const run = spawnSync("mvn", ["-q", "-B", "-f", pom, ...goals], { encoding: "utf8" });
    return run.status === 0 ? undefined : `Maven could not resolve ${pom} (${firstLine(run.stdout + run.stderr)})`;
  }
}

export function missingTool(program: string, parameters: readonly string[]): string | undefined {
  return spawnSync(program, parameters).status === 0 ? undefined : `${program} is not installed`;
}

function firstLine(text: string): string {
  return text.trim().split("\n", 1)[0] ?? "";
}
