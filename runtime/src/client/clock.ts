import type { Clock } from "./config.js";

/** The longest delay that timers take; a longer one would be none. */
const longestDelay = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: Date.now,
  schedule(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, longestDelay));
    return () => clearTimeout(timer);
  },
};
