import {
  isComplexShape,
  membersOf,
  shapeName,
  shapeOf,
  type CommandDescription,
  type CommandLineDescription,
  type CommandLineTexts,
  type MemberDescription,
} from "./description.js";
import { globalOptions } from "./options.js";

/** The help page of the command line as a whole: what the service is, and its commands. */
export function serviceHelp(description: CommandLineDescription, texts: CommandLineTexts, width = 80): string {
  const page = new HelpPage(width);
  page.heading("NAME");
  page.line(`${description.program} - Commands of ${description.title}, API version ${description.apiVersion}`);
  page.heading("DESCRIPTION");
  page.paragraphs(texts.service);
  page.heading("SYNOPSIS");
  page.line(`${description.program} [options] <command> [parameters]`);
  page.paragraphs(`Use ${description.program} <command> help for information on a specific command.`);
  page.heading("GLOBAL OPTIONS");
  addGlobalOptions(page);
  page.heading("AVAILABLE COMMANDS");
  for (const name of [...Object.keys(description.commands), "help"]) page.line(`o ${name}`);
  return page.text();
}

/** The help page of one command. */
export function commandHelp(
  description: CommandLineDescription,
  texts: CommandLineTexts,
  name: string,
  command: CommandDescription,
  width = 80,
): string {
  const page = new HelpPage(width);
  const members = membersOf(description, command.input);
  const flags = Object.entries(command.flags).flatMap(([flag, memberName]) => {
    const member = members[memberName];
    return member === undefined ? [] : [{ flag, memberName, member }];
  });
  page.heading("NAME");
  page.line(name);
  page.heading("DESCRIPTION");
  page.paragraphs(texts.commands[name] ?? "");
  page.heading("SYNOPSIS");
  page.line(name);
  for (const { flag, member } of flags) page.line(synopsisOf(description, flag, member));
  page.line("[--cli-input-json | --cli-input-yaml]");
  if (command.pages !== undefined) {
    for (const option of ["starting-token", "page-size", "max-items"]) page.line(`[--${option} <value>]`);
  }
  page.line("[--generate-cli-skeleton <value>]");
  for (const [option, rule] of Object.entries(globalOptions)) {
    page.line(rule.takes === "flag" ? `[--${option}]` : `[--${option} <value>]`);
  }
  page.heading("OPTIONS");
  for (const { flag, memberName, member } of flags) {
    const shape = shapeOf(description, member.shape);
    page.line(
      `${shape.type === "boolean" ? `--${flag} | --no-${flag}` : `--${flag}`} (${typeLabel(description, member)})`,
    );
    page.indented(() => {
      page.paragraphs(texts.members[command.input ?? ""]?.[memberName] ?? "");
      addSyntax(page, description, member);
    });
  }
  addCommandOptions(page, command);
  page.heading("GLOBAL OPTIONS");
  addGlobalOptions(page);
  page.heading("OUTPUT");
  const output = Object.entries(membersOf(description, command.output));
  if (output.length === 0) page.paragraphs("None");
  for (const [memberName, member] of output) {
    addOutput(page, description, texts, command.output ?? "", memberName, member, [command.output ?? ""]);
  }
  return page.text();
}

function synopsisOf(description: CommandLineDescription, flag: string, member: MemberDescription): string {
  const isSwitch = shapeOf(description, member.shape).type === "boolean";
  const written = isSwitch ? `--${flag} | --no-${flag}` : `--${flag} <value>`;
  return member.required === true ? written : `[${written}]`;
}

function addCommandOptions(page: HelpPage, command: CommandDescription): void {
  const add = (title: string, text: string): void => {
    page.line(title);
    page.indented(() => page.paragraphs(text));
  };
  add(
    "--cli-input-json | --cli-input-yaml (string)",
    "Takes the parameters from a JSON or YAML text in the form that --generate-cli-skeleton prints, or from a file with " +
      "file://PATH. Values of other options win over it. Binary values must be base64.",
  );
  if (command.pages !== undefined) {
    add("--starting-token (string)", "Where to begin: the NextToken of an earlier output that was cut off.");
    add("--page-size (integer)", "How many items to ask for in each call to the service.");
    add("--max-items (integer)", "How many items to show at most. If there are more, the output has a NextToken.");
  }
  add(
    "--generate-cli-skeleton (string)",
    "Prints a skeleton instead of calling the service: of the parameters as JSON (input, the default) or YAML (yaml-input), or a " +
      "sample of the output (output), for which the parameters are checked.",
  );
}

function addGlobalOptions(page: HelpPage): void {
  for (const [name, option] of Object.entries(globalOptions)) {
    page.line(`--${name} (${option.takes === "flag" ? "boolean" : option.number === undefined ? "string" : "int"})`);
    page.indented(() => {
      page.paragraphs(option.help);
      for (const choice of option.choices ?? []) page.line(`o ${choice}`);
    });
  }
}

function typeLabel(description: CommandLineDescription, member: MemberDescription): string {
  const { type } = shapeOf(description, member.shape);
  return type === "union" ? "tagged union structure" : type;
}

/** How the value of a flag is written. */
function addSyntax(page: HelpPage, description: CommandLineDescription, member: MemberDescription): void {
  const shape = shapeOf(description, member.shape);
  if (shape.type === "string" && shape.values !== undefined) {
    page.line("Possible values:");
    for (const value of shape.values) page.line(`o ${value}`);
  }
  if (!isComplexShape(shape)) return;
  if (shape.type === "list" && !isComplexShape(shapeOf(description, shape.member.shape))) {
    const item = sampleOf(description, shape.member, []);
    page.line("Syntax:");
    page.block(`${item} ${item} ...`);
    return;
  }
  page.line("JSON Syntax:");
  page.block(sampleOf(description, member, []));
}

function sampleOf(description: CommandLineDescription, member: MemberDescription, within: readonly string[]): string {
  const shape = shapeOf(description, member.shape);
  if (within.includes(member.shape)) return "{ ... recursive ... }";
  const inner = [...within, member.shape];
  const indented = (text: string): string => text.replaceAll("\n", "\n  ");
  switch (shape.type) {
    case "structure":
    case "union": {
      const lines = Object.entries(shape.members).map(
        ([name, target]) => `  "${name}": ${indented(sampleOf(description, target, inner))}`,
      );
      return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n}`;
    }
    case "list":
      return `[\n  ${indented(sampleOf(description, shape.member, inner))}\n  ...\n]`;
    case "map":
      return `{"string": ${sampleOf(description, shape.value, inner)}\n  ...}`;
    case "string":
      return shape.values === undefined ? '"string"' : shape.values.map((value) => `"${value}"`).join("|");
    case "boolean":
      return "true|false";
    case "document":
      return "{...}";
    default:
      return shape.type;
  }
}

function addOutput(
  page: HelpPage,
  description: CommandLineDescription,
  texts: CommandLineTexts,
  container: string,
  name: string,
  member: MemberDescription,
  within: readonly string[],
): void {
  const shape = shapeOf(description, member.shape);
  page.line(`${name} -> (${typeLabel(description, member)})`);
  page.indented(() => {
    page.paragraphs(texts.members[container]?.[name] ?? "");
    const key = shape.type === "list" ? shape.member.shape : shape.type === "map" ? shape.value.shape : member.shape;
    const target = shapeOf(description, key);
    if (shape.type === "map") page.line(`key -> (${typeLabel(description, shape.key)})`);
    if (target !== shape)
      page.line(`${shape.type === "map" ? "value -> " : ""}(${typeLabel(description, { shape: key })})`);
    if (within.includes(key)) return page.line(`( ... recursive: ${shapeName(key)} ... )`);
    page.indented(() => {
      for (const [inner, innerMember] of Object.entries(membersOf(description, key))) {
        addOutput(page, description, texts, key, inner, innerMember, [...within, key]);
      }
    });
  });
}

class HelpPage {
  readonly #lines: string[] = [];
  readonly #width: number;
  #indent = 0;

  constructor(width: number) {
    this.#width = width;
  }

  heading(title: string): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== "") this.#lines.push("");
    this.#lines.push(title);
    this.#indent = 7;
  }

  line(text: string): void {
    this.#lines.push(" ".repeat(this.#indent) + text);
  }

  indented(add: () => void): void {
    this.#indent += 3;
    add();
    this.#indent -= 3;
  }

  block(text: string): void {
    this.#lines.push("");
    this.indented(() => {
      for (const line of text.split("\n")) this.line(line);
    });
    this.#lines.push("");
  }

  /** Text in paragraphs, each wrapped; lines that begin with a space are kept as they are. */
  paragraphs(text: string): void {
    for (const paragraph of text.split(/\n{2,}/)) {
      if (paragraph.trim() === "") continue;
      if (/^\s/m.test(paragraph)) for (const line of paragraph.split("\n")) this.line(line);
      else this.#wrap(paragraph);
      this.#lines.push("");
    }
  }

  #wrap(paragraph: string): void {
    const width = Math.max(20, this.#width - this.#indent);
    let current = "";
    for (const word of paragraph.split(/\s+/)) {
      if (current !== "" && current.length + 1 + word.length > width) {
        this.line(current);
        current = word;
      } else current = current === "" ? word : `${current} ${word}`;
    }
    if (current !== "") this.line(current);
  }

  text(): string {
    return `${this.#lines.join("\n").trimEnd()}\n`;
  }
}
