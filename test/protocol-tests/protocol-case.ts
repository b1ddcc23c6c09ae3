import type { OperationShape, StructureShape } from "../../codegen/src/shapes/shape.js";
import type { ShapeId } from "../../codegen/src/shapes/shape-id.js";
import type { Node } from "../../codegen/src/shapes/node.js";

export type Side = "client" | "server";
export type Kind = "requests" | "responses" | "malformed" | "eventStreams";

/** One protocol test as a trait has it (Smithy 2.0, "HTTP Protocol Compliance Tests"), on one side. */
export interface ProtocolCase {
  readonly id: string;
  readonly protocol: ShapeId;
  readonly side: Side;
  readonly kind: Kind;
  /** The operation, or the error that some operation returns. */
  readonly shape: OperationShape | StructureShape;
  /** The members of the definition, with parameters filled in. */
  readonly definition: Definition;
  /** The definition as the trait has it. */
  readonly node: Node;
}

/** What definitions of requests, responses and malformed requests have in common, as JSON. */
export interface Definition extends MessageDefinition {
  readonly id: string;
  readonly protocol: ShapeId;
  readonly appliesTo?: Side;
  readonly host?: string;
  readonly resolvedHost?: string;
  readonly forbidQueryParams?: readonly string[];
  readonly requireQueryParams?: readonly string[];
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  readonly bodyMediaType?: string;
  readonly vendorParams?: unknown;
  readonly code?: number;
  readonly request?: MessageDefinition;
  readonly response?: MalformedResponse;
  readonly testParameters?: Readonly<Record<string, readonly string[]>>;
}

export interface MessageDefinition {
  readonly method?: string;
  readonly uri?: string;
  readonly host?: string;
  readonly queryParams?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface MalformedResponse {
  readonly code: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: {
    readonly mediaType: string;
    readonly assertion: { readonly contents?: string; readonly messageRegex?: string };
  };
}

/** What became of a case. `skipped` says why it does not apply, which follows from its shape alone. */
export type Outcome =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly problem: string }
  | { readonly kind: "skipped"; readonly reason: string };
