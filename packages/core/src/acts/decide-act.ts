import type { z } from "zod";
import type { Actor } from "../acting/actor.ts";
import { parseInput, someDoesNotFit } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import type { Source } from "../source.ts";
import { withoutAbsent } from "../without-absent.ts";
import { type ActContext, type commonInput, requireAllowed } from "./act.ts";
import { actionOf, actionOfAct, actions, actRecording } from "./actions.ts";
import { type ActName, acts } from "./acts.ts";
import { issueOf } from "./fault.ts";
import type { FollowUpAct } from "./follow-up-act.ts";

type Given = z.output<z.ZodObject<typeof commonInput>>;

/**
 * The entries that an act makes now, which are to be appended. Errors: invalidInput and unknownInput with the places;
 * invalidStateTransition; missingPermission; unknownOrganization.
 */
export function decideAct(name: ActName, context: ActContext, input: unknown): Entry[] {
  const act: FollowUpAct = acts[name];
  const content = parsed(act, context, input);
  const { givenOn = context.today, source } = content as Given;
  const action = actionOfAct(act, content);
  const rule = actions[action];
  refuseInvented(context.actor, content);
  const now = requireAllowed(action, rule, context, source);
  const ruleOf = (entry: Entry) => actions[actionOf(entry)];
  return [act.decide(content as never, { ...context, now, rule, ruleOf, rulesOf: actRecording, givenOn, source })];
}

/** The input, read. Where some of it cannot be, the error tells what is wrong with the rest too. */
function parsed(act: FollowUpAct, context: ActContext, input: unknown): z.output<FollowUpAct["input"]> {
  try {
    return parseInput(act.input, input);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "invalidInput" || act.faultsOfSome === undefined) throw error;
    const { issues } = error;
    const isTold = (property: string) => issues.some(({ name = "" }) => name.split(".")[0] === property);
    const some = Object.entries(act.input.shape).flatMap(([name, schema]) => {
      const read = schema.safeParse(Object(input)[name]);
      return read.success ? [[name, read.data]] : [];
    });
    const found = act.faultsOfSome(
      { givenOn: context.today, ...withoutAbsent(Object.fromEntries(some)) } as never,
      context,
    );
    const more = found.filter(({ name = "" }) => !isTold(name)).map(issueOf);
    if (more.length === 0) throw error;
    throw new DomainError("invalidInput", someDoesNotFit, [...issues, ...more]);
  }
}

/** What an addressee says is never an invented example: it would be shown as one, and read as if it were not said. */
function refuseInvented(
  { role }: Actor,
  { source, change }: { source?: Source; change?: { source?: Source | null } },
): void {
  if (role !== "respondent") return;
  for (const [name, given] of [
    ["source.illustrative", source],
    ["change.source.illustrative", change?.source],
  ] as const)
    if (given?.illustrative === true)
      throw new DomainError("invalidInput", `${name}: only the issuing body says that something is invented`, [
        { name, value: "true", detail: "only the issuing body says that something is invented" },
      ]);
}
