import { bindingsAt, requestBindings, responseBindings } from "../../knowledge/http-bindings.js";
import { modelIndex } from "../../shapes/model-index.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import type { OpenApiContext } from "./context.js";

/** Something of the model that OpenAPI cannot have: in the way of a document, or worth a warning. */
export interface Finding {
  readonly message: string;
  readonly shape: ShapeId | undefined;
  readonly isFailure: boolean;
}

const unsupportedTraits: readonly ShapeId[] = [
  "smithy.api#endpoint",
  "smithy.api#hostLabel",
  "aws.protocols#httpChecksum",
];

/** Members with `httpPrefixHeaders`, wherever operations of the model use them. */
export function prefixHeaderFindings({ model, settings }: OpenApiContext): readonly Finding[] {
  const messages = modelIndex(model)
    .ofKind("operation")
    .flatMap((operation) => {
      const errors = operation.errors.map((id) => model.shapes.get(id)).filter((error) => error?.kind === "structure");
      return [
        requestBindings(model, operation),
        responseBindings(model, operation),
        ...errors.map((error) => (error?.kind === "structure" ? responseBindings(model, error) : [])),
      ];
    });
  const members = new Set(
    messages.flatMap((bindings) => bindingsAt(bindings, "prefixHeaders")).map(({ member }) => member.id),
  );
  return [...members].map((id) => ({
    message: `The \`httpPrefixHeaders\` trait is not supported by OpenAPI and was found on \`${id}\``,
    shape: id,
    isFailure: settings.onHttpPrefixHeaders === "FAIL",
  }));
}

/** Traits that change what is sent in a way that OpenAPI cannot say, in one message. */
export function unsupportedTraitFindings({ model, settings }: OpenApiContext): readonly Finding[] {
  const found = modelIndex(model).shapes.flatMap((shape) => {
    const traits = unsupportedTraits.filter((trait) => shape.traits.has(trait));
    const isMixin = model.shapes
      .get(shape.kind === "member" ? shape.container : shape.id)
      ?.traits.has("smithy.api#mixin");
    if (traits.length === 0 || isMixin === true) return [];
    return [` (\`${shape.id}\`: [\`${traits.join("`, `")}\`])`];
  });
  if (found.length === 0) return [];
  const message =
    `Encountered unsupported Smithy traits when converting to OpenAPI:${found.join("")}. While these traits may still be ` +
    "meaningful to clients and servers using the Smithy model directly, they have no direct corollary in OpenAPI and can " +
    "not be included in the generated model.";
  return [{ message, shape: undefined, isFailure: !settings.ignoreUnsupportedTraits }];
}

/** Paths with a label for all that follows. */
export function greedyLabelFindings({ settings }: OpenApiContext, paths: readonly string[]): readonly Finding[] {
  return paths
    .filter((path) => path.includes("+}"))
    .map((path) => ({
      message:
        `Greedy URI path label found in path \`${path}\`. Not all OpenAPI tools support this style of URI labels. Greedy ` +
        "URI labels are expected to capture all remaining components of a URI, so if a tool does not support them, the API " +
        "will not function properly.",
      shape: undefined,
      isFailure: settings.forbidGreedyLabels,
    }));
}
