/**
 * The end of one attempt's patience. It is an `AbortSignal` for transports that want one, made on demand only: creating and
 * listening to a signal costs more than writing the request does.
 */
export class Cancellation {
  #reason: unknown;
  #cancelled = false;
  #listener: ((reason: unknown) => void) | undefined;
  #controller: AbortController | undefined;

  get cancelled(): boolean {
    return this.#cancelled;
  }

  get reason(): unknown {
    return this.#reason;
  }

  /** The same event as a standard signal. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#cancelled) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** Sets the one listener; undefined removes it. A cancellation that already happened is told at once. */
  listen(listener: ((reason: unknown) => void) | undefined): void {
    this.#listener = listener;
    if (this.#cancelled) listener?.(this.#reason);
  }

  cancel(reason: unknown): void {
    if (this.#cancelled) return;
    this.#cancelled = true;
    this.#reason = reason;
    this.#listener?.(reason);
    this.#controller?.abort(reason);
  }
}
