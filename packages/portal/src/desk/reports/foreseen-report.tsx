import type { Report } from "@heed/core";
import type { MovedResponse } from "@heed/core/register/change-report";
import type { Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedForm, doOrEdit } from "../form/carried-form.tsx";
import { framed } from "../form/framed.tsx";
import type { Values } from "../form/values.ts";
import { pathTo } from "./own-report.ts";

/** What the sender of a form was told, in the field that it carries. */
export const seenField = "seen";

export function seenOf({ after }: MovedResponse): string {
  return after ?? "none";
}

type Foreseeing = { report: Report; followUps: number; values: Values; moved: MovedResponse };

/** Until when answers would be due by the correction of a published report, and the way to record it, or back to the form. */
export function foreseenReportPage(asked: DeskAsked, { report, followUps, values, moved }: Foreseeing): Page {
  const { say } = asked;
  const address = deskAddresses.changeReport(report.id);
  const day = (on: string | undefined) => (on === undefined ? say.message("report.moves.none") : say.day(on));
  const carried = new URLSearchParams(values);
  carried.set(seenField, seenOf(moved));
  return framed(asked, {
    title: say.message("preview.title", { act: say.message("report.correct") }),
    ...{ address, path: pathTo(asked, report) },
    body: (
      <>
        <p class="govuk-body">
          {say.message("report.moves", { before: day(moved.before), after: day(moved.after), followUps })}
        </p>
        <CarriedForm
          {...{ asked, address }}
          values={carried}
          buttons={doOrEdit(asked, "changeReport", say.message("report.changeReport"))}
        />
      </>
    ),
  });
}
