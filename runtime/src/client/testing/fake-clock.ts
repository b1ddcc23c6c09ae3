import type { Clock } from "../config.js";

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();
  /** The delays that were asked for, in order. */
  readonly delays: number[] = [];

  constructor(now = Date.UTC(2026, 10, 22)) {
    this.#now = now;
  }

  now = (): number => this.#now;

  schedule = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    this.delays.push(milliseconds);
    return () => this.#timers.delete(timer);
  };

  get pending(): number {
    return this.#timers.size;
  }

  /** Moves on and calls what is due on the way. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.callback();
    }
  }
}
