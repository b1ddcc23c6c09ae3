import { parseHostPrefix } from "../host-prefix.js";
import { compilePattern } from "../pattern/compile-pattern.js";
import { parseUriPattern } from "../uri-pattern.js";
import { isNodeArray, isNodeObject, type Node, nodeMember } from "../../shapes/node.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import {
  annotation,
  array,
  arrayOf,
  both,
  entries,
  kind,
  object,
  oneOf,
  optional,
  optionalAs,
  type Reader,
  required,
  requiredAs,
  shapeIdText,
  text,
  textList,
} from "./reader.js";

const string = kind("string");
const shapeIds = array(shapeIdText);

/** What Smithy's Java classes for the prelude's traits ask of a value. */
export const preludeReaders: ReadonlyMap<string, Reader> = new Map([
  ...[
    ...["addedDefault", "box", "clientOptional", "eventHeader", "eventPayload", "hostLabel", "httpBasicAuth"],
    ...["httpBearerAuth", "httpChecksumRequired", "httpDigestAuth", "httpLabel", "httpPayload", "httpQueryParams"],
    ...["httpResponseCode", "idempotencyToken", "input", "internal", "nestedProperties", "noReplace", "notProperty"],
    ...["optionalAuth", "output", "private", "readonly", "required", "requiresLength", "sensitive", "sparse"],
    ...["streaming", "uniqueItems", "unitType", "unstable", "xmlAttribute", "xmlFlattened"],
  ].map((name) => [name, annotation] as const),
  ...[
    ...["documentation", "httpPrefixHeaders", "jsonName", "mediaType", "resourceIdentifier", "since"],
    ...["timestampFormat", "title", "xmlName"],
  ].map((name) => [name, string] as const),
  ["auth", shapeIds],
  ["authDefinition", object({ traits: optional("array", shapeIds) })],
  [
    "cors",
    object({
      origin: optional("string"),
      origins: optional("object", entries(string)),
      maxAge: optional("number"),
      additionalAllowedHeaders: optionalAs(array(string)),
      additionalExposedHeaders: optionalAs(array(string)),
    }),
  ],
  ["deprecated", object({ since: optional("string"), message: optional("string") })],
  [
    "endpoint",
    object({
      hostPrefix: required(
        "string",
        text((prefix) => problemOf(parseHostPrefix(prefix))),
      ),
    }),
  ],
  [
    "enum",
    both(
      arrayOf(
        "object",
        object({
          value: required("string"),
          name: optional("string"),
          documentation: optional("string"),
          deprecated: optional("boolean"),
          tags: optional("array", arrayOf("string")),
        }),
      ),
      (value) => (isNodeArray(value) && value.length === 0 ? "enum must have at least one entry" : undefined),
    ),
  ],
  [
    "error",
    text((fault) => {
      if (fault === "client" || fault === "server") return undefined;
      return `error trait must be set to client or server, found \`${fault}\``;
    }),
  ],
  [
    "examples",
    arrayOf(
      "object",
      object({
        title: optional("string"),
        documentation: optional("string"),
        input: optional("object"),
        output: optional("object"),
        error: optionalAs(object({ shapeId: requiredAs(shapeIdText), content: optional("object") })),
        allowConstraintErrors: optional("boolean"),
        // Smithy misses the title when all else is read. No member has this name, so that its reader sees the example.
        "": (example) => (nodeMember(example, "title") === undefined ? "Example title must not be null" : undefined),
      }),
    ),
  ],
  ["externalDocumentation", both(entries(string), urlProblem)],
  ["http", object({ uri: required("string", text(uriProblem)), method: required("string"), code: optional("number") })],
  [
    "httpApiKeyAuth",
    object({ scheme: optional("string"), name: required("string"), in: optional("string", text(locationProblem)) }),
  ],
  ["httpError", kind("number")],
  ["httpHeader", notEmpty("httpHeader field name")],
  ["httpQuery", notEmpty("httpQuery parameter name")],
  ["idRef", object({ failWhenMissing: optional("boolean"), errorMessage: optional("string") })],
  ["idempotent", object({ exists: optional("array", shapeIds), notFound: optional("array", shapeIds) })],
  ["length", both(object({ min: optional("number"), max: optional("number") }), boundsProblem)],
  ["longPoll", object({ timeoutMillis: optional("number") })],
  ["metadata", object({ key: required("string") })],
  ["mixin", object({ localTraits: optional("array", shapeIds) })],
  [
    "paginated",
    object({
      pageSize: optional("string"),
      items: optional("string"),
      inputToken: optional("string"),
      outputToken: optional("string"),
    }),
  ],
  ["pattern", text(patternProblem)],
  ["property", object({ name: optional("string") })],
  ["protocolDefinition", object({ traits: optional("array", shapeIds), noInlineDocumentSupport: optional("boolean") })],
  ["range", both(object({ min: optionalAs(kind("number")), max: optionalAs(kind("number")) }), boundsProblem)],
  ["recommended", object({ reason: optional("string") })],
  [
    "references",
    arrayOf(
      "object",
      object({
        resource: requiredAs(shapeIdText),
        ids: optional("object", entries(string)),
        service: optionalAs(shapeIdText),
        rel: optional("string"),
      }),
    ),
  ],
  ["requestCompression", object({ encodings: required("array", arrayOf("string")) })],
  ["retryable", object({ throttling: optional("boolean") })],
  ["suppress", textList],
  ["tags", textList],
  [
    "trait",
    object({
      structurallyExclusive: optionalAs(oneOf("member", "target")),
      conflicts: optional("array", array(shapeIdText)),
      breakingChanges: optional(
        "array",
        array(
          object({
            path: optional("string", text(pointerProblem)),
            severity: optional("string", text(severityProblem)),
            change: required("string", text(changeProblem)),
            message: optional("string"),
          }),
        ),
      ),
    }),
  ],
  [
    "traitValidators",
    entries(object({ selector: required("string"), message: optional("string"), severity: optional("string") })),
  ],
  ["xmlNamespace", object({ uri: required("string"), prefix: optional("string") })],
]);

function pointerProblem(pointer: string): string | undefined {
  const stripped = pointer.replace(/^#+/, "");
  if (stripped === "" || stripped.startsWith("/")) return undefined;
  return `Expected a string containing a valid JSON pointer: JSON pointer must start with '/': ${stripped}`;
}

/** Java knows more severities than may be chosen. */
const severityText = oneOf("SUPPRESSED", "NOTE", "WARNING", "DANGER", "ERROR");

function severityProblem(severity: string, target: ShapeId): string | undefined {
  return severity === "SUPPRESSED" ? "Invalid severity" : severityText(severity, target);
}

function changeProblem(change: string): string | undefined {
  const name = change.toUpperCase();
  if (["ADD", "REMOVE", "PRESENCE", "UPDATE", "ANY"].includes(name)) return undefined;
  const type = "software.amazon.smithy.model.traits.TraitDefinition.ChangeType";
  return `Expected a string containing a valid trait diff type: No enum constant ${type}.${name}`;
}

function problemOf(parsed: object): string | undefined {
  return "problem" in parsed ? String(parsed.problem) : undefined;
}

function uriProblem(uri: string): string | undefined {
  return problemOf(parseUriPattern(uri));
}

function locationProblem(location: string): string | undefined {
  return location === "header" || location === "query" ? undefined : `Invalid location type: ${location}`;
}

function notEmpty(what: string): Reader {
  return text((name) => (name === "" ? `${what} binding must not be empty` : undefined));
}

function boundsProblem(value: Node): string | undefined {
  const isBound = nodeMember(value, "min") !== undefined || nodeMember(value, "max") !== undefined;
  return isBound ? undefined : "One of 'min' or 'max' must be provided.";
}

/** The protocols that Java's class for URLs knows. Whatever follows them is accepted. */
const knownUrl = /^\s*(?:url:)?(?:https?|ftp|file|jar|mailto|jrt|jmod):/i;

function urlProblem(value: Node): string | undefined {
  if (!isNodeObject(value)) return undefined;
  const wrong = Object.entries(value).find(([, url]) => !knownUrl.test(String(url)));
  if (wrong === undefined) return undefined;
  const [name, url] = wrong;
  return `Each externalDocumentation value must be a valid URL. Found "${String(url)}" for name "${name}"`;
}

/**
 * What Java has in expressions and ECMAScript does not: inline flags, atomic groups, possessive quantifiers, counts of counts,
 * intersections, properties of its own.
 */
const onlyJava = /\(\?(?:[a-zA-Z-]+[:)]|>)|[*+?}]\+|\}\{\d|&&|\\[pP]\{/;

function patternProblem(pattern: string): string | undefined {
  if (onlyJava.test(pattern)) return undefined;
  const compiled = compilePattern(pattern);
  if (compiled.kind === "regexp") return undefined;
  return `Invalid pattern trait regular expression: \`${pattern}\`. ${compiled.reason}`;
}
