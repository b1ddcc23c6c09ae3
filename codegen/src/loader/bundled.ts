import { parse } from "../syntax/parse.js";
import type { RootShape } from "../shapes/shape.js";
import { oncePerText } from "../shapes/once-per-text.js";
import type { ShapeId } from "../shapes/shape-id.js";
import { createSource } from "../source/source.js";
import { buildShapes } from "./build-shapes.js";
import { moduleTexts, preludeNamespace } from "./bundled/modules.js";
import { definedIds, scopeOf } from "./idl-names.js";
import { lowerAst } from "./lower-ast.js";
import { lowerIdl } from "./lower-idl.js";
import { mergeOperations } from "./merge.js";
import type { LoweredSource } from "./operations.js";

/** Root shapes that come with the tool. Shared by all models, so never changed. */
export type BundledShapes = ReadonlyMap<ShapeId, RootShape>;

const nothing: BundledShapes = new Map();
// Bounded by the modules that there are.
const loadedModules = new Map<string, BundledShapes>();

/** The namespaces that can be bundled beside the prelude's. */
export const bundledNamespaces: readonly string[] = [...moduleTexts.keys()].filter((name) => name !== preludeNamespace);

/** The trait modules by the name that Smithy publishes them under, with the namespaces of each. */
const publishedModules: ReadonlyMap<string, readonly string[]> = new Map([
  ["smithy-aws-traits", ["aws.api", "aws.auth", "aws.customizations", "aws.protocols"]],
  ["smithy-aws-apigateway-traits", ["aws.apigateway"]],
  ["smithy-aws-cloudformation-traits", ["aws.cloudformation"]],
  ["smithy-aws-endpoints", ["aws.endpoints"]],
  ["smithy-aws-iam-traits", ["aws.iam"]],
  ["smithy-aws-smoke-test-model", ["aws.test"]],
  ["smithy-contract-traits", ["smithy.contracts"]],
  ["smithy-mqtt-traits", ["smithy.mqtt"]],
  ["smithy-openapi-traits", ["smithy.openapi"]],
  ["smithy-protocol-traits", ["smithy.protocols"]],
  ["smithy-protocol-test-traits", ["smithy.test"]],
  ["smithy-rules-engine", ["smithy.rules"]],
  ["smithy-smoke-test-traits", ["smithy.test"]],
  ["smithy-validation-model", ["smithy.framework"]],
  ["smithy-waiters", ["smithy.waiters"]],
]);

/** The namespaces that published trait modules bring; nothing for a module without traits. */
export function namespacesOfModules(modules: readonly string[]): readonly string[] {
  return [...new Set(modules.flatMap((name) => publishedModules.get(name) ?? []))];
}

/**
 * The shapes that a model has without defining them: the prelude and the given trait modules. Parsed once a process.
 *
 * @param namespaces - among {@link bundledNamespaces}
 */
export function bundledShapes(namespaces: readonly string[]): BundledShapes {
  return namespaces.length === 0 ? loadPrelude() : loadUnion([...new Set(namespaces)].toSorted().join(" "));
}

/** The prelude and modules, whose sorted names the text gives: the same modules are one map, in whatever order they were asked for. */
const loadUnion: (names: string) => BundledShapes = oncePerText(100, (names) => {
  const prelude = loadPrelude();
  const modules = names.split(" ").map((namespace) => loadModule(namespace, prelude));
  return new Map([prelude, ...modules].flatMap((module) => [...module]));
});

function loadPrelude(): BundledShapes {
  return loadModule(preludeNamespace, nothing);
}

/** True for a shape of the prelude that models may name without a namespace. */
export function isPublicPrelude(bundled: BundledShapes, id: ShapeId): boolean {
  const shape = bundled.get(id);
  return shape !== undefined && id.startsWith("smithy.api#") && !shape.traits.has("smithy.api#private");
}

function loadModule(namespace: string, prelude: BundledShapes): BundledShapes {
  let shapes = loadedModules.get(namespace);
  if (shapes === undefined) {
    shapes = loadModuleTexts(namespace, moduleTexts.get(namespace) ?? [], prelude);
    loadedModules.set(namespace, shapes);
  }
  return shapes;
}

/**
 * Loads the texts of one module. They are Smithy IDL; the bundled command has them as JSON ASTs, which are read in a third of
 * the time.
 *
 * @throws Error when a text is wrong: a defect of ours.
 */
export function loadModuleTexts(namespace: string, texts: readonly string[], prelude: BundledShapes): BundledShapes {
  const lowered = texts.some((text) => text.startsWith("{"))
    ? texts.map((text) => lowerAst(createSource(`<smithy>/${namespace}.json`, text)))
    : lowerModuleIdl(namespace, texts, prelude);
  const draft = mergeOperations(
    lowered.flatMap(({ operations }) => operations),
    prelude,
  );
  const built = buildShapes(draft, prelude);
  const problem = [...lowered, draft, built].flatMap(({ diagnostics }) => diagnostics)[0];
  if (problem !== undefined) throw new Error(`The bundled module ${namespace} is broken: ${problem.message}`);
  return built.shapes;
}

function lowerModuleIdl(namespace: string, texts: readonly string[], prelude: BundledShapes): readonly LoweredSource[] {
  const parsed = texts.map((text) => parse(createSource(`<smithy>/${namespace}.smithy`, text)));
  const defined = new Set(parsed.flatMap(({ tree }) => definedIds(tree)));
  const checks = {
    isDefined: (id: ShapeId) => defined.has(id) || prelude.has(id),
    isPublicPrelude: (id: ShapeId) => isPublicPrelude(prelude, id),
  };
  return parsed.map(({ tree, diagnostics }) => {
    const { operations, diagnostics: found } = lowerIdl({ tree, diagnostics: [] }, scopeOf(tree, checks));
    return { operations, diagnostics: [...diagnostics, ...found] };
  });
}
