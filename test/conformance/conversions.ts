import { loadModel } from "../../codegen/src/loader/load-model.js";
import { bundledNamespaces } from "../../codegen/src/loader/bundled.js";
import { isFailure, type Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import { isNodeObject, type Node, type NodeObject } from "../../codegen/src/shapes/node.js";
import type { ConformanceCase, Corpus } from "./corpus.js";
import { expectSameText, type Suite } from "./suite.js";
import { expectSameTree, parseTree, readTree } from "./trees.js";

interface Converted {
  readonly document: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A suite whose cases convert a model with a plugin's settings to a document, or fail to. */
export function conversionSuite(name: string, convert: (model: Model, settings: NodeObject) => Converted): Suite {
  return {
    name,
    run: (entry, corpus) => {
      const { document, diagnostics } = runCase(name, entry, corpus, convert);
      const problem = diagnostics.find(isFailure)?.message;
      const wanted = entry.expect["error"];
      if (typeof wanted === "string") return expectSameText(comparable(problem ?? "(no error)"), comparable(wanted));
      if (problem !== undefined || document === undefined) throw new Error(problem ?? "(no document)");
      expectSameTree(document, readTree(corpus, name, entry.expect["output"]));
    },
  };
}

function runCase(
  suite: string,
  entry: ConformanceCase,
  corpus: Corpus,
  convert: (model: Model, settings: NodeObject) => Converted,
): Converted {
  const { model, diagnostics } = loadModel(corpus.sources(suite, entry.files), { modules: bundledNamespaces });
  if (diagnostics.some(isFailure)) return { document: undefined, diagnostics };
  const settings = parseTree(`${entry.id} config`, JSON.stringify(entry.expect["config"] ?? {}));
  return convert(model, isNodeObject(settings) ? settings : {});
}

/** The text of an error without the name of its Java class, the packages of others, and positions in the settings. */
function comparable(error: string): string {
  return error
    .replace(/^(?:[a-z]\w*\.)+[A-Z]\w*: /, "")
    .replace(/\b(?:software\.amazon\.smithy|java)(?:\.[a-z]\w*)+\.(?:\w+\$)?/g, "")
    .replace(/ \(\[\d+, \d+\]\)/g, "");
}
