/** Bytes that wait in a stream before its source is asked to pause. */
const highWaterMark = 256 * 1024;

/** What feeds a {@link BodySink}. */
export interface BodySource {
  pause(): void;
  resume(): void;
  /** Nobody reads on. */
  stop(): void;
  /** Told when somebody begins to wait for bytes that are not there, and when they come. */
  awaited?(waits: boolean): void;
}

/** A body on its way from a connection to who reads it, no faster than it is read. */
export class BodySink {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #source: BodySource;
  /** Undefined once the stream is over. */
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** What nobody has asked for yet. */
  #queue: Uint8Array[] = [];
  #queued = 0;
  #awaited = false;
  #paused = false;
  #ended = false;

  constructor(source: BodySource) {
    this.#source = source;
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#pull(),
        cancel: () => {
          this.#close();
          source.stop();
        },
      },
      // Asked for a piece only when somebody waits for it.
      { highWaterMark: 0 },
    );
  }

  write(bytes: Uint8Array): void {
    const controller = this.#controller;
    if (controller === undefined || bytes.length === 0) return;
    if (this.#awaited) {
      this.#setAwaited(false);
      controller.enqueue(bytes);
      return;
    }
    this.#queue.push(bytes);
    this.#queued += bytes.length;
    if (this.#queued < highWaterMark || this.#paused) return;
    this.#paused = true;
    this.#source.pause();
  }

  end(): void {
    this.#ended = true;
    if (this.#queue.length > 0) return;
    const controller = this.#controller;
    this.#close();
    controller?.close();
  }

  fail(error: unknown): void {
    if (this.#ended && this.#queue.length > 0) return;
    const controller = this.#controller;
    this.#close();
    controller?.error(error);
  }

  #pull(): void {
    const next = this.#queue.shift();
    if (next === undefined) return this.#setAwaited(true);
    this.#queued -= next.length;
    this.#controller?.enqueue(next);
    if (this.#ended) return this.end();
    if (!this.#paused || this.#queued >= highWaterMark) return;
    this.#paused = false;
    this.#source.resume();
  }

  #close(): void {
    this.#setAwaited(false);
    this.#controller = undefined;
    this.#queue = [];
  }

  #setAwaited(awaited: boolean): void {
    if (this.#awaited === awaited) return;
    this.#awaited = awaited;
    this.#source.awaited?.(awaited);
  }
}
