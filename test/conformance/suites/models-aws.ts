import { createHash } from "node:crypto";
import { serializeAst } from "../../../codegen/src/serialize/ast.js";
import { serializeIdl } from "../../../codegen/src/serialize/idl.js";
import { loadCase, validateLoaded } from "../load.js";
import { expectSameLines, type Suite } from "../suite.js";
import { canonicalJson } from "../trees.js";

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export const modelsAws: Suite = {
  name: "models-aws",
  run: (entry, corpus) => {
    const { model, diagnostics } = loadCase("models-aws", entry, corpus);
    const ast = canonicalJson(serializeAst(model));
    const idl = [...serializeIdl(model)].map(([name, text]) => `${name} ${hashOf(text)}`);
    const wantedIdl = entry.expect["idlSha256"] as Readonly<Record<string, string>>;
    expectSameLines(
      [`ast ${hashOf(ast)}`, ...idl],
      [
        `ast ${String(entry.expect["astSha256"])}`,
        ...Object.entries(wantedIdl).map(([name, hash]) => `${name} ${hash}`),
      ],
    );
    const counts = new Map<string, number>();
    for (const { severity, code } of validateLoaded(model, diagnostics, ["*"], false)) {
      // Endpoint tests of a model can be older than the partitions that they depend on.
      if (code.startsWith("RuleSetTestCase")) continue;
      const key = `${severity} ${code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const wanted = Object.entries(entry.expect["eventCounts"] as Readonly<Record<string, number>>);
    const line = ([key, count]: readonly [string, number]) => `${count} × ${key}`;
    expectSameLines([...counts].map(line), wanted.map(line));
  },
};
