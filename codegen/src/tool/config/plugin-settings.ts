import type { DocumentPlugin } from "./document-plugin.js";
import type { JsonReader } from "./json-reader.js";
import { checkPackageName } from "./package-name.js";

/** The settings of a `tsmith` plugin. What is undefined follows from the service, or from the defaults. */
export interface PluginSettings {
  /** Which service, when the model has several. */
  readonly service?: string | undefined;
  /** The npm name of the package. */
  readonly package?: string | undefined;
  readonly packageVersion?: string | undefined;
  readonly outputDirectory?: string | undefined;
  readonly long?: "number" | "bigint" | undefined;
  readonly optionality?: "authoritative" | "client" | undefined;
  /** The shape ID of the error that reports validation failures. */
  readonly validationException?: string | undefined;
  /** The SPDX expression for `package.json`. */
  readonly license?: string | undefined;
  /** Projects that the package's `tsconfig.json` refers to. */
  readonly projectReferences?: readonly string[] | undefined;
  /** Set where the plugin writes one document instead of a package. */
  readonly document?: DocumentPlugin | undefined;
}

/** Every setting, with what it takes. The list is also what messages show. */
const pluginSettingKeys = [
  "service",
  "package",
  "packageVersion",
  "outputDirectory",
  "long",
  "optionality",
  "validationException",
  "license",
  "projectReferences",
] as const satisfies readonly (keyof PluginSettings)[];

export const longChoices = ["number", "bigint"] as const;
export const optionalityChoices = ["authoritative", "client"] as const;

export function readPluginSettings(reader: JsonReader): PluginSettings {
  const settings = reader.settings(pluginSettingKeys);
  return {
    service: settings.get("service")?.string(),
    package: settings.get("package")?.checked(checkPackageName),
    packageVersion: settings.get("packageVersion")?.string(),
    outputDirectory: settings.get("outputDirectory")?.string(),
    long: settings.get("long")?.choice(longChoices),
    optionality: settings.get("optionality")?.choice(optionalityChoices),
    validationException: settings.get("validationException")?.string(),
    license: settings.get("license")?.string(),
    projectReferences: settings.get("projectReferences")?.strings(),
  };
}
