/**
 * The end of one attempt's patience. It is an `AbortSignal` for transports that want one, made on demand only: creating and
 * listening to a signal costs more than writing the request does.
 */
export class Cancellation {
  readonly #cancelled: (reason: unknown) => void;
  #isCancelled = false;
  #reason: unknown;
  #listener: ((reason: unknown) => void) | undefined;
  #controller: AbortController | undefined;

  /** @param cancelled told after the transport was */
  constructor(cancelled: (reason: unknown) => void = () => {}) {
    this.#cancelled = cancelled;
  }

  get cancelled(): boolean {
    return this.#isCancelled;
  }

  get reason(): unknown {
    return this.#reason;
  }

  /** The same event as a standard signal. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#isCancelled) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** Sets the transport's one listener; undefined removes it. A cancellation that already happened is told at once. */
  listen(listener: ((reason: unknown) => void) | undefined): void {
    this.#listener = listener;
    if (this.#isCancelled) listener?.(this.#reason);
  }

  cancel(reason: unknown): void {
    if (this.#isCancelled) return;
    this.#isCancelled = true;
    this.#reason = reason;
    this.#listener?.(reason);
    this.#controller?.abort(reason);
    this.#cancelled(reason);
  }
}
