import type { Clock } from "./config.js";

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(milliseconds, callback) {
    // Longer delays than a timer can hold mean never.
    if (milliseconds > 0x7fff_ffff) return () => {};
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Waits, unless the signal aborts first; then it rejects with the signal's reason. */
export function sleep(clock: Clock, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      signal?.removeEventListener("abort", aborted);
      resolve();
    };
    const stop = clock.schedule(milliseconds, done);
    const aborted = (): void => {
      stop();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", aborted, { once: true });
  });
}
