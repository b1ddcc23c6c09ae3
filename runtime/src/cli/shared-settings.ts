import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Credentials } from "../aws/credentials.js";

export interface SharedSettings {
  /** Whether either file has the profile. */
  readonly exists: boolean;
  readonly region?: string | undefined;
  /** Keys that stand in the files themselves. Everything else that a profile may say is left to the client's own providers. */
  readonly credentials?: Credentials | undefined;
}

/** What the shared configuration files (`~/.aws/config` and `~/.aws/credentials`) say of a profile. */
export function sharedSettings(
  variables: Readonly<Record<string, string | undefined>>,
  profile = "default",
): SharedSettings {
  const folder = join(variables["HOME"] || homedir(), ".aws");
  const config = readSections(variables["AWS_CONFIG_FILE"] || join(folder, "config"));
  const secrets = readSections(variables["AWS_SHARED_CREDENTIALS_FILE"] || join(folder, "credentials"));
  const sections = [config.get(profile === "default" ? "default" : `profile ${profile}`), secrets.get(profile)];
  const settings = new Map(sections.flatMap((section) => [...(section ?? [])]));
  const accessKeyId = settings.get("aws_access_key_id");
  const secretAccessKey = settings.get("aws_secret_access_key");
  return {
    exists: sections.some((section) => section !== undefined),
    region: settings.get("region"),
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined
        ? undefined
        : { accessKeyId, secretAccessKey, sessionToken: settings.get("aws_session_token") },
  };
}

function readSections(path: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return sections;
  }
  let current: Map<string, string> | undefined;
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\[\s*(.*?)\s*\]/.exec(line);
    const setting = /^([^\s#;=][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
    if (heading?.[1] !== undefined) {
      const name = heading[1].replace(/\s+/g, " ");
      current = sections.get(name) ?? new Map<string, string>();
      sections.set(name, current);
    } else if (setting?.[1] !== undefined && setting[2] !== undefined) {
      current?.set(setting[1].toLowerCase(), setting[2]);
    }
  }
  return sections;
}
