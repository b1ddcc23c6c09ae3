import type { ClientHooks } from "../client/hooks.js";
import type { CommandCall } from "./call.js";
import { formatJsonText } from "./json-text.js";
import { shownOutput } from "./shown-output.js";
import type { TextSink } from "./environment.js";
import type { Value } from "./value.js";

const hidden = "(hidden)";

/** Hooks that say what goes over the wire: no body, no credentials, no signature. */
export function debugHooks(errors: TextSink): ClientHooks {
  return {
    attemptStart({ operation, attempt, request }) {
      writeLine(errors, `${operation}: attempt ${attempt}: ${request.method} ${request.url}, ${bytesOf(request)}`);
      for (const [name, value] of Object.entries(request.headers)) writeLine(errors, `> ${name}: ${value}`);
    },
    attemptEnd({ operation, attempt, milliseconds, response, error, retryAfter }) {
      const outcome = response === undefined ? "no answer" : `status ${response.statusCode}, ${bytesOf(response)}`;
      writeLine(errors, `${operation}: attempt ${attempt}: ${outcome} after ${Math.round(milliseconds)} ms`);
      for (const [name, value] of Object.entries(response?.headers ?? {})) writeLine(errors, `< ${name}: ${value}`);
      if (error !== undefined) writeLine(errors, `${operation}: attempt ${attempt}: ${error}`);
      if (retryAfter !== undefined) writeLine(errors, `${operation}: again in ${Math.round(retryAfter)} ms`);
    },
  };
}

function bytesOf({ bodyBytes }: { readonly bodyBytes: number | undefined }): string {
  return bodyBytes === undefined ? "a stream" : `${bodyBytes} bytes`;
}

/** Says what the parameters are, sensitive ones hidden. */
export function debugInput(call: CommandCall, parameters: ReadonlyMap<string, Value>): void {
  writeBody(call, "input", shownOutput(call.description, call.command.input, parameters, hidden));
}

/** Says what the answer is, sensitive values hidden and members that the model does not know left out. */
export function debugOutput(call: CommandCall, body: Value): void {
  writeBody(call, "output", shownOutput(call.description, call.command.output, body, hidden));
}

function writeBody({ command, environment }: CommandCall, what: string, value: Value): void {
  writeLine(environment.errors, `${command.operation}: ${what} ${formatJsonText(value).replaceAll(/\n\s*/g, " ")}`);
}

function writeLine(errors: TextSink, text: string): void {
  errors.write(`${new Date().toISOString()} DEBUG ${text}\n`);
}
