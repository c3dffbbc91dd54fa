import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { DomainError } from "@heed/core";
import { noService } from "./problem.ts";

/** A service that was restarted is there again after so many milliseconds, or not. */
const pause = 500;

/**
 * Sends a write under a key of its own. Where the connection breaks before the answer is there, it is sent once more under the same
 * key: a service does what comes under one key only once, and gives the first answer again. Errors: databaseUnreachable, which
 * tells when nobody knows whether it was done.
 */
export async function sentOnce<Answer>(server: string, send: (key: string) => Promise<Answer>): Promise<Answer> {
  const key = randomUUID();
  let wasSent = false;
  for (const isLast of [false, true]) {
    try {
      return await send(key);
    } catch (fault) {
      // An answer came, and is none of Heed.
      if (fault instanceof SyntaxError) throw noService(server);
      wasSent ||= !isNotReached(fault);
      if (isLast) break;
      await setTimeout(pause);
    }
  }
  throw new DomainError(
    "databaseUnreachable",
    wasSent
      ? `the connection to the service at ${server} broke: look whether it was done before you do it again`
      : `the service at ${server} cannot be reached`,
  );
}

const notReached = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"];

/** No connection was made, so nothing was sent. */
function isNotReached(fault: unknown): boolean {
  const { code, errors = [] } = ((fault as { cause?: unknown }).cause ?? {}) as {
    code?: string;
    errors?: { code?: string }[];
  };
  return [code, ...errors.map((each) => each.code)].some((each) => each !== undefined && notReached.includes(each));
}
