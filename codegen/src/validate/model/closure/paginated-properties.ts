import type { Severity } from "../../../diagnostics/diagnostic.js";
import type { ShapeKind } from "../../../shapes/shape.js";

/** A property of the `paginated` trait, and what it may name ("paginated trait"). */
export interface PaginatedProperty {
  readonly name: "inputToken" | "items" | "outputToken" | "pageSize";
  /** Names a member of the output by a path; the others, of the input by its name. */
  readonly isPath: boolean;
  /** Every operation has it, of its own or from its service. */
  readonly isNecessary: boolean;
  /** How bad a required member is; undefined where it is not. */
  readonly whenRequired: Severity | undefined;
  readonly targets: readonly ShapeKind[];
  readonly discouragedTargets: readonly ShapeKind[];
}

export const paginatedProperties: readonly PaginatedProperty[] = [
  {
    name: "inputToken",
    isPath: false,
    isNecessary: true,
    whenRequired: "ERROR",
    targets: ["string", "map"],
    discouragedTargets: ["map"],
  },
  {
    name: "pageSize",
    isPath: false,
    isNecessary: false,
    whenRequired: "WARNING",
    targets: ["byte", "short", "integer", "long"],
    discouragedTargets: ["byte", "short", "long"],
  },
  {
    name: "outputToken",
    isPath: true,
    isNecessary: true,
    whenRequired: "DANGER",
    targets: ["string", "map"],
    discouragedTargets: ["map"],
  },
  {
    name: "items",
    isPath: true,
    isNecessary: false,
    whenRequired: undefined,
    targets: ["list", "map"],
    discouragedTargets: [],
  },
];
