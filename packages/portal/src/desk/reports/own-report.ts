import type { Id } from "@heed/core";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { isEditor } from "../own-bodies.ts";

/** A recommendation with the report that it is of. */
export type OwnRecommendation = { detail: RecommendationDetail; of: ReportDetail };

/** A report that who is signed in edits; undefined where there is none, or it is not for that person. */
export async function ownReport(
  { reads, reader, visitor, desk }: DeskAsked,
  id: Id,
): Promise<ReportDetail | undefined> {
  if (!isEditor(visitor.person)) return undefined;
  const detail = await reads.report(reader, id);
  if (detail === undefined) return undefined;
  const allowed = await reads.allowedActs(visitor.person, { on: "report", id }, desk.at);
  return allowed.includes("changeReport") ? detail : undefined;
}

/** The same while it is a draft. */
export async function ownDraft(asked: DeskAsked, id: Id): Promise<ReportDetail | undefined> {
  const detail = await ownReport(asked, id);
  return detail?.report.status === "draft" ? detail : undefined;
}

/** All recommendations of a report in printed order, each in one line of a list. */
export async function listedIn({ reads, reader, today }: Pick<DeskAsked, "reads" | "reader" | "today">, report: Id) {
  return (await reads.recommendations(reader, { asOf: today, report: [report] }, {})).items;
}

/** All recommendations of a report in printed order, each with all that belongs to it. */
export async function recommendationsOf(
  { reads, reader, today }: DeskAsked,
  report: Id,
): Promise<readonly RecommendationDetail[]> {
  const items = await listedIn({ reads, reader, today }, report);
  const found = await Promise.all(items.map(({ id }) => reads.recommendation(reader, id, today)));
  return found.flatMap((each) => each ?? []);
}

/** The way to a page of a report. */
export function pathTo({ say }: DeskAsked, report?: { id: Id; reference: string }) {
  return [
    { title: say.message("desk.title"), address: deskAddresses.desk() },
    { title: say.message("desk.reports.title"), address: deskAddresses.reports() },
    ...(report === undefined ? [] : [{ title: report.reference, address: deskAddresses.report(report.id) }]),
  ];
}
