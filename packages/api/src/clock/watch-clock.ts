import type { Logger } from "pino";

/** How often the clock is looked at, in milliseconds. */
const lookEach = 10_000;

/** A clock that is set right by some seconds does not jump. In milliseconds. */
const tolerated = 5_000;

export type ClockJumps = { forward: number; back: number };

export type WatchedClock = {
  /** How often the clock jumped since the service was started, as it is now. */
  jumps: () => ClockJumps;
  stop: () => void;
};

/**
 * Tells when the clock of the machine jumps: against the time for which the process runs, which nobody sets. A machine that slept
 * jumps forward too. Days are decided by the clock, so somebody should know.
 */
export function watchClock(logger: Logger): WatchedClock {
  const jumps: ClockJumps = { forward: 0, back: 0 };
  const ahead = () => Date.now() - performance.now();
  let before = ahead();
  const look = () => {
    const by = ahead() - before;
    if (Math.abs(by) < tolerated) return;
    before += by;
    jumps[by > 0 ? "forward" : "back"] += 1;
    logger.warn({ seconds: Math.round(by / 1000) }, "the clock jumped");
  };
  const timer = setInterval(look, lookEach);
  timer.unref();
  return {
    jumps: () => {
      look();
      return { ...jumps };
    },
    stop: () => clearInterval(timer),
  };
}
