/** Where values come from, one by one. */
export type Source<T> = ReadableStream<T> | AsyncIterable<T> | Iterable<T>;

/**
 * Values that come one by one when they are asked for, as those of an async generator do. But leaving early is told to the source at
 * once: before the first value, and while one is awaited that may never come.
 */
export interface Pulled<T> extends AsyncIterableIterator<T, void, undefined> {
  return(): Promise<IteratorReturnResult<void>>;
}

/** What becomes of the values of a source. Each function gives the values that come in place of what it is told. */
export interface Stage<In, Out> {
  /** Come before all others. */
  readonly first?: Iterable<Out> | undefined;
  /** What throws, ends the whole, and leaves the source. */
  readonly each: (value: In) => Iterable<Out> | Promise<Iterable<Out>>;
  /** Come after the last one. */
  readonly end?: (() => Iterable<Out> | Promise<Iterable<Out>>) | undefined;
  /** Come in place of an error, and are the last ones. Undefined throws it. */
  readonly failed?: ((error: unknown) => Iterable<Out> | undefined) | undefined;
}

/** The values of a source, each as the stage makes it. */
export function pulled<In, Out>(source: Source<In>, stage: Stage<In, Out>): Pulled<Out> {
  return new PulledValues(source, stage);
}

/** What is asked of a source. */
interface Pull<T> {
  next(): Promise<IteratorResult<T, unknown>> | IteratorResult<T, unknown>;
  /** Nobody wants more, which the source may hear while its next value is awaited. */
  leave(reason: unknown): unknown;
}

function pullOf<T>(source: Source<T>): Pull<T> {
  if ("getReader" in source) {
    const reader = source.getReader();
    return {
      next: () => reader.read() as Promise<IteratorResult<T, unknown>>,
      leave: (reason) => reader.cancel(reason),
    };
  }
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  return { next: () => iterator.next(), leave: () => iterator.return?.() };
}

const ended: IteratorReturnResult<void> = { done: true, value: undefined };

class PulledValues<In, Out> implements Pulled<Out> {
  readonly #source: Source<In>;
  readonly #stage: Stage<In, Out>;
  #pull: Pull<In> | undefined;
  /** Values that are made already. */
  #made: Iterator<Out>;
  #state: "going" | "last ones" | "over" = "going";
  #turn: Promise<unknown> = Promise.resolve();

  constructor(source: Source<In>, stage: Stage<In, Out>) {
    this.#source = source;
    this.#stage = stage;
    this.#made = iteratorOf(stage.first ?? []);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Out, void>> {
    const result = this.#turn.then(() => this.#next());
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async return(): Promise<IteratorReturnResult<void>> {
    await this.#leave(undefined);
    return ended;
  }

  async #next(): Promise<IteratorResult<Out, void>> {
    while (!this.#isOver()) {
      try {
        const made = this.#made.next();
        if (made.done !== true) return made;
        if (this.#state === "last ones") this.#state = "over";
        else this.#made = iteratorOf(await this.#more());
      } catch (error) {
        // Whoever left is told nothing more.
        if (!this.#isOver()) this.#fail(error);
      }
    }
    return ended;
  }

  /** Read anew after each wait: it may have changed meanwhile. */
  #isOver(): boolean {
    return this.#state === "over";
  }

  async #more(): Promise<Iterable<Out>> {
    this.#pull ??= pullOf(this.#source);
    const { done, value } = (await this.#pull.next()) as IteratorResult<In, unknown>;
    if (this.#isOver()) return [];
    if (done !== true) return this.#stage.each(value as In);
    this.#state = "last ones";
    return this.#stage.end?.() ?? [];
  }

  #fail(cause: unknown): void {
    this.#leave(cause).catch(() => undefined);
    const last = this.#stage.failed?.(cause);
    if (last === undefined) throw cause;
    this.#state = "last ones";
    this.#made = iteratorOf(last);
  }

  async #leave(reason: unknown): Promise<void> {
    if (this.#isOver()) return;
    const hasMore = this.#state === "going";
    this.#state = "over";
    this.#made = iteratorOf([]);
    if (hasMore) await (this.#pull ??= pullOf(this.#source)).leave(reason);
  }
}

function iteratorOf<T>(values: Iterable<T>): Iterator<T> {
  return values[Symbol.iterator]();
}
