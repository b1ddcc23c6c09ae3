import { readFileSync } from "node:fs";
import { tsmithVersion } from "../emit/version.js";

/**
 * What tells this build of the generator from any other: the hash that the bundler noted beside the bundle. Unbundled code
 * changes under the developer's hands, so that nothing it planned before counts.
 */
export function buildId(): string {
  try {
    return readFileSync(new URL("./build-id", import.meta.url), "utf8").trim();
  } catch {
    return `${tsmithVersion} unbundled ${process.pid} ${Date.now()}`;
  }
}
