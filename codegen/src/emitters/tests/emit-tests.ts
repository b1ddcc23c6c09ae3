import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { stringLiteral } from "../../emit/escape.js";
import { createTypeScriptFile, type TypeScriptFile } from "../../emit/typescript-file.js";
import { examplesOf } from "../../knowledge/examples.js";
import { serviceIndex, type OperationInfo } from "../../knowledge/service-index.js";
import { exampleData, type ExampleContext } from "./example-data.js";
import { ExampleMismatch } from "./example-values.js";
import { jsonProtocolOf, type JsonProtocol } from "./json-protocol.js";
import { supportFunctions, type Support } from "./support.js";
import { clientTest, commandTest, exampleConstants, serverTest } from "./surface-tests.js";

const path = "test/examples.test.ts";

/**
 * `test/examples.test.ts`: every documented example goes through the client, the server and the command line. An example that does not
 * fit the model is skipped by name, with its reason.
 */
export const emitTests: Emitter = (input) => {
  const index = serviceIndex(input.model, input.service);
  const protocol = jsonProtocolOf(index.service);
  const operations = index.operations.filter((operation) => examplesOf(operation).length > 0);
  if (protocol === undefined || operations.length === 0) return { files: [], diagnostics: [] };
  const file = createTypeScriptFile(path, input.names);
  const diagnostics: Diagnostic[] = [];
  const support = supportFunctions(input, file, protocol);
  const suites = operations.map((operation) => operationSuite(input, file, support, protocol, operation, diagnostics));
  // Functions are set apart when they are printed; calls are not, nor is what follows one.
  const [first, ...others] = support.functions();
  file.add(...[...suites, first ?? ""].map((statement) => `\n${statement}`), ...others);
  return { files: [file.plan()], diagnostics };
};

function operationSuite(
  input: EmitterInput,
  file: TypeScriptFile,
  support: Support,
  protocol: JsonProtocol,
  operation: OperationInfo,
  diagnostics: Diagnostic[],
): string {
  const titles = new Map<string, number>();
  const examples = examplesOf(operation).map((example) => {
    const title = example.title.trim() === "" ? "Example" : example.title;
    const count = (titles.get(title) ?? 0) + 1;
    titles.set(title, count);
    return exampleSuite(
      { input, file, support, protocol, operation, example },
      count === 1 ? title : `${title} (${count})`,
      diagnostics,
    );
  });
  const name = stringLiteral(input.names.shapeName(operation.shape.id));
  return `${support.use("describe")}(${name}, () => {\n${examples.join("\n\n")}\n});`;
}

function exampleSuite(context: ExampleContext, title: string, diagnostics: Diagnostic[]): string {
  const { support, operation } = context;
  const open = `  ${support.use("describe")}(${stringLiteral(title)}, () => {`;
  try {
    const data = exampleData(context);
    const tests = [clientTest(context, data), serverTest(context, data), commandTest(context, data)];
    return [open, ...exampleConstants(context, data), "", tests.join("\n\n"), "  });"].join("\n");
  } catch (error) {
    if (!(error instanceof ExampleMismatch)) throw error;
    const reason = `The example does not fit the model: ${error.message}`;
    diagnostics.push({
      code: "emit/invalid-example",
      severity: "WARNING",
      shape: operation.shape.id,
      location: operation.shape.traits.get("smithy.api#examples")?.location,
      message: `The example ${JSON.stringify(title)} is not tested: ${error.message}.`,
    });
    return [
      open,
      `    ${support.use("it")}("is tested", ({ skip }) => {`,
      `      ${support.use("skipLoudly")}(${stringLiteral(title)}, ${stringLiteral(reason)}, skip);`,
      "    });",
      "  });",
    ].join("\n");
  }
}
