import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { announceOnce } from "./announce.js";

const root = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** Whether the real data that tests read in place stands beside the project. Says so once, loudly, where it does not. */
export function hasSharedData(): boolean {
  const present = existsSync(`${root}data/README.md`);
  if (!present) announceOnce("SKIPPED: ../shared/data is absent; every suite that replays real data is skipped.");
  return present;
}

/** The absolute path of something below `../shared/data`. */
export function sharedData(path: string): string {
  return `${root}data/${path}`;
}
