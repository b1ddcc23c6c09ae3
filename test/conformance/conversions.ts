import { type LoadedModel, loadModel } from "../../codegen/src/loader/load-model.js";
import { bundledNamespaces } from "../../codegen/src/loader/bundled.js";
import { isFailure, type Diagnostic } from "../../codegen/src/diagnostics/diagnostic.js";
import type { Model } from "../../codegen/src/shapes/model.js";
import { isNodeObject, type Node, type NodeObject } from "../../codegen/src/shapes/node.js";
import type { ConformanceCase } from "./corpus.js";
import { describeExpected, describeFound } from "./events.js";
import { validateLoaded } from "./load.js";
import { expectSameLines, expectSameText, type Suite } from "./suite.js";
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
      const loaded = loadModel(corpus.sources(name, entry.files), { modules: bundledNamespaces });
      const wanted = entry.expect["error"];
      if (typeof wanted === "string" && wanted.includes(brokenModel)) return expectBrokenModel(loaded, wanted);
      const { document, diagnostics } = convertLoaded(loaded, entry, convert);
      const problem = diagnostics.find(isFailure)?.message;
      if (typeof wanted === "string") return expectSameText(comparable(problem ?? "(no error)"), comparable(wanted));
      if (problem !== undefined || document === undefined) throw new Error(problem ?? "(no document)");
      expectSameTree(document, readTree(corpus, name, entry.expect["output"]));
    },
  };
}

function convertLoaded(
  { model, diagnostics }: LoadedModel,
  entry: ConformanceCase,
  convert: (model: Model, settings: NodeObject) => Converted,
): Converted {
  if (diagnostics.some(isFailure)) return { document: undefined, diagnostics };
  const settings = parseTree(`${entry.id} config`, JSON.stringify(entry.expect["config"] ?? {}));
  return convert(model, isNodeObject(settings) ? settings : {});
}

/** How the error begins of a model that was refused before it could be converted; a line for each event follows. */
const brokenModel = "Result contained ERROR severity validation events:";

function expectBrokenModel({ model, diagnostics }: LoadedModel, wanted: string): void {
  const found = validateLoaded(model, diagnostics, ["*"], false).filter(isFailure);
  const events = wanted.split("\n").flatMap((line) => {
    const [, severity = "", shape = "", message = "", id = ""] =
      /^\[(\w+)\] (\S+): (.*) \| (\S+) \S+$/.exec(line) ?? [];
    return severity === "" ? [] : [describeExpected({ severity, shape, message, id })];
  });
  expectSameLines(found.map(describeFound), events);
}

/** The text of an error without the name of its Java class, the packages of others, and positions in the settings. */
function comparable(error: string): string {
  return error
    .replace(/^(?:(?:[a-z]\w*\.)+[A-Z]\w*: )+/, "")
    .replace(/\b(?:software\.amazon\.smithy|java)(?:\.[a-z]\w*)+\.(?:\w+\$)?/g, "")
    .replace(/ \(\[\d+, \d+\]\)/g, "");
}
