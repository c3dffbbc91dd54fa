import { beginningOf, titleOrBeginning } from "@heed/core/recommendation/beginning";
import type { DraftDone } from "../../asked/desk.ts";
import type { Page } from "../../asked/page.ts";
import { Printed } from "../../components/printed.tsx";
import { Text } from "../../components/text.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { type FormButton, FormButtons } from "../form/form-buttons.tsx";
import { FormField } from "../form/form-fields.tsx";
import { framed } from "../form/framed.tsx";
import { Checkbox } from "../form/inputs.tsx";
import { SavedTold } from "../form/saved-told.tsx";
import { receiptOf } from "../receipt-of.ts";
import { keepStep } from "../register/register-form.tsx";
import { fieldsOfRow, lastReport, owedBy, prefixOf, type Row, type SeveralAct } from "./row.ts";

type Outcome = {
  faults?: readonly Fault[];
  done?: readonly DraftDone[];
  /** How many rows are kept as drafts, though they were not submitted. */
  kept?: number;
};

/** One form with a row for each follow-up, as it was typed. */
export function severalPage(
  asked: DeskAsked,
  act: SeveralAct,
  rows: readonly Row[],
  { faults = [], done = [], kept = 0 }: Outcome = {},
): Page {
  const { say, way, desk } = asked;
  const title = say.message(`several.${act}.title`);
  const address = deskAddresses.several(act);
  return framed(asked, {
    title,
    faults,
    saves: true,
    address,
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        {done.length > 0 && (
          <p class="govuk-inset-text">
            <a class="govuk-link" href={receiptOf(asked, done)}>
              {say.message("receipt.title", { count: done.length })}
            </a>
          </p>
        )}
        {kept > 0 && <p class="govuk-inset-text">{say.message("several.kept", { count: kept })}</p>}
        {rows.length === 0 ? (
          <p class="govuk-body">{say.message("several.nothing")}</p>
        ) : (
          <form
            class="heed-form heed-form--several"
            data-saves={keepStep}
            action={way(address)}
            method="post"
            noValidate
          >
            <input type="hidden" name="key" value={desk.newKey()} />
            <p class="govuk-body">{say.message("several.text")}</p>
            <FormButtons buttons={severalButtons(asked, ["preview"])} />
            {rows.map((row, place) => (
              <RowFields key={row.detail.case.followUp.id} {...{ asked, act, row, place, faults }} />
            ))}
            <SavedTold say={say} />
            <FormButtons buttons={severalButtons(asked, ["preview", "submit", "each", "save"])} />
          </form>
        )}
      </>
    ),
  });
}

type Step = "preview" | "submit" | "each" | "save" | "edit";

export function severalButtons({ say }: DeskAsked, steps: readonly Step[]): readonly FormButton[] {
  return steps.map((does) => ({
    does,
    text: say.message(does === "submit" || does === "each" ? `several.${does}` : `form.${does}`),
    isSecondary: does !== "submit",
  }));
}

type RowProps = { asked: DeskAsked; act: SeveralAct; row: Row; place: number; faults: readonly Fault[] };

function RowFields({ asked, act, row: { detail, draft, values }, place, faults }: RowProps) {
  const { say } = asked;
  const { recommendation, report, case: followUpCase } = detail;
  const prefix = prefixOf(place);
  const typed = new URLSearchParams([...values].map(([name, text]) => [prefix + name, text]));
  const title = titleOrBeginning({
    title: recommendation.title,
    beginning: recommendation.text && beginningOf(recommendation.text),
  });
  const owed = owedBy(detail, act);
  const last = act === "update" ? lastReport(asked, detail) : undefined;
  return (
    <fieldset class="govuk-fieldset heed-answer" id={`${prefix}followUp`} tabIndex={-1}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        <bdi>{shown(recommendation.reference)}</bdi>
        {title && say.colon}
        {title && <Text of={say.text(title, report.authenticLanguages)} />}
      </legend>
      <p class="heed-meta">
        {say.message("report.one", { reference: report.reference })}
        {owed?.due && ` · ${say.message("overdue.due", { day: say.day(owed.due, owed.duePrecision) })}`}
        {draft && ` · ${say.message("desk.drafts")}`}
      </p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{say.message("desk.asked")}</span>
        </summary>
        <Printed asked={asked} detail={detail} />
      </details>
      <input type="hidden" name={`${prefix}followUp`} value={followUpCase.followUp.id} />
      {draft && (
        <>
          <input type="hidden" name={`${prefix}draft`} value={draft.id} />
          <input type="hidden" name={`${prefix}version`} value={String(draft.version)} />
        </>
      )}
      {last && (
        <Checkbox
          say={say}
          id={`${prefix}nothingNew`}
          label={say.message("several.nothingNew", { day: say.day(last.asOf, last.asOfPrecision) })}
          hint={last.level && say.label("reportedLevel", last.level)}
          value={values.get("nothingNew") ?? ""}
        />
      )}
      <div class="heed-answer__fields">
        {fieldsOfRow(act).map((field) => (
          <FormField key={field.name} {...{ say, act, field, faults, prefix, detail }} values={typed} />
        ))}
      </div>
    </fieldset>
  );
}
