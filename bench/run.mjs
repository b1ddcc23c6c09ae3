// `npm run bench -- [suite …] [--json]`: compiles the suites and prints a table, or one JSON row a line.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const folder = fileURLToPath(new URL("./", import.meta.url));
const known = readdirSync(`${folder}suites`)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -3));

const usage = `Usage: npm run bench -- [suite ...] [options]

Measures tsmith and its peers side by side in one run: ${known.join(", ")} (default: all of them).

Options:
  --json   print one JSON row a line instead of a table
  --help   print this`;

const { values, positionals: wanted } = readArguments();
const { json } = values;
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const unknown = wanted.filter((suite) => !known.includes(suite));
if (unknown.length > 0) fail(`There is no suite ${unknown.join(", ")}.`);
if (!existsSync(`${folder}node_modules`)) {
  const installed = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", 2, 2] });
  if (installed.status !== 0) process.exit(1);
}
const { build } = createRequire(new URL("../package.json", import.meta.url))("esbuild");
const suites = wanted.length > 0 ? wanted : known;
await build({
  entryPoints: suites.map((suite) => `${folder}suites/${suite}.ts`),
  outdir: `${folder}dist`,
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});

let missed = 0;
for (const name of suites) {
  const { suite } = await import(pathToFileURL(`${folder}dist/${name}.js`).href);
  for await (const row of suite()) {
    if (!row.holds) missed += 1;
    console.log(json ? JSON.stringify(row) : line(row));
  }
}
if (!json && missed > 0) console.log(`\n${missed} below the bar.`);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
    });
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}

function line(row) {
  const others = Object.entries(row.others).map(([name, value]) => `${name} ${figure(value)}`);
  const ratio = `${row.ratio.toFixed(2)} (${row.spread.map((value) => value.toFixed(2)).join("–")})`;
  return [
    `${row.holds ? "holds " : "MISSED"} ${row.suite}: ${row.name}`,
    `       ours ${figure(row.ours)}, ${row.peerName} ${figure(row.peer)} ${row.unit}; ratio ${ratio}, bar ${row.bar}`,
    ...(others.length === 0 ? [] : [`       ${others.join(", ")}`]),
  ].join("\n");
}

function figure(value) {
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  return value >= 10 ? value.toFixed(1) : value.toFixed(3);
}
