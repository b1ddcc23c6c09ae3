import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Tool } from "./tools.js";

const script = `
import json, sys, docutils.core, docutils.nodes
found = []
for path in json.load(open(sys.argv[1])):
    text = open(path, encoding="utf-8", newline="").read()
    document = docutils.core.publish_doctree(text, source_path=path, settings_overrides={
        "report_level": 2, "halt_level": 5, "warning_stream": False, "file_insertion_enabled": False})
    for message in document.findall(docutils.nodes.system_message):
        if message["level"] > 1: found.append(path + ": " + message.astext())
    for kind in (docutils.nodes.raw, docutils.nodes.substitution_reference, docutils.nodes.problematic):
        for node in document.findall(kind): found.append(path + ": " + str(node))
    for node in document.findall(docutils.nodes.reference):
        if node.get("refuri", "").startswith("javascript"): found.append(path + ": " + str(node))
print(json.dumps(found))
`;

/** What docutils finds wrong with pages in reStructuredText: warnings, raw markup and links that run something. */
export function docutilsFindings(python: Tool, pages: ReadonlyMap<string, string>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "tsmith-pages-"));
  try {
    const paths = [...pages].map(([path, text]) => {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      return target;
    });
    writeFileSync(join(folder, "paths.json"), JSON.stringify(paths));
    const run = spawnSync(python.command, [...python.arguments, "-c", script, join(folder, "paths.json")], {
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return (JSON.parse(run.stdout) as string[]).map((finding) => finding.replace(folder, ""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
