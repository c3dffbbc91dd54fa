import type { DomainError } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { OnRegister } from "../../asked/desk.ts";
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
  const { thing = "", part = "", input = {} } = act;
  const request = {
    key: `${keyOf(values, asked)} ${act.act} ${place}`.trim(),
    operation: [act.act, thing, part].filter((each) => each !== "").join(" "),
    body: input,
  };
  try {
    return { done: await asked.desk.register(request, act) };
  } catch (error) {
    if (isRefusal(error)) return { error };
    throw error;
  }
}

/** The version that the sender of a form had read. */
export function versionIn(values: Values): { expectedVersion: number } {
  return { expectedVersion: Number(values.get("version")) };
}
