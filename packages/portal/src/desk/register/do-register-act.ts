import type { DomainError } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { OnRegister, SentOnce } from "../../asked/desk.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { keyOf } from "../form/sent.ts";
import type { Values } from "../form/values.ts";

/** Does an act of a form, once however often the form is sent. `place`: which of several acts of one form it is. */
export async function doRegisterAct(
  asked: DeskAsked,
  values: Values,
  act: OnRegister,
  place = "",
): Promise<{ done: RegisterResult } | { error: DomainError }> {
  try {
    return { done: await asked.desk.register(requestOf(asked, values, act, place), act) };
  } catch (error) {
    if (isRefusal(error)) return { error };
    throw error;
  }
}

/**
 * Does several acts of one form in their order, all or none, and once however often the form is sent. `place` of an act: which
 * of those with its name it is. Where one is refused: which of the list.
 */
export async function doRegisterActs(
  asked: DeskAsked,
  values: Values,
  acts: readonly { act: OnRegister; place?: string }[],
): Promise<{ done: readonly RegisterResult[] } | { error: DomainError; at: number }> {
  const all = acts.map(({ act, place = "" }) => ({ ...act, request: requestOf(asked, values, act, place) }));
  let refusedAt = 0;
  const told = (error: unknown, at: number) => {
    refusedAt = at;
    return error;
  };
  try {
    return { done: await asked.desk.registerAll(all, told) };
  } catch (error) {
    if (isRefusal(error)) return { error, at: refusedAt };
    throw error;
  }
}

function requestOf(asked: DeskAsked, values: Values, act: OnRegister, place: string): SentOnce {
  const { thing = "", part = "", input = {} } = act;
  return {
    key: `${keyOf(values, asked)} ${act.act} ${place}`.trim(),
    operation: [act.act, thing, part].filter((each) => each !== "").join(" "),
    body: input,
  };
}

/** The version that the sender of a form had read. */
export function versionIn(values: Values): { expectedVersion: number } {
  return { expectedVersion: Number(values.get("version")) };
}
