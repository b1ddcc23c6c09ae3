import type { OptionRule, OptionRules } from "./arguments.js";
import {
  isIntegerShape,
  isNumberShape,
  membersOf,
  shapeOf,
  type CommandDescription,
  type CommandLineDescription,
} from "./description.js";

export interface GlobalOption extends OptionRule {
  readonly help: string;
}

export const outputFormats = ["json", "text", "table", "yaml", "yaml-stream"] as const;
export const skeletonKinds = ["input", "output", "yaml-input"] as const;

/** Options of every command, in the order of help pages. */
export const globalOptions: Readonly<Record<string, GlobalOption>> = {
  debug: { takes: "flag", help: "Say on the error stream what is sent and received. Sensitive values are left out." },
  "endpoint-url": { takes: "one", help: "Send requests to this URL instead of the service's own." },
  "no-verify-ssl": { takes: "flag", help: "Do not verify the server's certificate." },
  "no-paginate": { takes: "flag", help: "Ask for one page only." },
  output: { takes: "one", choices: outputFormats, help: "The form of the output. The default is json." },
  query: { takes: "one", help: "A JMESPath expression that selects what of the output is shown." },
  profile: { takes: "one", help: "The profile of the shared configuration to take credentials and region from." },
  region: { takes: "one", help: "The region to call. Overrides AWS_REGION and AWS_DEFAULT_REGION." },
  version: { takes: "flag", help: "Show the version of this command." },
  color: { takes: "one", choices: ["on", "off", "auto"], help: "Accepted for compatibility: output has no colours." },
  "no-sign-request": { takes: "flag", help: "Send requests without a signature; no credentials are needed." },
  "ca-bundle": { takes: "one", help: "A file with the certificates to trust, in PEM format." },
  "cli-read-timeout": { takes: "one", number: "int", help: "Seconds to wait for an answer. 0 waits without end." },
  "cli-connect-timeout": {
    takes: "one",
    number: "int",
    help: "Seconds to wait for a connection. 0 waits without end.",
  },
  "cli-binary-format": {
    takes: "one",
    choices: ["base64", "raw-in-base64-out"],
    help: "How blobs are written in parameters: as base64, the default, or as they are.",
  },
  "no-cli-pager": { takes: "flag", help: "Accepted for compatibility: output is never paged." },
  "cli-auto-prompt": { takes: "flag", help: "Accepted for compatibility: there are no prompts." },
  "no-cli-auto-prompt": { takes: "flag", help: "Accepted for compatibility: there are no prompts." },
};

const commandOptions: Readonly<Record<string, OptionRule>> = {
  "cli-input-json": { takes: "one" },
  "cli-input-yaml": { takes: "one" },
  "generate-cli-skeleton": { takes: "optional", choices: skeletonKinds },
};

const pageOptions: Readonly<Record<string, OptionRule>> = {
  "starting-token": { takes: "one" },
  "page-size": { takes: "one", number: "int" },
  "max-items": { takes: "one", number: "int" },
};

/** The options that stand before a command or without one. */
export function globalRules(): OptionRules {
  return new Map<string, OptionRule>([...Object.entries(globalOptions), ["help", { takes: "flag" }]]);
}

/** All options of a command. A flag of its own hides the option of the same name that every command has. */
export function rulesOf(description: CommandLineDescription, command: CommandDescription): OptionRules {
  const rules = new Map<string, OptionRule>([...globalRules(), ...Object.entries(commandOptions)]);
  if (command.pages !== undefined) {
    for (const [name, rule] of Object.entries(pageOptions)) rules.set(name, rule);
  }
  const members = membersOf(description, command.input);
  for (const [flag, name] of Object.entries(command.flags)) {
    const member = members[name];
    if (member === undefined) continue;
    const shape = shapeOf(description, member.shape);
    if (shape.type === "boolean") {
      rules.set(flag, { takes: "flag", sets: { name: flag, value: true } });
      rules.set(`no-${flag}`, { takes: "flag", sets: { name: flag, value: false } });
    } else if (shape.type === "list") rules.set(flag, { takes: "list" });
    else if (isIntegerShape(shape)) rules.set(flag, { takes: "one", number: "int" });
    else if (isNumberShape(shape)) rules.set(flag, { takes: "one", number: "float" });
    else rules.set(flag, { takes: "one" });
  }
  return rules;
}
