// `npm run fuzz -- [--count N] [--seed N] [--data DIR] [--case N]`: runs mutations of a corpus through the library, in as many processes as
// there are cores. An exception, a run that takes too long and memory that grows are failures.
import { fork } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleFromSources } from "./bundle-from-sources.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const usage = `Usage: npm run fuzz -- [options]

Options:
  --count N   how many texts to run (default: 10000)
  --seed N    determines the texts (default: 1)
  --data DIR  the folder of the suites (default: ../shared/data/smithy)
  --case N    run only this one of them
  --help      print this`;

/** A run must end within this time, and is stopped after the second. */
const limitMilliseconds = 1000;
const hangMilliseconds = 20_000;
const largestGrowth = 96 * 1024 * 1024;
const shownFailures = 50;

const values = readArguments();
if (values.help) console.log(usage);
else await main();

async function main() {
  const count = wholeNumber("count");
  const seed = wholeNumber("seed");
  const data = values.data === undefined ? resolve(root, "../shared/data/smithy") : resolve(values.data);
  if (!existsSync(data)) fail(`There is no folder ${data}.`);
  const outfile = await bundleFromSources(root, "test/fuzz/worker.ts", "fuzz/worker.mjs");
  const only = values.case === undefined ? undefined : wholeNumber("case");
  const step = only === undefined ? Math.min(count, availableParallelism()) : 1;
  const tasks = Array.from({ length: step }, (_, first) => ({ data, seed, first, step, count, limitMilliseconds }));
  const progress = createProgress(count);
  const chosen = only === undefined ? tasks : [{ ...tasks[0], first: only, step: count + only + 1, count: only + 1 }];
  const failures = (await Promise.all(chosen.map((task) => runTask(outfile, task, progress)))).flat();
  progress.clear();
  report(failures.toSorted((left, right) => left.index - right.index));
  const failed = new Set(failures.map(({ index }) => index)).size;
  const total = only === undefined ? count : 1;
  console.log(`${total - failed} passed, ${failed} failed, 0 skipped`);
  if (failed > 0) process.exitCode = 1;
}

/** Runs the cases of one process; a case that hangs or ends the process costs only itself. */
async function runTask(outfile, task, progress) {
  const failures = [];
  let { first } = task;
  while (first < task.count) {
    const last = await runWorker(outfile, { ...task, first }, failures, progress);
    first = last === undefined ? task.count : last + task.step;
  }
  return failures;
}

function runWorker(outfile, task, failures, progress) {
  return new Promise((done) => {
    const child = fork(outfile, {
      execArgv: ["--expose-gc", "--max-old-space-size=1024"],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let current = task.first;
    let hasEnded = false;
    let errors = "";
    let timer = setTimeout(stop, hangMilliseconds * 3);
    child.stderr.setEncoding("utf8").on("data", (text) => (errors = (errors + text).slice(-2000)));
    function stop() {
      child.kill("SIGKILL");
    }
    child.on("message", (message) => {
      if (message.kind === "start") {
        current = message.index;
        progress.step();
        clearTimeout(timer);
        timer = setTimeout(stop, hangMilliseconds);
      } else if (message.kind === "failure") failures.push(message);
      else {
        hasEnded = true;
        const growth = message.heapEnd - message.heapStart;
        if (growth > largestGrowth) failures.push(failureOf(current, `memory grew by ${Math.round(growth / 1e6)} MB`));
      }
    });
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      if (!hasEnded) {
        const how =
          signal === "SIGKILL"
            ? `did not end within ${hangMilliseconds / 1000} s`
            : `ended the process with ${code ?? signal}`;
        failures.push(failureOf(current, `${how}\n${errors}`));
      }
      done(hasEnded ? undefined : current);
    });
    child.send(task);
  });
}

function failureOf(index, problem) {
  return { kind: "failure", index, name: "", problem, text: undefined };
}

function report(failures) {
  const folder = `${root}.cache/fuzz/failures`;
  if (failures.length > 0) mkdirSync(folder, { recursive: true });
  for (const { index, name, problem, text } of failures.slice(0, shownFailures)) {
    const file = `${folder}/${values.seed}-${index}.txt`;
    if (text !== undefined) writeFileSync(file, text);
    const lines = problem.split("\n").slice(0, 6).join("\n  ");
    console.log(`FAILED ${index} ${name}${text === undefined ? "" : ` (${file})`}\n  ${lines}`);
  }
  if (failures.length > shownFailures) console.log(`and ${failures.length - shownFailures} more`);
}

/** A line that shows how far the run is, on a terminal only. */
function createProgress(total) {
  let count = 0;
  let shownAt = 0;
  const isTerminal = process.stdout.isTTY === true;
  return {
    step() {
      count += 1;
      if (!isTerminal || Date.now() - shownAt < 200) return;
      shownAt = Date.now();
      process.stdout.write(`\r${count}/${total}`);
    },
    clear() {
      if (isTerminal) process.stdout.write("\r\u001b[K");
    },
  };
}

function wholeNumber(name) {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 0) fail(`--${name} must be a whole number, not ${values[name]}.`);
  return number;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        count: { type: "string", default: "10000" },
        seed: { type: "string", default: "1" },
        data: { type: "string" },
        case: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}
