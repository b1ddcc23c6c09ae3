// Fails on an import that crosses rooms in a direction that the architecture forbids (docs/architecture.md).
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";

/** For each room: the rooms it may import, besides itself. */
const codegenRooms = {
  source: [],
  diagnostics: ["source"],
  syntax: ["source", "diagnostics"],
  shapes: ["source"],
  selector: ["shapes", "source", "diagnostics"],
  loader: ["syntax", "shapes", "diagnostics", "source"],
  serialize: ["shapes", "knowledge", "diagnostics"],
  transform: ["shapes", "selector", "knowledge", "diagnostics"],
  knowledge: ["shapes", "selector", "diagnostics"],
  validate: ["shapes", "selector", "knowledge", "diagnostics"],
  diff: ["shapes", "selector", "knowledge", "diagnostics"],
  jsonschema: ["shapes", "knowledge", "diagnostics"],
  emit: ["shapes", "knowledge", "diagnostics"],
  emitters: ["emit", "shapes", "knowledge", "diagnostics"],
};
const pureRuntime = ["@tsmith/runtime/endpoints", "@tsmith/runtime/jmespath", "@tsmith/runtime/regex"];
const roomsWithPureRuntime = new Set(["knowledge", "validate", "diff"]);
/** Rooms that a library user runs anywhere, with the packages that each may take. */
const packagesOfRooms = new Map(
  Object.keys(codegenRooms)
    .filter((room) => room !== "emit" && room !== "emitters")
    .map((room) => [room, room === "diagnostics" ? ["picocolors"] : []]),
);
/** Runtime rooms that may import third-party packages or Node's own modules. */
const runtimeOpenRooms = new Set(["aws", "cli", "node", "regex", "codec", "checksum"]);
/** Runtime rooms that codegen evaluates models with: they know nothing but themselves. */
const runtimePureRooms = new Set(["endpoints", "jmespath"]);

const problems = [];

function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    if (name === "node_modules" || name === "dist") return [];
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return name.endsWith(".ts") && !name.endsWith(".d.ts") ? [path] : [];
  });
}

function importsOf(source) {
  // Examples in documentation comments import what a user would.
  const text = source.replaceAll(/\/\*\*[^]*?\*\//g, "");
  const found = [];
  const pattern =
    /(?:^|[;\n])\s*(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;
  for (const match of text.matchAll(pattern))
    found.push({ specifier: match[3] ?? match[4], typeOnly: match[2] !== undefined });
  return found;
}

function place(path) {
  const parts = relative(".", path).split(sep);
  const isTest = path.endsWith(".test.ts") || parts.includes("testing") || parts[0] === "test";
  if (parts[0] === "generated")
    return { package: "generated", service: parts[1], room: parts[2], isTest: isTest || parts[2] === "test" };
  if (parts[1] !== "src") return { package: parts[0], room: undefined, isTest: true };
  const room = parts.length === 3 ? "(root)" : parts[2];
  return { package: parts[0], room, emitter: room === "emitters" ? parts[3] : undefined, isTest };
}

function refuse(file, specifier, why) {
  problems.push(`${relative(".", file)}: imports ${specifier}: ${why}`);
}

function checkCodegen(file, from, specifier, typeOnly) {
  if (from.room === "tool" || from.room === "(root)") return;
  if (specifier.startsWith(".")) {
    const to = place(resolve(dirname(file), specifier));
    if (to.package !== "codegen") return refuse(file, specifier, "rooms of codegen import packages by name");
    if (to.room === from.room) {
      if (from.emitter !== undefined && to.emitter !== from.emitter)
        refuse(file, specifier, "no emitter knows another");
      return;
    }
    const allowed = codegenRooms[from.room] ?? [];
    const openapi = from.room === "emitters" && from.emitter === "openapi" && to.room === "jsonschema";
    // Shapes and diagnostics have locations: their type may be named wherever they may be.
    const namesLocation = to.room === "source" && typeOnly;
    if (!allowed.includes(to.room) && !openapi && !namesLocation)
      refuse(file, specifier, `${from.room} may not import ${to.room}`);
    return;
  }
  const isPrint = from.room === "emit" && file.includes(`${sep}print${sep}`);
  if (specifier.startsWith("node:")) {
    if (!isPrint) refuse(file, specifier, `${from.room} runs anywhere: no Node APIs`);
    return;
  }
  if (specifier.startsWith("@tsmith/")) {
    if (!(roomsWithPureRuntime.has(from.room) && pureRuntime.includes(specifier))) {
      refuse(file, specifier, `${from.room} may not import the runtime`);
    }
    return;
  }
  if (specifier === "ts-morph" && !typeOnly && !isPrint)
    refuse(file, specifier, "only print and scaffold run ts-morph");
  if (packagesOfRooms.get(from.room)?.includes(specifier) === false)
    refuse(file, specifier, `${from.room} takes no third-party package`);
}

function checkRuntime(file, from, specifier) {
  if (specifier.startsWith("@tsmith/") || specifier === "tsmith") refuse(file, specifier, "the runtime stands alone");
  if (specifier.startsWith("node:") && !["aws", "cli", "node"].includes(from.room)) {
    refuse(file, specifier, `runtime/${from.room} runs anywhere: no Node APIs`);
  }
  const isOwn = specifier.startsWith(".") && place(resolve(dirname(file), specifier)).room === from.room;
  if (runtimePureRooms.has(from.room) && !isOwn && !specifier.startsWith("node:"))
    refuse(file, specifier, `runtime/${from.room} is pure: it imports nothing but itself`);
  const external =
    !specifier.startsWith(".") &&
    !specifier.startsWith("node:") &&
    !specifier.startsWith("#") &&
    !specifier.startsWith("@tsmith/");
  if (external && !runtimeOpenRooms.has(from.room))
    refuse(file, specifier, `runtime/${from.room} takes no third-party package`);
}

for (const root of ["codegen/src", "runtime/src", "service/src", "generated"]) {
  for (const file of filesBelow(root)) {
    const from = place(file);
    if (from.isTest) continue;
    for (const { specifier, typeOnly } of importsOf(readFileSync(file, "utf8"))) {
      if (from.package === "codegen") checkCodegen(file, from, specifier, typeOnly);
      else if (from.package === "runtime") checkRuntime(file, from, specifier);
      else if (from.package === "generated") {
        const own = specifier.startsWith(".") && posix.normalize(specifier).split("../").length <= 4;
        if (!own && !specifier.startsWith("@tsmith/runtime"))
          refuse(file, specifier, "generated code imports the runtime only");
      } else if (from.package === "service" && (specifier === "tsmith" || specifier.startsWith("tsmith/"))) {
        refuse(file, specifier, "the service runs without the generator");
      }
    }
  }
}

if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error(`\n${problems.length} imports against the direction of the rooms (docs/architecture.md).`);
  process.exitCode = 1;
} else {
  console.log("Every import follows the direction of the rooms.");
}
