import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { appliesTo, matchesEventId } from "../../knowledge/severities.js";
import type { Model } from "../../shapes/model.js";
import { isNodeArray, isNodeObject, type Node, nodeMember, type NodeObject } from "../../shapes/node.js";
import { editTraits } from "../edit-traits.js";
import { mapShapes } from "../map-shapes.js";
import { failedTransform, transformed } from "../transform-result.js";
import type { ProjectionContext, ProjectionTransform } from "./projection-transform.js";
import { flagOf, textsOf, type TransformArguments } from "./transform-arguments.js";

const suppress = "smithy.api#suppress";

/** `filterSuppressions`: suppressions in metadata and `@suppress` traits without those that have no effect, or are not wanted. */
export const filterSuppressions: ProjectionTransform = {
  name: "filterSuppressions",
  keys: [
    "removeUnused",
    "removeReasons",
    "eventIdAllowList",
    "eventIdDenyList",
    "namespaceAllowList",
    "namespaceDenyList",
  ],
  apply: (context, given) => {
    const filter = readFilter(context, given);
    for (const [kind, { allowed, denied }] of Object.entries({ eventId: filter.ids, namespace: filter.namespaces })) {
      if (allowed.size === 0 || denied.size === 0) continue;
      const both = `cannot set both ${kind}AllowList values and ${kind}DenyList values at the same time`;
      return failedTransform(context.model, `filterSuppressions: ${both}`);
    }
    return transformed(filterMetadata(filterTraits(context.model, filter), filter));
  },
};

interface Lists {
  readonly allowed: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
}

interface Filter {
  readonly ids: Lists;
  readonly namespaces: Lists;
  readonly removeReasons: boolean;
  /** What was suppressed in the original model; undefined where suppressions without effect stay. */
  readonly suppressed: readonly Diagnostic[] | undefined;
}

function readFilter({ model, originalModel, originalFindings }: ProjectionContext, given: TransformArguments): Filter {
  const lists = (kind: string): Lists => ({
    allowed: textsOf(given, `${kind}AllowList`),
    denied: textsOf(given, `${kind}DenyList`),
  });
  const kept = validatorNames(model);
  const removed = new Set([...validatorNames(originalModel)].filter((name) => !kept.has(name)));
  // What a validator found that another transform removed needs no suppression any more.
  const suppressed = originalFindings.filter(({ severity, code }) => severity === "SUPPRESSED" && !removed.has(code));
  return {
    ids: lists("eventId"),
    namespaces: lists("namespace"),
    removeReasons: flagOf(given, "removeReasons"),
    suppressed: flagOf(given, "removeUnused") ? suppressed : undefined,
  };
}

function validatorNames(model: Model): ReadonlySet<Node | undefined> {
  const validators = nodeMember(model.metadata, "validators");
  if (!isNodeArray(validators)) return new Set();
  return new Set(validators.map((validator) => nodeMember(validator, "id") ?? nodeMember(validator, "name")));
}

function isAllowed(text: string, { allowed, denied }: Lists): boolean {
  return (allowed.size === 0 || allowed.has(text)) && !denied.has(text);
}

function filterTraits(model: Model, { ids, suppressed }: Filter): Model {
  return mapShapes(model, (root) =>
    editTraits(root, (trait, shape) => {
      if (trait.id !== suppress || !isNodeArray(trait.value)) return trait;
      const own = suppressed?.filter((event) => event.shape === shape.id);
      const left = trait.value.filter((id) => {
        if (typeof id !== "string" || !isAllowed(id, ids)) return false;
        return own === undefined || own.some(({ code }) => matchesEventId(id, code));
      });
      if (left.length === trait.value.length) return trait;
      return left.length === 0 ? undefined : { ...trait, value: left };
    }),
  );
}

function filterMetadata(model: Model, filter: Filter): Model {
  const suppressions = nodeMember(model.metadata, "suppressions");
  if (!isNodeArray(suppressions)) return model;
  const left = suppressions.flatMap((suppression) => keepSuppression(suppression, filter));
  const isSame = left.length === suppressions.length && left.every((item, index) => item === suppressions[index]);
  if (isSame) return model;
  const { suppressions: _removed, ...others } = model.metadata;
  return { ...model, metadata: left.length === 0 ? others : { ...others, suppressions: left } };
}

function keepSuppression(suppression: Node, filter: Filter): readonly Node[] {
  if (!isNodeObject(suppression)) return [];
  const id = textMember(suppression, "id");
  const namespace = textMember(suppression, "namespace");
  if (!isAllowed(id, filter.ids) || !isAllowed(namespace, filter.namespaces)) return [];
  const isUsed = filter.suppressed?.some((event) => appliesTo({ id, namespace }, event)) ?? true;
  if (!isUsed) return [];
  if (!filter.removeReasons || !Object.hasOwn(suppression, "reason")) return [suppression];
  const { reason: _reason, ...rest } = suppression;
  return [rest];
}

function textMember(node: NodeObject, key: string): string {
  const value = nodeMember(node, key);
  return typeof value === "string" ? value : "";
}
