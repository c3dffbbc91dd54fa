import { createContext, Script } from "node:vm";
import { DomainError, type Issue } from "@heed/core";

/** In seconds: much longer than the rows of a batch take to be mapped. */
const usualLimit = 10;

const context = createContext({ work: undefined });
const script = new Script("work()");

/**
 * Does what the expressions of a mapping can draw out without end, such as `^(a+)+$`: it is stopped, also in the midst of an expression,
 * so that who sent the mapping holds nobody else up. `place`: what is done, for the error. Errors: invalidMapping; those of the work.
 */
export function withinTime<Done>(work: () => Done, place: Partial<Issue> = {}, seconds = usualLimit): Done {
  context.work = work;
  try {
    return script.runInContext(context, { timeout: seconds * 1000 }) as Done;
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    const detail = `an expression of the mapping takes more than ${seconds} seconds: a repetition within a repetition, such as (a+)+, has no end`;
    throw new DomainError("invalidMapping", "the mapping cannot be used", [{ ...place, detail }]);
  } finally {
    context.work = undefined;
  }
}
