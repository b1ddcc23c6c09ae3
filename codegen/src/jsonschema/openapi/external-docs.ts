import { isNodeObject, type NodeObject } from "../../shapes/node.js";
import type { Shape } from "../../shapes/shape.js";
import type { OpenApiSettings } from "../settings/open-api-settings.js";

/**
 * The external documentation object of a shape: the link whose name comes first in the settings, whatever its letter case. OpenAPI has
 * room for one.
 */
export function externalDocsOf(settings: OpenApiSettings, shape: Shape): NodeObject | undefined {
  return findExternalLink(settings.externalDocs, shape);
}

/** The link of `externalDocumentation` whose name comes first, whatever its letter case: its name and URL. */
export function findExternalLink(names: readonly string[], shape: Shape): NodeObject | undefined {
  const links = shape.traits.get("smithy.api#externalDocumentation")?.value;
  if (!isNodeObject(links)) return undefined;
  const byName = new Map(Object.entries(links).map((link) => [link[0].toLowerCase(), link]));
  for (const name of names) {
    const [description, url] = byName.get(name.toLowerCase()) ?? [];
    if (description !== undefined && url !== undefined) return { description, url };
  }
  return undefined;
}
