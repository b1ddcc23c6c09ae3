// A thread that says of one file after the other where prettier would change it.
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { format } from "prettier";

parentPort.on("message", async (path) => {
  const text = readFileSync(path, "utf8");
  try {
    parentPort.postMessage(firstDifference(text, await format(text, { ...workerData, filepath: path })));
  } catch (error) {
    parentPort.postMessage(`prettier cannot read it: ${error.message}`);
  }
});

function firstDifference(text, wanted) {
  if (text === wanted) return undefined;
  const lines = text.split("\n");
  const wantedLines = wanted.split("\n");
  const index = wantedLines.findIndex((line, at) => line !== lines[at]);
  return `line ${index + 1}:\n  is     ${lines[index] ?? ""}\n  wanted ${wantedLines[index] ?? ""}`;
}
