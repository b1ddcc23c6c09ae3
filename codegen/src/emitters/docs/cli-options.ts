import type { Pagination } from "../../knowledge/pagination.js";
import { code, paragraph, text, type Block } from "./page.js";

/** Options of every command, with their type and what they do. */
export const globalOptions: readonly (readonly [flag: string, type: string, text: string])[] = [
  ["--debug", "boolean", "Reports on standard error what is sent and received. Confidential values are left out."],
  ["--endpoint-url", "string", "Sends requests to this address instead of the service's own endpoint."],
  ["--no-verify-ssl", "boolean", "Accepts any certificate of the endpoint."],
  ["--no-paginate", "boolean", "Fetches the first page of a result alone."],
  ["--output", "string", "The form of the output: json, which is the default, text, table, yaml or yaml-stream."],
  ["--query", "string", "A JMESPath expression that selects what is printed."],
  ["--profile", "string", "The profile of the shared configuration files from which credentials and Region are taken."],
  ["--region", "string", "The Region whose endpoint is called and for which requests are signed."],
  ["--version", "boolean", "Prints the version of the command."],
  ["--no-sign-request", "boolean", "Sends requests without a signature and looks for no credentials."],
  ["--ca-bundle", "string", "A file in PEM format with the certificates to trust."],
  ["--cli-read-timeout", "int", "How many seconds to wait for an answer. With 0, for as long as it takes."],
  ["--cli-connect-timeout", "int", "How many seconds to wait for a connection. With 0, for as long as it takes."],
  [
    "--cli-binary-format",
    "string",
    "How blobs are given in parameters: base64, which is the default, or raw-in-base64-out.",
  ],
];

/** An option that no member of the input stands behind. */
export function optionEntry(flag: string, type: string, blocks: readonly Block[]): Block {
  return {
    kind: "definition",
    anchor: `option-${flag.slice(2)}`,
    term: [code(flag), text(` (${type})`)],
    blocks,
  };
}

export const inputOption: readonly Block[] = [
  optionEntry("--cli-input-json", "string", [
    paragraph(
      "Takes the parameters from a JSON text, or from a file when the value is a path after ",
      code("file://"),
      ". The JSON has the form that ",
      code("--generate-cli-skeleton"),
      " prints. A parameter that is also given by its own option keeps the option's value. Strings are taken as they are, so " +
        "that binary values have to be given in Base64.",
    ),
  ]),
];

export const skeletonOption: readonly Block[] = [
  optionEntry("--generate-cli-skeleton", "string", [
    paragraph(
      "Prints a skeleton on standard output and sends no request. Without a value, or with ",
      code("input"),
      ", it is a JSON skeleton of the parameters, to be filled in and passed to ",
      code("--cli-input-json"),
      "; with ",
      code("yaml-input"),
      ", the same in YAML. With ",
      code("output"),
      ", the parameters are checked and a sample of the command's output is printed.",
    ),
  ]),
];

/** What the description of a command with pages adds. */
export function pageNotes(command: string): readonly Block[] {
  return [
    paragraph(
      code(command),
      " is paginated: it calls the service as often as it takes to fetch the whole result. With ",
      code("--no-paginate"),
      ", it fetches the first page alone.",
    ),
  ];
}

export function pageOptions(pages: Pagination): readonly Block[] {
  return [
    optionEntry("--starting-token", "string", [
      paragraph("Where to begin: the ", code("NextToken"), " of an earlier output that was cut off."),
    ]),
    optionEntry("--page-size", "integer", [
      paragraph(
        "How many items each call asks the service for. It changes the number of calls and not the output.",
        ...(pages.pageSize === undefined ? [" This operation leaves the size of pages to the service."] : []),
      ),
    ]),
    optionEntry("--max-items", "integer", [
      paragraph(
        "How many items to print at most. When there are more, the output has a ",
        code("NextToken"),
        " for ",
        code("--starting-token"),
        ".",
      ),
    ]),
  ];
}
