/**
 * The end of one attempt's patience. It is an `AbortSignal` for transports that want one, made on demand only: creating and
 * listening to a signal costs more than writing the request does.
 */
export class Cancellation {
  readonly #told: (reason: unknown) => void;
  #controller: AbortController | undefined;
  cancelled = false;
  reason: unknown;
  /** The transport's one listener. What was cancelled before is not told again: look at `cancelled` first. */
  listener: ((reason: unknown) => void) | undefined;

  /** @param told called after the transport's listener was */
  constructor(told: (reason: unknown) => void = () => {}) {
    this.#told = told;
  }

  /** The same event as a standard signal. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.cancelled) this.#controller.abort(this.reason);
    return this.#controller.signal;
  }

  cancel(reason: unknown): void {
    if (this.cancelled) return;
    this.cancelled = true;
    this.reason = reason;
    this.listener?.(reason);
    this.#controller?.abort(reason);
    this.#told(reason);
  }
}
