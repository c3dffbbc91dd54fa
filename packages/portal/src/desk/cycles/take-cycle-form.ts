import type { DomainError } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { DeskAsked } from "../desk-asked.ts";
import { type Fault, faultText, oncePerField, refusal } from "../form/faults.ts";
import { readAs } from "../form/input-of.ts";
import { keyOf } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { followUpsNumbered } from "../register/follow-ups-numbered.ts";
import { isSure, notSure } from "../register/sure.ts";
import { type CycleAct, cycleFieldsOf, propertyOnCycle } from "./cycle-fields.ts";

/** Does what a form about a cycle says. A form that was sent twice does it once. */
export async function takeCycleForm(
  asked: DeskAsked,
  { act, thing }: { act: CycleAct; thing?: string },
  values: Values,
): Promise<{ done: RegisterResult } | { faults: Fault[]; error?: DomainError }> {
  const { desk, say } = asked;
  if (act === "closeCycle" && !isSure(values)) return { faults: [notSure(say)] };
  const fields = cycleFieldsOf(act);
  const input = Object.fromEntries(
    fields.flatMap((field) => {
      const value = readAs(propertyOnCycle(act, field).kind, field.name, values);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
  const missing = act === "changeCycle" ? fields.filter(({ name }) => !(name in input)) : [];
  if (missing.length > 0)
    return {
      faults: missing.map(({ name, label }) => ({
        name,
        text: say.message("fault.missing", { label: say.message(label) }),
      })),
    };
  if (typeof input.followUp === "string") {
    const read = await followUpsNumbered(asked, input.followUp, say.message("field.erratumFollowUp"));
    if ("fault" in read) return { faults: [{ name: "followUp", text: read.fault }] };
    const [only, ...others] = read.followUps;
    if (only === undefined || others.length > 0) return { faults: [{ name: "followUp", text: oneFollowUp(asked) }] };
    input.followUp = only;
  }
  const version = Number(values.get("version"));
  const request = { key: `${keyOf(values, asked)} ${act}`, operation: `${act} ${thing ?? ""}`.trim(), body: input };
  try {
    const of = thing === undefined ? {} : { thing, expectedVersion: version };
    return { done: await desk.register(request, { act, input, ...of }) };
  } catch (error) {
    if (isRefusal(error)) return { faults: faultsOf(asked, act, values, error), error };
    throw error;
  }
}

function oneFollowUp({ say }: DeskAsked): string {
  return say.message("fault.rule.erratumFollowUp", { label: say.message("field.erratumFollowUp") });
}

function faultsOf({ say }: DeskAsked, act: CycleAct, values: Values, error: DomainError): Fault[] {
  const faults = error.issues.flatMap(({ name, detail }) => {
    const field = cycleFieldsOf(act).find((each) => each.name === name);
    if (field === undefined) return [];
    const value = values.get(field.name) ?? "";
    return [{ name: field.name, ...faultText(say, field, propertyOnCycle(act, field), value, detail) }];
  });
  return faults.length > 0 ? oncePerField(faults) : [refusal(say, error)];
}
