import type { Emitter } from "../../emit/emitter.js";
import type { TextFilePlan } from "../../emit/file-plan.js";
import { dataTypePage, operationPage } from "./api-pages.js";
import { commandIndexPage, commandPage } from "./cli-pages.js";
import { apiIndexPage, commonErrorsPage, commonParametersPage } from "./common-pages.js";
import { createPageContext } from "./context.js";
import { markdown } from "./markdown.js";
import type { Page } from "./page.js";
import { renderPage, type Format } from "./render.js";
import { restructuredText } from "./rst.js";

/**
 * Reference pages of a service: `docs/api` in Markdown, one page an operation and one a data type, in the manner of AWS's API
 * references; `docs/cli` in Markdown and reStructuredText, one page a command, in the manner of the AWS CLI's.
 */
export const emitDocs: Emitter = (input) => {
  const context = createPageContext(input);
  const apiPages = [
    apiIndexPage(context),
    commonParametersPage(context),
    commonErrorsPage(context),
    ...context.operations.map((operation) => operationPage(context, operation)),
    ...context.dataTypes.map((shape) => dataTypePage(context, shape)),
  ];
  const commandPages = context.hasCommands
    ? [commandIndexPage(context), ...context.operations.map((operation) => commandPage(context, operation))]
    : [];
  return {
    files: [
      ...apiPages.map((page) => filePlan(page, markdown)),
      ...commandPages.flatMap((page) => [filePlan(page, markdown), filePlan(page, restructuredText)]),
    ],
    diagnostics: [],
  };
};

function filePlan(page: Page, format: Format): TextFilePlan {
  return { kind: "text", path: `docs/${page.path}.${format.extension}`, text: renderPage(page, format) };
}
