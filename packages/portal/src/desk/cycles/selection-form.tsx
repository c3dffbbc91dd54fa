import type { Id, ReportingCycle } from "@heed/core";
import { fits } from "@heed/core/follow-up/replay/selected";
import { Day } from "@heed/core/time/day";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { DayInput, TextArea } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { fieldIn, optional } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { reportsInCycle } from "./reports-in-cycle.ts";
import { type Selected, selectionKinds } from "./selection-input.ts";

type Props = {
  asked: DeskAsked;
  cycle: ReportingCycle;
  version: number;
  values: Values;
  faults: readonly Fault[];
  /** How many follow-ups what was typed would select; absent before that was asked. */
  total?: number | undefined;
};

/** Selects what the issuing body assesses besides claims, after it was shown how many follow-ups that are. */
export function SelectionForm({ asked, cycle, version, values, faults, total }: Props) {
  const { say } = asked;
  const filled = { say, values, faults };
  const on = fieldIn(filled, "on", optional(say, "select.on"), "select.on.hint");
  return (
    <section class="heed-block" aria-labelledby="select">
      <h2 class="govuk-heading-m" id="select">
        {say.message("cycle.selectForAssessment")}
      </h2>
      <p class="govuk-body">{say.message("select.text", { day: say.day(cycle.assessmentsDueOn) })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {(cycle.selections ?? []).map((each) => (
          <li key={JSON.stringify(each)}>
            {say.day(each.on)}
            {say.colon}
            {shown(each.reason)}
          </li>
        ))}
      </ul>
      {total !== undefined && <p class="govuk-inset-text">{say.message("select.foreseen", { total })}</p>}
      <RegisterForm
        asked={asked}
        address={deskAddresses.cycle(cycle.id)}
        version={version}
        buttons={[
          { does: "foreseeSelection", text: say.message("select.foresee"), isSecondary: true },
          { does: "selectForAssessment", text: say.message("cycle.selectForAssessment") },
        ]}
      >
        {selectionKinds.map(({ name, label, hint }) => (
          <TextArea key={name} {...fieldIn(filled, name, optional(say, label), hint)} rows={2} />
        ))}
        <TextArea {...fieldIn(filled, "reason", say.message("field.reason"), "field.reason.hint")} rows={3} />
        <DayInput {...on} />
      </RegisterForm>
    </section>
  );
}

/** How many follow-ups of the reports about which the cycle asks a selection fits. */
export async function countSelected(
  asked: DeskAsked,
  cycle: ReportingCycle,
  { on: typed, reason, ...named }: Selected,
): Promise<number> {
  const { reads, reader, today } = asked;
  const on = Day.safeParse(typed).data ?? today;
  const own = (await reportsInCycle(asked, cycle)).flatMap(({ id, publishedOn }) =>
    publishedOn === undefined || publishedOn <= on ? [id] : [],
  );
  const { reports, themes, addressees, followUps } = named;
  if (followUps !== undefined) {
    const found = await Promise.all(followUps.map((id) => reads.followUp(reader, id, today)));
    return found.filter(
      (each) =>
        each !== undefined &&
        own.includes(each.report.id) &&
        fits(
          { ...named, on, reason: reason ?? "" },
          { followUp: each.case.followUp, recommendation: each.case.recommendation, report: each.case.report },
        ),
    ).length;
  }
  const within: readonly Id[] = reports === undefined ? own : own.filter((id) => reports.includes(id));
  if (within.length === 0) return 0;
  const { total = 0 } = await reads.followUps(
    reader,
    { asOf: today, report: within, ...(themes && { theme: themes }), ...(addressees && { addressee: addressees }) },
    { limit: 1, withTotal: true },
  );
  return total;
}
