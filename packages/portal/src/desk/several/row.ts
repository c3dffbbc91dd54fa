import type { Entry, Id } from "@heed/core";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { DeskAsked } from "../desk-asked.ts";
import { type Field, fieldsOf } from "../form/act-fields.ts";
import { yearOfUpdate } from "../form/beginning-of.ts";
import type { Fault } from "../form/faults.ts";
import { type Values, valuesOf } from "../form/values.ts";

/** The acts that can be done on several follow-ups by one form, and the fields of a row. */
const rowFields = { respond: ["position", "reason"], update: ["reportingYear", "level", "narrative"] } as const;
export type SeveralAct = keyof typeof rowFields;

/** One follow-up in a form of several, with what was typed for it. */
export type Row = {
  detail: FollowUpDetail;
  draft?: ActDraft | undefined;
  /** The draft that the form names and that is there no more: it was submitted or discarded meanwhile. */
  gone?: Id;
  values: Values;
};

export function fieldsOfRow(act: SeveralAct): readonly Field[] {
  const names: readonly string[] = rowFields[act];
  return fieldsOf(act).filter(({ name }) => names.includes(name));
}

/** What the form of several is for: the answer, or the update, that a follow-up owes. */
export function owedBy({ standing }: FollowUpDetail, act: SeveralAct) {
  return standing?.owed.find(({ kind }) => kind === (act === "respond" ? "response" : "update"));
}

/** What stands before the names of a row's fields. */
export function prefixOf(place: number): string {
  return `r${place}.`;
}

/** The rows of a form that was sent, in their order; a follow-up that the reader does not see is left out. */
export async function sentRows(asked: DeskAsked, act: SeveralAct, form: Values): Promise<Row[]> {
  const places = new Map<string, Values>();
  for (const [name, text] of form) {
    const [, place, field] = /^r(0|[1-9]\d?)\.(\w+)$/.exec(name) ?? [];
    if (place === undefined || field === undefined) continue;
    const values = places.get(place) ?? new URLSearchParams();
    values.append(field, text);
    places.set(place, values);
  }
  const rows = await Promise.all(
    [...places.values()].map(async (values): Promise<Row[]> => {
      const row = await rowOf(asked, act, values.get("followUp") ?? "", values.get("draft") ?? undefined);
      return row ? [{ ...row, values: withNothingNew(asked, row.detail, values) }] : [];
    }),
  );
  return rows.flat();
}

/** A row that nobody wrote in yet: what its draft says, or the year that an update is about. */
export async function rowOf(asked: DeskAsked, act: SeveralAct, followUp: Id, draft?: Id): Promise<Row | undefined> {
  const { reads, reader, today, desk, say } = asked;
  const [detail, found] = await Promise.all([
    reads.followUp(reader, followUp, today),
    draft === undefined ? undefined : desk.work().show(draft),
  ]);
  if (detail === undefined) return undefined;
  const own = found?.act === act && found.followUp === followUp ? found : undefined;
  const values = own ? valuesOf(act, own.input, say.language) : new URLSearchParams();
  if (act === "update" && !values.has("reportingYear"))
    values.set("reportingYear", String(yearOfUpdate(detail, today)));
  const isGone = draft !== undefined && draft !== "" && found === undefined;
  return { detail, draft: own, ...(isGone && { gone: draft }), values };
}

/** Whether something was written in a row: the year of an update stands there from the beginning. */
export function isFilled(act: SeveralAct, { values }: Row): boolean {
  return rowFields[act].some((name) => name !== "reportingYear" && (values.get(name) ?? "").trim() !== "");
}

/** What an addressee reported last, with its day: "nothing new since then" says the same once more. */
export function lastReport({ today }: Pick<DeskAsked, "today">, { case: { entries } }: FollowUpDetail) {
  const reports = entries.filter(
    (entry): entry is Extract<Entry, { type: "progressUpdate" }> =>
      entry.type === "progressUpdate" && entry.level !== undefined && (entry.givenOn ?? "") <= today,
  );
  return reports.reduce<(typeof reports)[number] | undefined>(
    (last, each) => (last === undefined || each.asOf >= last.asOf ? each : last),
    undefined,
  );
}

function withNothingNew(asked: DeskAsked, detail: FollowUpDetail, values: Values): Values {
  const { say } = asked;
  const last = lastReport(asked, detail);
  if (values.get("nothingNew") !== "yes" || last?.level === undefined) return values;
  const same = new URLSearchParams(values);
  same.set("level", last.level);
  if ((same.get("narrative") ?? "").trim() === "")
    same.set("narrative", say.message("several.nothingNew.text", { day: say.day(last.asOf, last.asOfPrecision) }));
  return same;
}

/** The faults of one row, each at its field and with what the row is about. */
export function faultsOfRow({ detail }: Row, place: number, faults: readonly Fault[]): Fault[] {
  return faults.map(({ name, text, lang }) => ({
    name: `${prefixOf(place)}${name ?? "followUp"}`,
    text: `${detail.recommendation.reference}: ${text}`,
    ...(lang && { lang }),
  }));
}
