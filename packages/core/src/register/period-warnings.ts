import type { Issue } from "../domain-error.ts";
import { responseDeadlineOf } from "../follow-up/replay/prepared-case.ts";
import type { Report } from "../report/report.ts";
import { defaultSettings } from "../settings/settings.ts";

/** D1: the response period of a published report runs from an event whose day is not given, so no response is due. */
export function periodWarnings(report: Report): Issue[] {
  if (report.status !== "published") return [];
  const { reason } = responseDeadlineOf(report, defaultSettings);
  const { from } = reason.facts ?? {};
  if (reason.code !== "responsePeriodNotStarted" || from === undefined || from === "publication") return [];
  return [
    {
      name: "responsePeriod.from",
      value: String(from),
      detail: `the day of that is not given, and no response is due until it is: correct the report with ${dayOf[from]}`,
    },
  ];
}

const dayOf: Readonly<Record<string, keyof Report>> = {
  transmissionToGovernment: "transmittedToGovernmentOn",
  transmissionToParliament: "transmittedToParliamentOn",
  transmissionToField: "transmittedToFieldOn",
};
