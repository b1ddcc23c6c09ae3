import type { EmitterInput } from "../../emit/emitter.js";
import { stringLiteral } from "../../emit/escape.js";
import { runtimeType, runtimeValue, type EmitSymbol } from "../../emit/symbol.js";
import type { TypeScriptFile } from "../../emit/typescript-file.js";
import type { JsonProtocol } from "./json-protocol.js";

/** Functions that the tests share. Only those that are used are written. */
export interface Support {
  /** The name to write for one of them, or for something of vitest; marks it as used. */
  use(name: SupportName): string;
  /** A name for a constant within a test, which hides nothing that the package exports. */
  local(name: string): string;
  /** The functions that are used, as statements. */
  functions(): readonly string[];
}

type SupportName =
  | "describe"
  | "expect"
  | "it"
  | "bytes"
  | "clientOf"
  | "post"
  | "printed"
  | "runCommand"
  | "serve"
  | "shownTime"
  | "skipInvalid"
  | "skipLoudly"
  | "stubService";

/** The functions that the tests of one service share, written for its protocol. */
export function supportFunctions(input: EmitterInput, file: TypeScriptFile, protocol: JsonProtocol): Support {
  const used = new Set<SupportName>();
  const local = (wanted: string): string => {
    let name = wanted;
    while (input.names.isTaken(name)) name += "_";
    return name;
  };
  const use = (name: SupportName): string => {
    if (name === "describe" || name === "expect" || name === "it") {
      return file.use({ name, module: "vitest", typeOnly: false });
    }
    used.add(name);
    return local(name);
  };
  return {
    use,
    local,
    functions() {
      if (used.has("skipInvalid")) used.add("skipLoudly");
      if (used.has("clientOf") || used.has("runCommand")) used.add("stubService");
      const writers = functionWriters(input, file, protocol, local);
      return [...writers].filter(([name]) => used.has(name)).map(([, write]) => write());
    },
  };
}

function functionWriters(
  input: EmitterInput,
  file: TypeScriptFile,
  protocol: JsonProtocol,
  local: (name: string) => string,
): ReadonlyMap<SupportName, () => string> {
  const runtime = (module: Parameters<typeof runtimeValue>[0], name: string): string =>
    file.use(runtimeValue(module, name));
  const type = (module: Parameters<typeof runtimeType>[0], name: string): string => file.use(runtimeType(module, name));
  const commandLine: EmitSymbol = { name: "commandLine", module: "src/cli.ts", typeOnly: false };
  const contentType = stringLiteral(protocol.contentType);
  return new Map<SupportName, () => string>([
    [
      "stubService",
      () => `/** A service that answers every request in the same way, and what it was sent. */
function ${local("stubService")}(statusCode: number, body: unknown) {
  const targets: (string | undefined)[] = [];
  const bodies: unknown[] = [];
  const transport: ${type("http", "Transport")} = {
    async send(request) {
      targets.push(request.headers["x-amz-target"]);
      const sent = request.body;
      bodies.push(JSON.parse(sent instanceof Uint8Array ? new TextDecoder().decode(sent) : String(sent)));
      const headers = { "content-type": ${contentType} };
      return { statusCode, headers, body: new TextEncoder().encode(JSON.stringify(body)) };
    },
  };
  return { targets, bodies, transport };
}`,
    ],
    [
      "clientOf",
      () => `function ${local("clientOf")}(service: ReturnType<typeof ${local("stubService")}>) {
  return ${runtime("client", "createClient")}({
    endpoint: "http://localhost",
    credentials: "anonymous",
    maximumAttempts: 1,
    transport: service.transport,
  });
}`,
    ],
    [
      "serve",
      () => `/** A server with one handler, and what the handler was given. */
function ${local("serve")}(method: string, answer: () => unknown) {
  const inputs: unknown[] = [];
  const handler = (input: unknown) => {
    inputs.push(input);
    return answer();
  };
  const handlers = Object.assign({} as ${file.use(input.names.handlers)}, { [method]: handler });
  return { server: ${file.use(input.names.createServer)}(handlers), inputs };
}`,
    ],
    [
      "post",
      () => `async function ${local("post")}(server: ${type("server", "Server")}, target: string, body: unknown) {
  const headers = { "content-type": ${contentType}, "x-amz-target": target };
  const request = new Request("http://localhost/", { method: "POST", headers, body: JSON.stringify(body) });
  const response = await server.fetch(request);
  return { status: response.status, body: (await response.json()) as unknown };
}`,
    ],
    [
      "runCommand",
      () => `async function ${local("runCommand")}(service: ReturnType<typeof ${local("stubService")}>, command: string, parameters: string) {
  const run = { code: 0, output: "", errors: "" };
  const options = ["--endpoint-url", "http://localhost", "--no-sign-request"];
  const args = [command, "--cli-input-json", parameters, ...options];
  run.code = await ${runtime("cli", "runCommandLine")}(${file.use(commandLine)}, args, {
    variables: { AWS_MAX_ATTEMPTS: "1" },
    output: { write: (text) => void (run.output += text) },
    errors: { write: (text) => void (run.errors += text) },
    transport: service.transport,
  });
  return run;
}`,
    ],
    [
      "printed",
      () => `function ${local("printed")}(value: unknown): string {
  return \`\${JSON.stringify(value, null, 4)}\\n\`;
}`,
    ],
    [
      "shownTime",
      () => `function ${local("shownTime")}(text: string): string {
  return ${runtime("cli", "formatInstant")}(new Date(text));
}`,
    ],
    [
      "bytes",
      () => `function ${local("bytes")}(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}`,
    ],
    [
      "skipInvalid",
      () => `function ${local("skipInvalid")}(title: string, parsed: ${type("validate", "ParseResult")}<unknown>, skip: (note: string) => never): void {
  if (!parsed.ok) ${local("skipLoudly")}(title, parsed.failures.map(({ message }) => message).join("; "), skip);
}`,
    ],
    [
      "skipLoudly",
      () => `function ${local("skipLoudly")}(title: string, reason: string, skip: (note: string) => never): never {
  console.warn(\`SKIPPED: the example "\${title}": \${reason}\`);
  return skip(reason);
}`,
    ],
  ]);
}
