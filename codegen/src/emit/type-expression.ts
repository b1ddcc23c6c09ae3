import { unitId } from "../knowledge/service-index.js";
import { isSparse, isStreaming } from "../knowledge/traits.js";
import { expectShape, type Model } from "../shapes/model.js";
import type { Shape } from "../shapes/shape.js";
import type { ShapeId } from "../shapes/shape-id.js";
import type { GenerateOptions } from "./emitter.js";
import type { Names } from "./names.js";
import { runtimeType, type EmitSymbol } from "./symbol.js";

/** What a type expression needs: the package's names, and a file to import what it mentions. */
export interface TypeContext {
  readonly model: Model;
  readonly names: Pick<Names, "type" | "received">;
  readonly options: Pick<GenerateOptions, "long">;
  use(symbol: EmitSymbol): string;
}

/** `written`: by either side, and what a server reads. `received`: what a client reads, with enums and unions open. */
export type Direction = "written" | "received";

/**
 * The TypeScript type of a shape's values, or of a member's without regard to whether it is optional. Structures, unions and
 * enums by name, everything else in place.
 */
export function typeExpression(context: TypeContext, shape: Shape, direction: Direction): string {
  const { model } = context;
  const target = shape.kind === "member" ? expectShape(model, shape.target) : shape;
  const nested = (id: ShapeId): string => typeExpression(context, expectShape(model, id), direction);
  switch (target.kind) {
    case "string":
      return "string";
    case "bigDecimal":
      return context.use(runtimeType("codec", "Decimal"));
    case "boolean":
      return "boolean";
    case "byte":
    case "short":
    case "integer":
    case "float":
    case "double":
      return "number";
    case "long":
      return context.options.long;
    case "bigInteger":
      return "bigint";
    case "timestamp":
      return "Date";
    case "document":
      return context.use(runtimeType("codec", "JsonValue"));
    case "blob":
      return isStreaming(model, shape) ? "ReadableStream<Uint8Array>" : "Uint8Array";
    case "list": {
      const item = nested(target.member.target);
      if (isSparse(target)) return `readonly (${item} | null)[]`;
      return item.startsWith("readonly ") ? `readonly (${item})[]` : `readonly ${item}[]`;
    }
    case "map": {
      const value = nested(target.value.target);
      return `Readonly<Record<string, ${isSparse(target) ? `${value} | null` : value}>>`;
    }
    case "union":
      return isStreaming(model, shape)
        ? `AsyncIterable<${named(context, target.id, direction)}>`
        : named(context, target.id, direction);
    case "enum":
    case "intEnum":
      return named(context, target.id, direction);
    case "structure":
      return target.id === unitId ? "Record<string, never>" : named(context, target.id, direction);
    case "service":
    case "operation":
    case "resource":
      throw new Error(`${target.id} is a ${target.kind}: it has no values`);
  }
}

function named(context: TypeContext, id: ShapeId, direction: Direction): string {
  return context.use(direction === "received" ? context.names.received(id) : context.names.type(id));
}
