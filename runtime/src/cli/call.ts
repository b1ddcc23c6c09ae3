import type { CredentialProvider, Credentials } from "../aws/credentials.js";
import { ConfigurationError, InputError, ResponseError, TimeoutError } from "../client/client-errors.js";
import { createClient, type Client } from "../client/client.js";
import type { ClientConfig } from "../client/config.js";
import { defineOperation } from "../client/define-operation.js";
import { observe } from "../client/observe.js";
import type { AnyOperation, OperationDefinition } from "../client/operation.js";
import { ServiceError } from "../errors/index.js";
import type { HttpResponse } from "../http/message.js";
import { TransportError } from "../http/transport.js";
import { sharedCredentials } from "../node/platform.js";
import type { OptionValue } from "./arguments.js";
import { CommandError, exitCodes } from "./command-error.js";
import { debugHooks, debugInput, debugOutput } from "./debug.js";
import type { CommandDescription, CommandLineDescription } from "./description.js";
import type { CommandEnvironment } from "./environment.js";
import { parseJsonText } from "./json-text.js";
import { collectPages, isPaged } from "./pages.js";
import { sharedSettings } from "./shared-settings.js";
import { shownOutput } from "./shown-output.js";
import { typedInput } from "./typed-input.js";
import type { Value } from "./value.js";

export interface CommandCall {
  readonly description: CommandLineDescription;
  readonly command: CommandDescription;
  readonly options: ReadonlyMap<string, OptionValue>;
  readonly environment: CommandEnvironment;
  readonly parameters: ReadonlyMap<string, Value>;
  /** Checks the parameters; throws where one is wrong. */
  readonly check: () => void;
}

/**
 * Calls the operation of a command and returns its output as it is shown.
 *
 * @throws CommandError for whatever goes wrong, with the AWS CLI's text and exit code for it.
 */
export async function callOperation(call: CommandCall): Promise<Value> {
  const session = new Session(call);
  try {
    return isPaged(call)
      ? await collectPages(call, (parameters) => session.send(parameters))
      : await session.send(call.parameters);
  } catch (error) {
    throw session.explain(error);
  } finally {
    session.close();
  }
}

class Session {
  readonly #call: CommandCall;
  readonly #endpoint: string | undefined;
  readonly #region: string | undefined;
  #client: Client | undefined;
  #attempts = 0;
  #url = "";

  constructor(call: CommandCall) {
    const { variables } = call.environment;
    this.#call = call;
    const settings = this.#settings();
    this.#endpoint = this.#option("endpoint-url") ?? (variables["AWS_ENDPOINT_URL"] || undefined);
    this.#region =
      this.#option("region") ??
      (variables["AWS_REGION"] || variables["AWS_DEFAULT_REGION"] || settings.region || undefined);
    if (this.#endpoint !== undefined && !/^https?:\/\/[^/]/i.test(this.#endpoint))
      throw this.#badEndpoint(this.#endpoint);
    if (this.#region !== undefined && !/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(this.#region)) {
      throw new CommandError(
        `Provided region_name '${this.#region}' doesn't match a supported format.`,
        exitCodes.general,
      );
    }
    if (this.#region === undefined && this.#endpoint === undefined) throw noRegion();
  }

  /** One request, and its answer as it is shown. */
  async send(parameters: ReadonlyMap<string, Value>): Promise<Value> {
    const { description, command, environment, check } = this.#call;
    check();
    const input = typedInput(description, command.input, parameters);
    const operation = await this.#operation();
    const { protocol } = operation.definition;
    // The body itself instead of the typed output: its numbers are shown as they were received.
    const definition: OperationDefinition<never, HttpResponse> = {
      ...operation.definition,
      protocol: {
        request: (given, ...settings) => protocol.request(given, ...settings),
        output: readable,
        error: (response) => protocol.error(response),
      },
    };
    this.#client ??= await this.#createClient();
    if (this.#debugs) debugInput(this.#call, parameters);
    const response = await defineOperation(definition)(this.#client, input as never, {
      signal: environment.signal,
    });
    const body = bodyOf(response);
    if (this.#debugs) debugOutput(this.#call, body);
    return shownOutput(description, command.output, body);
  }

  close(): void {
    this.#client?.close();
  }

  get #debugs(): boolean {
    return this.#call.options.has("debug") && this.#call.command.flags["debug"] === undefined;
  }

  #option(name: string): string | undefined {
    const value = this.#call.options.get(name);
    // A flag of the command's own hides the general option.
    return typeof value === "string" && !Object.hasOwn(this.#call.command.flags, name) ? value : undefined;
  }

  #settings(): ReturnType<typeof sharedSettings> {
    const { variables } = this.#call.environment;
    const profile =
      this.#option("profile") ?? (variables["AWS_PROFILE"] || variables["AWS_DEFAULT_PROFILE"] || undefined);
    const settings = sharedSettings(variables, profile);
    if (profile !== undefined && profile !== "default" && !settings.exists) {
      throw new CommandError(`The config profile (${profile}) could not be found`, exitCodes.general);
    }
    return settings;
  }

  #badEndpoint(endpoint: string): CommandError {
    const isWithoutScheme = !endpoint.includes("://") && this.#option("endpoint-url") !== undefined;
    if (!isWithoutScheme) return new CommandError(`Invalid endpoint: ${endpoint}`, exitCodes.general);
    return new CommandError(
      `Bad value for --endpoint-url "${endpoint}": scheme is missing.  Must be of the form http://<hostname>/ or ` +
        "https://<hostname>/",
      exitCodes.usage,
    );
  }

  async #operation(): Promise<AnyOperation> {
    const { description, command } = this.#call;
    const found = (await description.operations())[command.function];
    if (isOperation(found)) return found;
    throw new Error(`The package has no operation ${command.function}`);
  }

  async #createClient(): Promise<Client> {
    const { environment } = this.#call;
    const attempts = Number(environment.variables["AWS_MAX_ATTEMPTS"] || Number.NaN);
    const milliseconds = this.#timeout("cli-read-timeout");
    const debugging = this.#debugs ? debugHooks(environment.errors) : undefined;
    const config: ClientConfig = {
      endpoint: this.#endpoint,
      region: this.#region,
      credentials: this.#call.options.has("no-sign-request") ? "anonymous" : this.#credentials(),
      maximumAttempts: Number.isInteger(attempts) && attempts > 0 ? attempts : undefined,
      attemptTimeout: milliseconds,
      connectTimeout: this.#timeout("cli-connect-timeout"),
      timeout: Math.min(longestWait, milliseconds * 4),
      userAgent: `${this.#call.description.program}/${this.#call.description.version}`,
      transport: environment.transport ?? (await this.#transport()),
      observer: observe({
        attemptStart: (event) => {
          this.#attempts = event.attempt;
          this.#url = event.request.url;
          debugging?.attemptStart?.(event);
        },
        attemptEnd: (event) => debugging?.attemptEnd?.(event),
      }),
    };
    return createClient(config);
  }

  /** Milliseconds of an option in seconds: a minute unless given, as long as can be for 0. */
  #timeout(option: string): number {
    const seconds = Number(this.#option(option) ?? 60);
    return seconds <= 0 ? longestWait : Math.min(longestWait, seconds * 1000);
  }

  /** Certificates that are trusted in place of the system's, or none at all. */
  async #transport(): Promise<ClientConfig["transport"]> {
    const bundle = this.#option("ca-bundle") ?? (this.#call.environment.variables["AWS_CA_BUNDLE"] || undefined);
    const unverified = this.#call.options.has("no-verify-ssl");
    if (bundle === undefined && !unverified) return undefined;
    const { transportWithTrust } = await import("./trust.js");
    return transportWithTrust(bundle, unverified, this.#call.environment);
  }

  #credentials(): Credentials | CredentialProvider | undefined {
    const { variables } = this.#call.environment;
    const accessKeyId = variables["AWS_ACCESS_KEY_ID"];
    const secretAccessKey = variables["AWS_SECRET_ACCESS_KEY"];
    if (this.#option("profile") === undefined && accessKeyId && secretAccessKey) {
      return { accessKeyId, secretAccessKey, sessionToken: variables["AWS_SESSION_TOKEN"] || undefined };
    }
    const profile = this.#option("profile");
    // What the environment holds is not this profile's.
    return this.#settings().credentials ?? (profile === undefined ? undefined : () => sharedCredentials(profile));
  }

  /** The error as the AWS CLI words it. */
  explain(error: unknown): unknown {
    if (error instanceof ServiceError) return this.#explainServiceError(error);
    if (error instanceof ConfigurationError) {
      if (error.setting === "region") return noRegion();
      if (error.setting !== "credentials") return new CommandError(error.message, exitCodes.general);
      return new CommandError(
        'Unable to locate credentials. You can configure credentials by running "aws configure".',
        exitCodes.configuration,
      );
    }
    if (error instanceof TransportError) return this.#explainTransportError(error);
    if (error instanceof TimeoutError) {
      return new CommandError(`Read timeout on endpoint URL: "${this.#url}"`, exitCodes.general);
    }
    if (error instanceof ResponseError || error instanceof InputError) {
      return new CommandError(error.message, exitCodes.general);
    }
    if (this.#call.environment.signal?.aborted === true) return new CommandError("", exitCodes.interrupted);
    return error;
  }

  #explainServiceError(error: ServiceError): CommandError {
    const retries = this.#attempts > 1 ? ` (reached max retries: ${this.#attempts - 1})` : "";
    const { operation } = this.#call.command;
    return new CommandError(
      `An error occurred (${error.name}) when calling the ${operation} operation${retries}: ${error.message}`,
      exitCodes.service,
    );
  }

  #explainTransportError(error: TransportError): CommandError {
    const text = {
      connect:
        error.code === "ETIMEDOUT"
          ? `Connect timeout on endpoint URL: "${this.#url}"`
          : `Could not connect to the endpoint URL: "${this.#url}"`,
      closed: `Connection was closed before we received a valid response from endpoint URL: "${this.#url}".`,
      malformed: `The answer of endpoint URL "${this.#url}" is not HTTP: ${error.message}`,
      "too-large": error.message,
    }[error.kind];
    return new CommandError(text, exitCodes.general);
  }
}

/** The longest time that a timer of this platform takes, in milliseconds. */
const longestWait = 2 ** 31 - 1;

function noRegion(): CommandError {
  return new CommandError(
    'You must specify a region. You can also configure your region by running "aws configure".',
    exitCodes.configuration,
  );
}

/** The response, if its body can be read. A body that cannot is the service's mistake, which the client reports as such. */
function readable(response: HttpResponse): HttpResponse {
  bodyOf(response);
  return response;
}

function bodyOf({ body }: HttpResponse): Value {
  return body.length === 0 ? new Map() : parseJsonText(new TextDecoder("utf-8", { fatal: true }).decode(body));
}

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === "function" && "definition" in value;
}
