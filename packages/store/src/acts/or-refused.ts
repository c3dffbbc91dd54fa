import type { DomainError } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";

/** What became of one thing among several: done, or refused. */
export type DoneOrRefused<Done> = { done?: Done; error?: DomainError };

/** A refusal is of this one alone; a failure of the database is one of all of them, and is thrown. */
export async function orRefused<Done>(perform: () => Promise<Done>): Promise<DoneOrRefused<Done>> {
  try {
    return { done: await perform() };
  } catch (error) {
    if (isRefusal(error)) return { error };
    throw error;
  }
}
