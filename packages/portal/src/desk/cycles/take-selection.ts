import type { Elsewhere } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import type { Values } from "../form/values.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, type Told } from "../register/filled.ts";
import { countSelected } from "./selection-form.tsx";
import { selectionInput, selectionKinds } from "./selection-input.ts";

const steps = ["foreseeSelection", "selectForAssessment"];

export function isSelecting(step: string | null): boolean {
  return step !== null && steps.includes(step);
}

/** What was typed, with what is wrong with it, or how many follow-ups it would select. */
export type TriedSelection = { values: Values; faults: readonly Fault[]; total?: number };

/** Shows how many follow-ups the form selects, or selects them. Undefined where there is no such cycle. */
export async function takeSelection(
  asked: DeskAsked,
  id: string,
  values: Values,
): Promise<Elsewhere | TriedSelection | undefined> {
  const { say, way, reads } = asked;
  const detail = await reads.reportingCycle(id);
  if (detail === undefined) return undefined;
  const { input, faults } = await selectionInput(asked, values);
  if (faults.length > 0) return { values, faults };
  if (values.get("do") === "foreseeSelection")
    return { values, faults: [], total: await countSelected(asked, detail.cycle, input) };
  const act = { act: "selectForAssessment", thing: id, input, ...versionIn(values) } as const;
  const taken = await doRegisterAct(asked, values, act);
  if ("done" in taken) return { elsewhere: way(deskAddresses.cycle(id), { done: "selectForAssessment" }) };
  const places: Told[] = [
    { name: "reason", label: say.message("field.reason"), isLong: true },
    { name: "on", label: say.message("select.on"), rule: "fault.rule.selectionDay" },
    ...selectionKinds.map(({ name, label }) => ({ name, label: say.message(label), isLong: true as const })),
    // What names nothing at all is told of the whole.
    { name: "", at: "reports", label: "", rule: "fault.rule.selection" },
  ];
  return { values, faults: faultsAt({ say, values }, places, taken.error) };
}
