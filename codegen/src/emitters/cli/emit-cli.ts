import type { Emitter, EmitterInput } from "../../emit/emitter.js";
import { functionDeclaration } from "../../emit/structures.js";
import { code, literal, type LiteralValue } from "../../emit/literal.js";
import { runtimeType, runtimeValue } from "../../emit/symbol.js";
import { createTypeScriptFile } from "../../emit/typescript-file.js";
import { paginationOf } from "../../knowledge/pagination.js";
import { clientProtocolOf } from "../../knowledge/protocols.js";
import { serviceIndex, unitId, type OperationInfo } from "../../knowledge/service-index.js";
import { stringTrait } from "../../knowledge/traits.js";
import { nodeMember } from "../../shapes/node.js";
import { nameOf } from "../../shapes/shape-id.js";
import type { ServiceShape } from "../../shapes/shape.js";
import { describeShapes, shapeKeyOf } from "./describe-shapes.js";
import { flagsOf } from "../../emit/flags.js";
import { helpTexts } from "./help-texts.js";

/**
 * `src/cli.ts`: the service's commands, flags and shapes as plain data for the runtime's command line; `src/cli-texts.ts`: the
 * sentences of its help pages, in a file of their own because only `help` reads them; and the stub that npm installs as a command.
 * Nothing where the service has no protocol that a client can speak.
 */
export const emitCli: Emitter = (input) => {
  const { model, names, options } = input;
  const index = serviceIndex(model, input.service);
  if (clientProtocolOf(index.service) === undefined) return { files: [], diagnostics: [] };
  const program = programName(input);
  const file = createTypeScriptFile("src/cli.ts", names);
  const description: LiteralValue = {
    program,
    version: options.packageVersion,
    title: serviceTitle(index.service),
    apiVersion: index.service.version,
    commands: Object.fromEntries(
      index.operations.map((operation) => [names.command(operation.shape.id), describeCommand(input, operation)]),
    ),
    shapes: describeShapes(input),
    operations: code('() => import("./operations.js")'),
    texts: code('async () => (await import("./cli-texts.js")).commandLineTexts'),
  };
  file.add(
    // As text, so that large data is neither indented nor wrapped once more.
    [
      "",
      "/** The commands of the service, as data. */",
      `export const commandLine: ${file.use(runtimeType("cli", "CommandLineDescription"))} = ${literal(description)};`,
    ].join("\n"),
    functionDeclaration({
      name: "main",
      docs: { text: "Runs a command as this process: its arguments, environment and streams. Sets the exit code." },
      returnType: "Promise<void>",
      body: [`return ${file.use(runtimeValue("cli", "runProcess"))}(commandLine);`],
    }),
  );
  return {
    files: [
      file.plan(),
      helpTexts(input),
      {
        kind: "text",
        path: `bin/${program}.js`,
        text: '#!/usr/bin/env node\nimport { main } from "../dist/cli.js";\n\nawait main();\n',
      },
    ],
    diagnostics: [],
  };
};

/** The command that the package installs: `tsmith-ecr`. */
function programName(input: EmitterInput): string {
  return `tsmith-${input.names.serviceSlug}`;
}

/** What people call the service: the SDKs' name for it, else its title, else the name of its shape. */
function serviceTitle(service: ServiceShape): string {
  const sdkId = nodeMember(service.traits.get("aws.api#service")?.value, "sdkId");
  return typeof sdkId === "string" ? sdkId : (stringTrait(service, "smithy.api#title") ?? nameOf(service.id));
}

function describeCommand(input: EmitterInput, operation: OperationInfo): LiteralValue {
  const { model, names, service } = input;
  const { shape } = operation;
  const pages = paginationOf(serviceIndex(model, service).service, shape);
  return {
    operation: names.shapeName(shape.id),
    function: names.operation(shape.id).name,
    input: shape.input === unitId ? undefined : shapeKeyOf(names, shape.input),
    output: shape.output === unitId ? undefined : shapeKeyOf(names, shape.output),
    flags: flagsOf(operation.input),
    pages: pages === undefined ? undefined : { ...pages },
  };
}
