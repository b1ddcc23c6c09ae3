import { expect, test } from "vitest";
import { createProgress } from "./progress.js";
import { createTerminal } from "./terminal.js";

test.each([
  ["what is quick", 400, 0, true, ""],
  ["what is expected to be long", 600, 0, true, "tsmith: loading …"],
  ["what adds up", 400, 200, true, "tsmith: loading …"],
  ["what nobody looks at", 600, 0, false, ""],
])("says of %s", (_, expected, passed, isTTY, line) => {
  let error = "";
  const times = [0, passed];
  const terminal = createTerminal({ write: () => 0 }, { isTTY, write: (text) => (error += text) }, {});
  const progress = createProgress(terminal, () => times.shift() ?? passed);
  progress.begin("loading", expected);
  expect(error).toBe(line);
  progress.end();
  expect(error).toBe(line === "" ? "" : `${line}\r\u001b[2K`);
});
