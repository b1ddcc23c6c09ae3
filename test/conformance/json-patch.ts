/** One operation of a JSON Patch (RFC 6902). */
export type PatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string };

type Container = Record<string, unknown> | unknown[];

/** A patched copy of a JSON document. */
export function applyPatch(document: unknown, operations: readonly PatchOperation[]): unknown {
  const copy = structuredClone(document) as Container;
  for (const operation of operations) applyOperation(copy, operation);
  return copy;
}

function applyOperation(document: Container, operation: PatchOperation): void {
  const steps = operation.path.split("/").slice(1).map(unescapeStep);
  const last = steps.pop() ?? "";
  const container = steps.reduce(
    (value: unknown, step) => (value as Record<string, unknown>)[step],
    document,
  ) as Container;
  if (Array.isArray(container)) {
    const index = last === "-" ? container.length : Number(last);
    const inserted = operation.op === "remove" ? [] : [operation.value];
    container.splice(index, operation.op === "add" ? 0 : 1, ...inserted);
  } else if (operation.op === "remove") delete container[last];
  else container[last] = operation.value;
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
