import { foreseeReportChange } from "@heed/core/register/change-report";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { readBodies } from "../cycles/own-cycles.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { hasTyped } from "../form/kept-typed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { isEditor, readOwnBodies } from "../own-bodies.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, savedMeanwhile } from "../register/filled.ts";
import { keepStep, RegisterForm } from "../register/register-form.tsx";
import { foreseenReportPage, seenField, seenOf } from "./foreseen-report.tsx";
import { ownReport, pathTo } from "./own-report.ts";
import { ReportFields, reportDaysIn, reportInput, reportPlaces, reportValues } from "./report-form.tsx";

/** The form of a new report, for an editor. */
export function newReportPage(asked: DeskAsked): Promise<Page | undefined> {
  const { say, today } = asked;
  const values = new URLSearchParams({ reportingYear: today.slice(0, 4), [`authentic.${say.language}`]: "yes" });
  return shownForm(asked, { values });
}

export async function submitNewReport(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  if (!isEditor(asked.visitor.person)) return undefined;
  const values = typedIn(form);
  const taken = await doRegisterAct(asked, values, { act: "draftReport", input: reportInput(values) });
  if ("done" in taken && values.get("do") === keepStep)
    return { elsewhere: asked.way(deskAddresses.changeReport(taken.done.id)) };
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.report(taken.done.id), { done: "draftReport" }) };
  const faults = faultsAt({ say: asked.say, values }, reportPlaces(asked.say), taken.error);
  return shownForm(asked, { values, faults });
}

/** The form of a report as it is: a draft is changed, what was published is corrected. */
export async function changeReportPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const detail = await ownReport(asked, id);
  if (detail === undefined) return undefined;
  return shownForm(asked, { values: reportValues(detail.report), of: detail });
}

export async function submitReportChange(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const detail = await ownReport(asked, id);
  const values = typedIn(form);
  const isKept = values.get("do") === keepStep;
  if (detail === undefined) return isKept || !hasTyped(values) ? undefined : discardedMeanwhile(asked, values);
  // What is published is corrected when somebody says so, and never while it is typed.
  if (isKept && detail.report.status !== "draft") return undefined;
  const input = {
    // What is needed and was emptied is refused, instead of left as it was.
    ...{ reference: "", issuingBody: "", reportingYear: "" },
    ...{ title: null, responsePeriod: null, authenticLanguages: [] },
    ...reportInput(values),
    ...(detail.report.status === "published" && reportDaysIn(values, detail.report)),
  };
  if (values.get("do") === "edit") return shownForm(asked, { values, of: detail });
  const moved =
    detail.report.status === "published"
      ? foreseeReportChange(detail.report, input, { today: asked.today, settings: asked.desk.settings })
      : undefined;
  if (moved !== undefined && values.get(seenField) !== seenOf(moved)) {
    const { reads, reader, today } = asked;
    const once = { limit: 1, withTotal: true };
    const { total: followUps = 0 } = await reads.followUps(reader, { asOf: today, report: [id] }, once);
    return foreseenReportPage(asked, { report: detail.report, followUps, values, moved });
  }
  const taken = await doRegisterAct(asked, values, { act: "changeReport", thing: id, input, ...versionIn(values) });
  if ("done" in taken)
    return {
      elsewhere: isKept
        ? asked.way(deskAddresses.changeReport(id))
        : asked.way(deskAddresses.report(id), { done: "changeReport" }),
    };
  const faults = faultsAt({ say: asked.say, values }, reportPlaces(asked.say), taken.error);
  const of = (await ownReport(asked, id)) ?? detail;
  return shownForm(asked, { values, faults, of, ...savedMeanwhile(taken.error, reportValues(of.report)) });
}

/** What was typed in the form of a draft that is discarded can begin a new one. */
async function discardedMeanwhile(asked: DeskAsked, values: Values): Promise<Page | undefined> {
  const page = await shownForm(asked, { values, faults: [{ text: asked.say.message("refused.draftDiscarded") }] });
  return page && { ...page, status: 404 };
}

type Shown = {
  values: Values;
  faults?: readonly Fault[];
  saved?: Values | undefined;
  /** The report that is changed. */
  of?: NonNullable<Awaited<ReturnType<typeof ownReport>>>;
};

async function shownForm(asked: DeskAsked, { values, faults = [], saved, of }: Shown): Promise<Page | undefined> {
  const { say, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const bodies = await readBodies(asked, await readOwnBodies(asked));
  const [only, ...others] = bodies;
  if (only !== undefined && others.length === 0 && !values.has("issuingBody")) values.set("issuingBody", only.value);
  const does = of === undefined ? "draftReport" : "changeReport";
  const isPublished = of?.report.status === "published";
  const title = say.message(isPublished ? "report.correct" : `report.${of === undefined ? "new" : "change"}`);
  return framed(asked, {
    title,
    faults,
    ...(!isPublished && { saves: true }),
    address: of === undefined ? deskAddresses.newReport() : deskAddresses.changeReport(of.report.id),
    path: pathTo(asked, of?.report),
    body: (
      <>
        <p class="govuk-body">{say.message(isPublished ? "report.correct.text" : "report.days.later")}</p>
        <RegisterForm
          asked={asked}
          address={of === undefined ? deskAddresses.newReport() : deskAddresses.changeReport(of.report.id)}
          version={of?.version}
          saves={!isPublished}
          buttons={[{ does, text: say.message(`report.${does}`) }]}
        >
          <ReportFields filled={{ say, values, faults, saved }} bodies={bodies} isPublished={isPublished} />
        </RegisterForm>
      </>
    ),
  });
}
