import { mixedEvents } from "../../knowledge/events.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import type { StructureShape } from "../../shapes/shape.js";
import type { CodecContext } from "./context.js";
import type { Part } from "./part.js";

/** The payload of an event whose other members are headers: what the functions that write and read it do. */
export interface EventBody {
  readonly shape: StructureShape;
  readonly writer: Part & { readonly direction: "encode" };
  readonly readers: readonly (Part & { readonly direction: "decode" | "receive" })[];
}

/** The payloads of events that are made of some of their members (Smithy 2.0, "Event message serialization"). */
export function eventBodies({ model, service }: CodecContext): readonly EventBody[] {
  const { shapes, inputShapes, outputShapes } = serviceIndex(model, service);
  return [...mixedEvents(model, shapes)].map(([shape, bindings]) => ({
    shape,
    writer: { direction: "encode", body: { use: "encodeEvent", bindings } },
    readers: [
      ...(inputShapes.has(shape.id) ? [{ direction: "decode", body: { use: "decodeEvent", bindings } } as const] : []),
      ...(outputShapes.has(shape.id)
        ? [{ direction: "receive", body: { use: "receiveEvent", bindings } } as const]
        : []),
    ],
  }));
}
