import type { Entry } from "../follow-up/entries/entry.ts";
import type { Standing } from "../follow-up/standing/four-answers.ts";
import { standing } from "../follow-up/standing/standing.ts";
import type { ActContext } from "./act.ts";
import type { ActName } from "./acts.ts";
import { decideAct } from "./decide-act.ts";

/** What an act would make if it were done now, and how the follow-up would stand: nothing is done. */
export type Foreseen = {
  entries: readonly Entry[];
  /** On the day of the act, without it and with it. */
  before: Standing | undefined;
  after: Standing | undefined;
};

/** Errors: those of decideAct(). */
export function foreseeAct(name: ActName, context: ActContext, input: unknown): Foreseen {
  const { case: followUpCase, today, settings } = context;
  const entries = decideAct(name, context, input);
  const afterwards = { ...followUpCase, entries: [...followUpCase.entries, ...entries] };
  return {
    entries,
    before: standing(followUpCase, today, settings),
    after: standing(afterwards, today, settings),
  };
}
