import { kebabCase } from "../../emit/case.js";
import { parseDocumentation } from "../../emit/doc-text.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { documentationOf, enumValueOf } from "../../knowledge/traits.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { MemberShape, RootShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { commandLineType, possibleValues, syntaxExamples } from "./cli-syntax.js";
import { commandIndexPath, description, externalLinks, vendorReference, type PageContext } from "./context.js";
import {
  bullets,
  code,
  codeBlock,
  heading,
  pageLink,
  paragraph,
  text,
  webLink,
  type Block,
  type Inline,
  type Page,
} from "./page.js";

/** How many branches one output tree draws; deeper ones are left to the reference pages of their types. */
const branchLimit = 3000;

/** The page of a command: synopsis, options and output, all in model order. */
export function commandPage(context: PageContext, operation: OperationInfo): Page {
  const { model, command, names } = context;
  const name = names.command(operation.shape.id);
  const members = [...operation.input.members.values()];
  const external = externalLinks(operation.shape);
  return {
    path: context.commandPath(operation),
    label: `cli:${command} ${name}`,
    blocks: [
      paragraph("[ ", pageLink(command, commandIndexPath), " ]"),
      heading(1, name),
      heading(2, "Description"),
      ...description(model, operation.shape),
      paragraph("See also: ", reference(context, operation)),
      ...bullets(external),
      heading(2, "Synopsis"),
      codeBlock("text", synopsis(model, name, members)),
      heading(2, "Options"),
      ...members.map((member) => option(model, member)),
      ...skeletonOptions(),
      heading(2, "Output"),
      ...(operation.output.members.size === 0 ? [paragraph("None")] : outputTree(context, operation.output)),
    ],
  };
}

/** The page that lists the commands, and the options that all of them take. */
export function commandIndexPage(context: PageContext): Page {
  const { command, index, model } = context;
  return {
    path: commandIndexPath,
    label: `cli:${command}`,
    blocks: [
      heading(1, command),
      heading(2, "Description"),
      paragraph(`The command line of ${context.title}, API version ${index.service.version}.`),
      ...description(model, index.service),
      heading(2, "Synopsis"),
      codeBlock("text", `${command} <command> [options]`),
      heading(2, "Available Commands"),
      ...bullets(
        context.operations.map((operation) => [
          pageLink(context.names.command(operation.shape.id), context.commandPath(operation)),
        ]),
      ),
      heading(2, "Global Options"),
      ...globalOptions.map(([flag, type, explanation]) => optionEntry(flag, type, [paragraph(explanation)])),
    ],
  };
}

const globalOptions: readonly (readonly [string, string, string])[] = [
  ["--endpoint-url", "string", "Sends requests to this address instead of the service's own endpoint."],
  ["--region", "string", "The Region whose endpoint is called and for which requests are signed."],
  ["--no-sign-request", "boolean", "Sends requests without a signature and looks for no credentials."],
  ["--output", "string", "The form in which output is printed."],
  ["--debug", "boolean", "Reports what is sent and received, without confidential values, on standard error."],
];

function reference(context: PageContext, operation: OperationInfo): Inline {
  const vendor = vendorReference(context, operation);
  if (vendor !== undefined) return webLink("AWS API Documentation", vendor);
  return pageLink("API Reference", context.apiPath(operation.shape.id));
}

function synopsis(model: Model, command: string, members: readonly MemberShape[]): string {
  const flags = members.map((member) => {
    const usage = flagUsage(model, member);
    return member.traits.has("smithy.api#required") && !usage.includes("|") ? usage : `[${usage}]`;
  });
  return [command, ...flags, "[--cli-input-json <value>]", "[--generate-cli-skeleton <value>]"].join("\n");
}

/** `--repository-name <value>`; a boolean is set by one of two flags without a value. */
function flagUsage(model: Model, member: MemberShape): string {
  const flag = kebabCase(member.name);
  return targetOf(model, member).kind === "boolean" ? `--${flag} | --no-${flag}` : `--${flag} <value>`;
}

function option(model: Model, member: MemberShape): Block {
  const target = targetOf(model, member);
  const flag = kebabCase(member.name);
  const values = possibleValues(model, member);
  const flags =
    target.kind === "boolean" ? [code(`--${flag}`), text(" | "), code(`--no-${flag}`)] : [code(`--${flag}`)];
  return {
    kind: "definition",
    anchor: `option-${flag}`,
    term: [...flags, text(` (${commandLineType(target)})`)],
    blocks: [
      ...description(model, member),
      ...(values.length === 0 ? [] : [paragraph("Possible values:"), ...bullets(values.map((value) => [code(value)]))]),
      ...syntaxExamples(model, member).map((example) => codeBlock("text", example.text, example.caption)),
    ],
  };
}

function optionEntry(flag: string, type: string, blocks: readonly Block[]): Block {
  return {
    kind: "definition",
    anchor: `option-${flag.slice(2)}`,
    term: [code(flag), text(` (${type})`)],
    blocks,
  };
}

function skeletonOptions(): readonly Block[] {
  return [
    optionEntry("--cli-input-json", "string", [
      paragraph(
        "Takes the parameters from a JSON text, or from a file when the value is a path after ",
        code("file://"),
        ". The JSON has the form that ",
        code("--generate-cli-skeleton"),
        " prints. A parameter that is also given by its own option keeps the option's value. Strings are taken as they are, so " +
          "that arbitrary binary values cannot be passed in this way.",
      ),
    ]),
    optionEntry("--generate-cli-skeleton", "string", [
      paragraph(
        "Prints a JSON skeleton on standard output and sends no request. Without a value, or with ",
        code("input"),
        ", it is a skeleton of the parameters, to be filled in and passed to ",
        code("--cli-input-json"),
        ". With ",
        code("output"),
        ", the parameters are checked and a sample of the command's output is printed.",
      ),
    ]),
  ];
}

/** The output's members as a tree: every list and map shows what its entries are. */
function outputTree(context: PageContext, output: RootShape): readonly Block[] {
  const { model } = context;
  const open = new Set<ShapeId>();
  let drawn = 0;

  function inside(shape: RootShape): readonly Block[] {
    if (open.has(shape.id) || drawn >= branchLimit) {
      return shape.members.size === 0 ? [] : [paragraph("( ... recursive ... )")];
    }
    open.add(shape.id);
    const blocks = contents(shape);
    open.delete(shape.id);
    return blocks;
  }

  function contents(shape: RootShape): readonly Block[] {
    switch (shape.kind) {
      case "structure":
      case "union":
        return [...shape.members.values()].map((member) => named(member.name, member));
      case "list":
        return [anonymous(shape.member)];
      case "map":
        return [named("key", shape.key), named("value", shape.value)];
      case "enum":
      case "intEnum":
        return [
          paragraph("Possible values:"),
          ...bullets([...shape.members.values()].map((member) => [code(String(enumValueOf(member)))])),
        ];
      default:
        return [];
    }
  }

  function named(name: string, member: MemberShape): Block {
    const target = targetOf(model, member);
    drawn += 1;
    return {
      kind: "branch",
      term: [text(`${name} -> (${commandLineType(target)})`)],
      blocks: [...description(model, member), ...inside(target)],
    };
  }

  function anonymous(member: MemberShape): Block {
    const target = targetOf(model, member);
    drawn += 1;
    const own = documentationOf(model, target);
    return {
      kind: "branch",
      term: [text(`(${commandLineType(target)})`)],
      blocks: [
        ...(own === undefined
          ? description(model, member)
          : [{ kind: "documentation", content: parseDocumentation(own) } as const]),
        ...inside(target),
      ],
    };
  }

  return inside(output);
}
