import { stringLiteral } from "../../emit/escape.js";
import { literal, type LiteralValue } from "../../emit/literal.js";
import { typeExpression } from "../../emit/type-expression.js";
import { unitId } from "../../knowledge/service-index.js";
import type { ExampleContext, ExampleData } from "./example-data.js";
import { isFilledIn } from "./filled-in.js";

/** The parts of an example that its tests share. */
export function exampleConstants(context: ExampleContext, data: ExampleData): readonly string[] {
  const { input, file, support, operation, example } = context;
  const types = { ...input, use: file.use };
  const constant = (name: string, type: string, value: LiteralValue): string => {
    const head = `    const ${support.local(name)}${type === "" ? "" : `: ${type}`} = `;
    return `${head}${literal(value, { indent: 4, column: head.length })};`;
  };
  const result =
    example.result.kind === "output"
      ? constant("output", typeExpression(types, operation.output, "written"), data.result)
      : constant("members", "", data.result);
  return [
    constant("input", typeExpression(types, operation.input, "written"), data.input),
    constant("requestBody", "", data.requestBody),
    result,
    constant("responseBody", "", data.responseBody),
  ];
}

/** The client sends the documented request and returns, or throws, what the documented response says. */
export function clientTest(context: ExampleContext, data: ExampleData): string {
  const { input, file, support, operation, example, protocol } = context;
  const { use, local } = support;
  const service = local("service");
  const given = operation.input.id === unitId ? "" : `, ${local("input")}`;
  const call = `${file.use(input.names.operation(operation.shape.id))}(${use("clientOf")}(${service})${given})`;
  const outcome =
    example.result.kind === "output"
      ? [`${use("expect")}(await ${call}).toMatchObject(${local("output")});`]
      : [
          `const ${local("error")}: unknown = await ${call}.catch((reason: unknown) => reason);`,
          `${use("expect")}(${local("error")}).toBeInstanceOf(${file.use(input.names.errorClass(example.result.shape.id))});`,
          `${use("expect")}(${local("error")}).toMatchObject(${local("members")});`,
        ];
  return testOf(context, "is what the client sends and receives", "", [
    `const ${service} = ${use("stubService")}(${data.statusCode}, ${local("responseBody")});`,
    ...outcome,
    `${use("expect")}(${service}.targets).toEqual([${stringLiteral(protocol.target(operation.shape.id))}]);`,
    same(context, `${service}.bodies`, `[${local("requestBody")}]`),
  ]);
}

/** The server gives its handler the documented input, and answers with what the handler returns or throws. */
export function serverTest(context: ExampleContext, data: ExampleData): string {
  const { input, file, support, operation, example, protocol } = context;
  const { use, local } = support;
  const answer =
    example.result.kind === "output"
      ? `() => ${local("output")}`
      : `() => {\n        throw new ${file.use(input.names.errorClass(example.result.shape.id))}(${local("members")});\n      }`;
  const method = stringLiteral(input.names.method(operation.shape.id));
  const target = stringLiteral(protocol.target(operation.shape.id));
  const [server, inputs] = [renamed("server", local), renamed("inputs", local)];
  return testOf(context, "is what the server reads and answers", guardArgument(context), [
    ...guard(context),
    `const { ${server}, ${inputs} } = ${use("serve")}(${method}, ${answer});`,
    `const ${local("answer")} = await ${use("post")}(${local("server")}, ${target}, ${local("requestBody")});`,
    same(context, local("inputs"), `[${local("input")}]`),
    `${use("expect")}(${local("answer")}).toEqual({ status: ${data.statusCode}, body: ${local("responseBody")} });`,
  ]);
}

/** The command line sends the documented request and prints the response, or the error, as the AWS CLI does. */
export function commandTest(context: ExampleContext, data: ExampleData): string {
  const { input, support, operation, example } = context;
  const { use, local } = support;
  const command = stringLiteral(input.names.command(operation.shape.id));
  const [service, parameters, run] = [local("service"), local("parameters"), local("run")];
  const [code, output, errors] = example.result.kind === "output" ? [0, data.printed, '""'] : [254, '""', data.printed];
  return testOf(context, "is what the command line prints", guardArgument(context), [
    ...guard(context),
    `const ${service} = ${use("stubService")}(${data.statusCode}, ${local("responseBody")});`,
    `const ${parameters} = JSON.stringify(${literal(data.parameters, { indent: 6 })});`,
    `const ${run} = await ${use("runCommand")}(${service}, ${command}, ${parameters});`,
    `${use("expect")}(${run}).toEqual({`,
    `  code: ${code},`,
    `  output: ${output},`,
    `  errors: ${errors},`,
    "});",
    same(context, `${service}.bodies`, `[${local("requestBody")}]`),
  ]);
}

function testOf({ support }: ExampleContext, title: string, argument: string, body: readonly string[]): string {
  return [
    `    ${support.use("it")}(${stringLiteral(title)}, async (${argument}) => {`,
    ...body.map((line) => `      ${line}`),
    "    });",
  ].join("\n");
}

function renamed(property: string, local: (name: string) => string): string {
  const name = local(property);
  return name === property ? name : `${property}: ${name}`;
}

/** Members that the client or a server fills in make a value larger than the documented one. */
function same({ input, operation, support }: ExampleContext, actual: string, expected: string): string {
  const matcher = isFilledIn(input.model, operation.input) ? "toMatchObject" : "toEqual";
  return `${support.use("expect")}(${actual}).${matcher}(${expected});`;
}

function guardArgument({ operation, example }: ExampleContext): string {
  return operation.input.id === unitId || example.allowsConstraintErrors ? "" : "{ skip }";
}

/** A server, and in part a command line, refuse an input that breaks a constraint; an example may say that it means to. */
function guard({ input, file, support, operation, example }: ExampleContext): readonly string[] {
  if (operation.input.id === unitId) return [];
  const given = support.local("input");
  if (example.allowsConstraintErrors) {
    return [
      "// The example may break constraints. Then the service answers with an error of its own.",
      `if (!${file.use(input.names.is(operation.input.id))}(${given})) return;`,
    ];
  }
  const parse = file.use(input.names.parse(operation.input.id));
  return [`${support.use("skipInvalid")}(${stringLiteral(example.title)}, ${parse}(${given}), skip);`];
}
