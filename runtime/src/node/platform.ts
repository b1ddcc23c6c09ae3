import type { CredentialProvider, Credentials } from "../aws/credentials.js";
import { ConfigurationError } from "../client/client-errors.js";
import type { HttpHeaders } from "../http/message.js";
import type { ServiceInfo } from "../client/service-info.js";
import { version } from "../client/version.js";

export function defaultRegion(): string | undefined {
  return process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"] || undefined;
}

/** Credentials as AWS's own tools find them: the environment, then what {@link sharedCredentials} finds. */
export const defaultCredentials: CredentialProvider = () => environmentCredentials(process.env) ?? sharedCredentials();

/**
 * Whatever `@aws-sdk/credential-providers` knows (profiles, single sign-on, containers, instances), when the application has that package.
 *
 * @param profile the profile of the shared configuration, in place of `AWS_PROFILE`
 * @throws ConfigurationError where there are none, with what to do about it
 */
export async function sharedCredentials(
  profile?: string,
  importProviders: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<Credentials> {
  const { fromNodeProviderChain } = await loadProviders(importProviders);
  try {
    return await fromNodeProviderChain(profile === undefined ? {} : { profile })();
  } catch (cause) {
    const [reason = ""] = cause instanceof Error ? cause.message.split("\n") : [];
    const remedy = /\bsso\b|token/i.test(reason)
      ? `Run "aws sso login${profile === undefined ? "" : ` --profile ${profile}`}"`
      : 'Give the client `credentials`, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run "aws configure"';
    throw new ConfigurationError(
      "credentials",
      `No credentials in the environment, the shared configuration, the container or the instance: ${reason.replace(/\.?$/, ".")} ${remedy}`,
      { cause },
    );
  }
}

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
  readonly fromNodeProviderChain: (options: { readonly profile?: string }) => CredentialProvider;
}

async function loadProviders(importProviders: (name: string) => Promise<unknown>): Promise<Providers> {
  // In a variable, so that neither the compiler nor a bundler asks for a package that need not be there.
  const optional = "@aws-sdk/credential-providers";
  try {
    return (await importProviders(optional)) as Providers;
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
