import { isNodeArray, isNodeNumber, isNodeObject, type Node, nodeMember } from "../shapes/node.js";
import type { AppliedTrait } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";

/** Waiters of an operation, by name ("smithy.waiters#waitable trait"). */
export const waitableTrait: ShapeId = "smithy.waiters#waitable";

const defaultDelays = { minDelay: 2, maxDelay: 120 };

/** A waiter of an operation ("Waiters"). */
export interface Waiter {
  readonly name: string;
  readonly acceptors: readonly Acceptor[];
  /** Seconds. */
  readonly minDelay: number;
  readonly maxDelay: number;
}

/** What a waiter does when a call ends in one way: `success`, `failure` or `retry` ("Acceptor structure"). */
export interface Acceptor {
  readonly state: string;
  readonly matcher: Matcher;
  /** An expression for the text of a failure. */
  readonly message: string | undefined;
}

/** How an acceptor tells that a call ended in its way; `unknown` where the trait's value has another member ("Matcher union"). */
export type Matcher =
  | (PathMatcher & { readonly kind: "output" | "inputOutput" })
  | { readonly kind: "success"; readonly value: boolean }
  | { readonly kind: "errorType"; readonly value: string }
  | { readonly kind: "unknown" };

/** Compares what an expression finds with a text ("PathMatcher structure"). */
export interface PathMatcher {
  /** A JMESPath expression. */
  readonly path: string;
  readonly expected: string;
  readonly comparator: string;
}

/** The waiters of a `@waitable` trait, in the order of the model. What has the wrong type is left out. */
export function waitersOf(trait: AppliedTrait): readonly Waiter[] {
  const { value } = trait;
  if (!isNodeObject(value)) return [];
  return Object.keys(value).map((name) => {
    const waiter = value[name];
    const acceptors = nodeMember(waiter, "acceptors");
    return {
      name,
      acceptors: isNodeArray(acceptors) ? acceptors.map(acceptorOf) : [],
      minDelay: delayOf(waiter, "minDelay"),
      maxDelay: delayOf(waiter, "maxDelay"),
    };
  });
}

function delayOf(waiter: Node | undefined, name: keyof typeof defaultDelays): number {
  const delay = nodeMember(waiter, name);
  return isNodeNumber(delay) ? Math.trunc(Number(String(delay))) : defaultDelays[name];
}

function acceptorOf(node: Node): Acceptor {
  const message = nodeMember(node, "message");
  return {
    state: textOf(node, "state"),
    matcher: matcherOf(nodeMember(node, "matcher")),
    message: typeof message === "string" ? message : undefined,
  };
}

function matcherOf(node: Node | undefined): Matcher {
  for (const kind of ["output", "inputOutput"] as const) {
    const path = nodeMember(node, kind);
    if (path === undefined) continue;
    const [expression, expected, comparator] = ["path", "expected", "comparator"].map((key) => textOf(path, key));
    return { kind, path: expression ?? "", expected: expected ?? "", comparator: comparator ?? "" };
  }
  const success = nodeMember(node, "success");
  if (typeof success === "boolean") return { kind: "success", value: success };
  const errorType = nodeMember(node, "errorType");
  return typeof errorType === "string" ? { kind: "errorType", value: errorType } : { kind: "unknown" };
}

function textOf(node: Node, key: string): string {
  const value = nodeMember(node, key);
  return typeof value === "string" ? value : "";
}
