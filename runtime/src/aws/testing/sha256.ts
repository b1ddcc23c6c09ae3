import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import type { SignatureV4 } from "@smithy/signature-v4";

type Source = ConstructorParameters<typeof SignatureV4>[0]["sha256"];

/** SHA-256 as the package `@smithy/signature-v4` takes it. */
export const Sha256: Source = class {
  readonly #secret: Parameters<typeof createHmac>[1] | undefined;
  #hash: Hash | Hmac;

  constructor(secret?: ConstructorParameters<Source>[0]) {
    this.#secret = secret === undefined ? undefined : typeof secret === "string" ? secret : bytes(secret);
    this.#hash = this.#create();
  }

  #create(): Hash | Hmac {
    return this.#secret === undefined ? createHash("sha256") : createHmac("sha256", this.#secret);
  }

  update(data: NonNullable<ConstructorParameters<Source>[0]>): void {
    this.#hash.update(typeof data === "string" ? data : bytes(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }

  reset(): void {
    this.#hash = this.#create();
  }
};

function bytes(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
