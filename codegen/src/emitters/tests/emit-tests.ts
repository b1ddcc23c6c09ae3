import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { stringLiteral } from "../../emit/escape.js";
import { createTypeScriptFile, type TypeScriptFile } from "../../emit/typescript-file.js";
import { examplesOf } from "../../knowledge/examples.js";
import { serviceIndex, type OperationInfo } from "../../knowledge/service-index.js";
import { isNodeArray, nodeMember } from "../../shapes/node.js";
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
  const operations = index.operations.filter((operation) => operation.shape.traits.has("smithy.api#examples"));
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
  const titleOf = (wanted: string): string => {
    const title = wanted.trim() === "" ? "Example" : wanted;
    const count = (titles.get(title) ?? 0) + 1;
    titles.set(title, count);
    return count === 1 ? title : `${title} (${count})`;
  };
  const suites = [
    ...examplesOf(operation).map((example) =>
      exampleSuite({ input, file, support, protocol, operation, example }, titleOf(example.title), diagnostics),
    ),
    ...examplesOfOtherErrors(operation).map(({ title, problem }) =>
      skippedSuite(support, operation, titleOf(title), problem, diagnostics),
    ),
  ];
  const name = stringLiteral(input.names.shapeName(operation.shape.id));
  return `${support.use("describe")}(${name}, () => {\n${suites.join("\n\n")}\n});`;
}

/** Examples that end with an error which the operation does not list: nobody could answer with it. */
function examplesOfOtherErrors({ shape, errors }: OperationInfo): readonly { title: string; problem: string }[] {
  const examples = shape.traits.get("smithy.api#examples")?.value;
  if (!isNodeArray(examples)) return [];
  return examples.flatMap((example) => {
    const error = nodeMember(example, "error");
    const id = nodeMember(error, "shapeId");
    if (error === undefined || errors.some((known) => known.id === id)) return [];
    const title = nodeMember(example, "title");
    return [{ title: typeof title === "string" ? title : "", problem: `${String(id)} is no error of the operation` }];
  });
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
    return skippedSuite(support, operation, title, error.message, diagnostics);
  }
}

/** In place of an example's tests one that is skipped by name, so that nobody takes it for tested. */
function skippedSuite(
  support: Support,
  operation: OperationInfo,
  title: string,
  problem: string,
  diagnostics: Diagnostic[],
): string {
  diagnostics.push({
    code: "emit/invalid-example",
    severity: "WARNING",
    shape: operation.shape.id,
    location: operation.shape.traits.get("smithy.api#examples")?.location,
    message: `The example ${JSON.stringify(title)} is not tested: ${problem}.`,
  });
  const reason = `The example does not fit the model: ${problem}`;
  return [
    `  ${support.use("describe")}(${stringLiteral(title)}, () => {`,
    `    ${support.use("it")}("is tested", ({ skip }) => {`,
    `      ${support.use("skipLoudly")}(${stringLiteral(title)}, ${stringLiteral(reason)}, skip);`,
    "    });",
    "  });",
  ].join("\n");
}
