import { parseDocumentation } from "../../emit/doc-text.js";
import { flagsOf } from "../../emit/flags.js";
import { paginationOf, type Pagination } from "../../knowledge/pagination.js";
import type { OperationInfo } from "../../knowledge/service-index.js";
import { documentationOf, enumValueOf } from "../../knowledge/traits.js";
import { targetOf, type Model } from "../../shapes/model.js";
import type { MemberShape, RootShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import { commandLineType, possibleValues, syntaxExamples } from "./cli-syntax.js";
import { globalOptions, inputOption, optionEntry, pageNotes, pageOptions, skeletonOption } from "./cli-options.js";
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
  const options = optionsOf(operation);
  const pages = paginationOf(context.index.service, operation.shape);
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
      ...(pages === undefined ? [] : pageNotes(name)),
      ...bullets(external),
      heading(2, "Synopsis"),
      codeBlock("text", synopsis(model, name, options, pages)),
      heading(2, "Options"),
      ...options.map((option) => optionOf(model, option)),
      ...inputOption,
      ...(pages === undefined ? [] : pageOptions(pages)),
      ...skeletonOption,
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

function reference(context: PageContext, operation: OperationInfo): Inline {
  const vendor = vendorReference(context, operation);
  if (vendor !== undefined) return webLink("AWS API Documentation", vendor);
  return pageLink("API Reference", context.apiPath(operation.shape.id));
}

/** A member of the input as an option. */
interface Option {
  /** Without the dashes. */
  readonly flag: string;
  readonly member: MemberShape;
}

function optionsOf(operation: OperationInfo): readonly Option[] {
  return Object.entries(flagsOf(operation.input)).flatMap(([flag, name]) => {
    const member = operation.input.members.get(name);
    return member === undefined ? [] : [{ flag, member }];
  });
}

function synopsis(model: Model, command: string, options: readonly Option[], pages: Pagination | undefined): string {
  return [
    command,
    ...options.map((option) => flagUsage(model, option)),
    "[--cli-input-json <value>]",
    ...(pages === undefined ? [] : ["[--starting-token <value>]", "[--page-size <value>]", "[--max-items <value>]"]),
    "[--generate-cli-skeleton <value>]",
  ].join("\n");
}

/** `--repository-name <value>`, in brackets unless required; a boolean is set by one of two flags without a value. */
function flagUsage(model: Model, { flag, member }: Option): string {
  const usage = targetOf(model, member).kind === "boolean" ? `--${flag} | --no-${flag}` : `--${flag} <value>`;
  return member.traits.has("smithy.api#required") ? usage : `[${usage}]`;
}

function optionOf(model: Model, { flag, member }: Option): Block {
  const target = targetOf(model, member);
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
