import { setTimeout as pause } from "node:timers/promises";
import { DomainError } from "@heed/core";

const millisecondsBetweenTries = 15;

export function nextTry(): Promise<void> {
  return pause(millisecondsBetweenTries);
}

export function isBusy(error: unknown): boolean {
  return error instanceof DomainError && error.code === "databaseBusy";
}

/** Tries again while another process holds the lock; the event loop serves other requests meanwhile. */
export async function untilFree<Result>(
  attempt: () => Result | Promise<Result>,
  isOver: () => boolean,
): Promise<Result> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || isOver()) throw error;
    }
    await nextTry();
  }
}
