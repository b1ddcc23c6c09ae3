import type { HttpResponse } from "../../http/message.js";

/** How the two protocols of Smithy RPC v2 differ in what surrounds a body. */
export interface RpcV2Form {
  /** The value of the header `Smithy-Protocol`. */
  readonly name: string;
  readonly mediaType: string;
}

export const cborForm: RpcV2Form = { name: "rpc-v2-cbor", mediaType: "application/cbor" };
export const jsonForm: RpcV2Form = { name: "rpc-v2-json", mediaType: "application/json" };

/** Whether a response is of the protocol at all; if not, only its status counts (Smithy RPC v2, "Operation response deserialization"). */
export function isOfForm({ headers }: HttpResponse, form: RpcV2Form): boolean {
  return headers["smithy-protocol"] === form.name;
}
