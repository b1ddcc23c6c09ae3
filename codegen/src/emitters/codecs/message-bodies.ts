import { bindingsAt, requestBindings, responseBindings, type HttpBinding } from "../../knowledge/http-bindings.js";
import { serviceIndex } from "../../knowledge/service-index.js";
import type { StructureShape } from "../../shapes/shape.js";
import type { ShapeId } from "../../shapes/shape-id.js";
import type { CodecContext } from "./context.js";
import type { Part } from "./part.js";

/** The body of a message of an HTTP protocol: what the functions that write and read it do. */
export interface MessageBody {
  readonly shape: StructureShape;
  readonly writer: Part & { readonly direction: "encode" };
  readonly reader: Part & { readonly direction: "decode" | "receive" };
}

/** The bodies of inputs, outputs and errors that have members in a document of the protocol. */
export function messageBodies({ model, service }: CodecContext): readonly MessageBody[] {
  const { operations, errors } = serviceIndex(model, service);
  const requests = new Map(operations.map(({ shape, input }) => [input, requestBindings(model, shape)]));
  const responses = new Map(operations.map(({ shape, output }) => [output, responseBindings(model, shape)]));
  for (const error of errors) responses.set(error, responseBindings(model, error));
  const hasDocument = (bindings: readonly HttpBinding[]): boolean => bindingsAt(bindings, "document").length > 0;
  return [
    ...[...requests].flatMap(([shape, bindings]): readonly MessageBody[] => {
      if (!hasDocument(bindings)) return [];
      const writer = { direction: "encode", body: { use: "encodeRequest", bindings } } as const;
      return [{ shape, writer, reader: { direction: "decode", body: { use: "decodeRequest", bindings } } }];
    }),
    ...[...responses].flatMap(([shape, bindings]): readonly MessageBody[] => {
      if (!hasDocument(bindings)) return [];
      const writer = { direction: "encode", body: { use: "encodeResponse", bindings } } as const;
      return [{ shape, writer, reader: { direction: "receive", body: { use: "receiveResponse", bindings } } }];
    }),
  ];
}

/** Tells the structures that are inputs, outputs or errors, and no member's value. */
export function messageTest({ model, service }: CodecContext): (id: ShapeId) => boolean {
  const { operations, errors, shapes } = serviceIndex(model, service);
  const messages = new Set([
    ...operations.flatMap(({ input, output }) => [input.id, output.id]),
    ...errors.map(({ id }) => id),
  ]);
  for (const shape of shapes) {
    if (shape.kind === "enum" || shape.kind === "intEnum") continue;
    for (const { target } of shape.members.values()) messages.delete(target);
  }
  return (id) => messages.has(id);
}
