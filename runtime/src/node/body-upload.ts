import type { Writable } from "node:stream";

/** How a body is written. */
export interface UploadForm {
  /** Whether each piece goes as a chunk (RFC 9112, section 7.1), and the end as the last one. */
  readonly chunked: boolean;
  /** The length that the body must have, where it was announced. */
  readonly length: number | undefined;
}

/** The body of a request on its way to a connection, no faster than the connection takes it. */
export class BodyUpload {
  readonly #target: Writable;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #form: UploadForm;
  #state: "going" | "complete" | "stopped" = "going";

  constructor(target: Writable, body: ReadableStream<Uint8Array>, form: UploadForm) {
    this.#target = target;
    this.#reader = body.getReader();
    this.#form = form;
  }

  /** Whether everything was written. */
  get complete(): boolean {
    return this.#state === "complete";
  }

  /** Writes the body. Rejects with what the stream fails with, or when it has another length than it should. */
  async run(): Promise<void> {
    const { chunked, length } = this.#form;
    let missing = length ?? Infinity;
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (this.#isStopped()) return;
      if (done) break;
      if (value.length === 0) continue;
      missing -= value.length;
      if (missing < 0) throw new TypeError("The body is longer than its content-length");
      if (!this.#write(value)) await this.#drained();
    }
    if (length !== undefined && missing > 0) throw new TypeError("The body is shorter than its content-length");
    if (chunked) this.#target.write("0\r\n\r\n", "latin1");
    this.#state = "complete";
  }

  /** Nobody takes the rest. */
  stop(reason: unknown): void {
    if (this.#state !== "going") return;
    this.#state = "stopped";
    this.#reader.cancel(reason).catch(() => undefined);
  }

  #isStopped(): boolean {
    return this.#state === "stopped";
  }

  #write(bytes: Uint8Array): boolean {
    const target = this.#target;
    if (!this.#form.chunked) return target.write(bytes);
    target.cork();
    target.write(`${bytes.length.toString(16)}\r\n`, "latin1");
    target.write(bytes);
    const goesOn = target.write("\r\n", "latin1");
    target.uncork();
    return goesOn;
  }

  #drained(): Promise<void> {
    const target = this.#target;
    return new Promise((resolve) => {
      const done = (): void => {
        target.off("drain", done);
        target.off("close", done);
        resolve();
      };
      target.on("drain", done).on("close", done);
      if (target.destroyed) done();
    });
  }
}
