import type { CredentialProvider, Credentials } from "../aws/credentials.js";
import { ConfigurationError } from "../client/client-errors.js";
import type { HttpHeaders } from "../http/message.js";
import type { ServiceInfo } from "../client/service-info.js";
import { version } from "../client/version.js";

export function defaultRegion(): string | undefined {
  return process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"] || undefined;
}

/**
 * Credentials as AWS's own tools find them: the environment, then whatever `@aws-sdk/credential-providers` knows (profiles, single sign-on,
 * containers, instances), when the application has that package.
 */
export const defaultCredentials: CredentialProvider = async () => {
  const fromEnvironment = environmentCredentials(process.env);
  if (fromEnvironment !== undefined) return fromEnvironment;
  const { fromNodeProviderChain } = await loadProviders();
  try {
    return await fromNodeProviderChain()();
  } catch (cause) {
    throw new ConfigurationError(
      "credentials",
      "No credentials: neither the environment nor the shared configuration has any",
      { cause },
    );
  }
};

/** `AWS_ACCESS_KEY_ID` and its companions; undefined unless key and secret are both set. */
export function environmentCredentials(environment: NodeJS.ProcessEnv): Credentials | undefined {
  const accessKeyId = environment["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = environment["AWS_SECRET_ACCESS_KEY"];
  if (!accessKeyId || !secretAccessKey) return undefined;
  const sessionToken = environment["AWS_SESSION_TOKEN"];
  const expiration = new Date(environment["AWS_CREDENTIAL_EXPIRATION"] ?? "");
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    ...(Number.isNaN(expiration.getTime()) ? {} : { expiration }),
  };
}

interface Providers {
  readonly fromNodeProviderChain: () => CredentialProvider;
}

async function loadProviders(): Promise<Providers> {
  // In a variable, so that neither the compiler nor a bundler asks for a package that need not be there.
  const optional = "@aws-sdk/credential-providers";
  try {
    return (await import(optional)) as Providers;
  } catch (cause) {
    throw new ConfigurationError(
      "credentials",
      `No credentials: give the client \`credentials\`, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or install ${optional} to use the shared configuration`,
      { cause },
    );
  }
}

const product = `tsmith/${version} lang/js md/nodejs#${process.versions.node}`;

/** Who is calling, as AWS's clients say it: `tsmith/0.1.0 lang/js md/nodejs#20.19.0 api/ECR#2015-09-21 my-app/1.0`. */
export function userAgentHeaders(service: ServiceInfo, application: string | undefined): HttpHeaders | undefined {
  const api = `${service.sdkId.replace(/[^\w.-]+/g, "_")}#${service.version}`;
  return { "user-agent": `${product} api/${api}${application === undefined ? "" : ` ${application}`}` };
}
