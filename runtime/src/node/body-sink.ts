/** Bytes that wait in a stream before its source is asked to pause. */
const highWaterMark = 256 * 1024;

/** What feeds a {@link BodySink}. */
export interface BodySource {
  pause(): void;
  resume(): void;
  /** Nobody reads on. */
  stop(): void;
}

/** The body of a response on its way from a connection to who reads it, no faster than it is read. */
export class BodySink {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #source: BodySource;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #paused = false;

  constructor(source: BodySource) {
    this.#source = source;
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => {
          if (!this.#paused) return;
          this.#paused = false;
          source.resume();
        },
        cancel: () => {
          this.#controller = undefined;
          source.stop();
        },
      },
      { highWaterMark, size: (chunk) => chunk?.length ?? 0 },
    );
  }

  write(bytes: Uint8Array): void {
    const controller = this.#controller;
    if (controller === undefined) return;
    controller.enqueue(bytes);
    if ((controller.desiredSize ?? 0) > 0 || this.#paused) return;
    this.#paused = true;
    this.#source.pause();
  }

  end(): void {
    this.#controller?.close();
    this.#controller = undefined;
  }

  fail(error: unknown): void {
    this.#controller?.error(error);
    this.#controller = undefined;
  }
}
