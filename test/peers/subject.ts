import { protocols } from "../../codegen/src/knowledge/protocols.js";
import type { GeneratedService } from "../protocol-tests/generated-service.js";
import type { KnownService, Peer } from "./peer.js";

export type Members = Readonly<Record<string, unknown>>;

/**
 * What is compared: what a handler received, what the other client made of an output or an error, its request with ours for the same input, and
 * what ours made of the output.
 */
export const checks = ["inputs", "outputs", "errors", "requests", "our outputs"] as const;

export type Check = (typeof checks)[number];

export interface Result {
  readonly check: Check;
  readonly operation: string;
  /** Where the two differ. */
  readonly problem?: string | undefined;
  /** Why they could not be compared. */
  readonly skipped?: string | undefined;
}

/** A generated service and another client of it. */
export interface Subject {
  readonly service: GeneratedService;
  readonly sdkId: string;
  readonly peer: Peer;
  readonly known: KnownService;
  /** The trait of the protocol that both speak. */
  readonly protocol: string;
  /** The other client is told to speak it, and did not choose it. */
  readonly isForced: boolean;
  /** How many inputs and outputs an operation is tried with. */
  readonly samples: number;
}

/** Whether members go where HTTP traits say. */
export function bindsHttp({ protocol }: Pick<Subject, "protocol">): boolean {
  return protocols.some(({ trait, binding }) => trait === protocol && binding === "http");
}

/** Whether answers are XML. */
export function answersXml({ protocol }: Pick<Subject, "protocol">): boolean {
  return protocols.some(({ trait, response }) => trait === protocol && response === "xml");
}
