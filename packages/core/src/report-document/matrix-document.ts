import type { Reader } from "../access/reader.ts";
import type { Column, Document, DocumentLanguage, Inline } from "../document/document.ts";
import { recordText, text } from "../document/inlines.ts";
import { DomainError } from "../domain-error.ts";
import { crosswalks } from "../exchange/crosswalk.ts";
import { liveEntries } from "../follow-up/entries/live-entries.ts";
import { textIn } from "../localized-text.ts";
import { wordsOf } from "../not-public-yet.ts";
import { allItems } from "../read-models/all-pages.ts";
import { asPublished } from "../read-models/as-published.ts";
import type { FollowUpDetail } from "../read-models/follow-up-detail.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Report } from "../report/report.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { labelOf } from "../wording/label-within.ts";

/** The tables in which other bodies follow up: by their columns, and by their words (the crosswalks). */
export const matrixStyles = ["upr", "greta"] as const;
export type MatrixStyle = (typeof matrixStyles)[number];

type Row = {
  reference: string;
  text: readonly Inline[];
  themes: readonly string[];
  addressees: readonly string[];
  positions: readonly string[];
  levels: readonly string[];
  measures: readonly string[];
};
type Cell = (row: Row) => readonly Inline[];

/** The heads are those of the other body, whose own language is English: a mapping finds the table by them. */
const columnsOf: Readonly<Record<MatrixStyle, readonly (Omit<Column, "label"> & { label: string; cell: Cell })[]>> = {
  upr: [
    { label: "Recommendation", weight: 5, rowHeader: true, cell: (row) => [text(`${row.reference} `), ...row.text] },
    { label: "Position", weight: 1.4, cell: (row) => lines([joined("upr", row.positions)]) },
    { label: "Full list of themes", weight: 2.6, cell: (row) => lines(row.themes) },
    {
      label: "Assessment/comments on level of implementation",
      weight: 3,
      cell: (row) => lines([...row.levels, ...row.measures]),
    },
  ],
  greta: [
    { label: "No.", weight: 1.2, rowHeader: true, cell: (row) => lines([row.reference]) },
    { label: "Recommendation", weight: 5, cell: (row) => row.text },
    { label: "Addressee", weight: 2, cell: (row) => lines(row.addressees) },
    { label: "Measures taken", weight: 4, cell: (row) => lines(row.measures) },
    { label: "Conclusion", weight: 2, cell: (row) => lines([...new Set(row.levels)]) },
  ],
};

/**
 * A report's recommendations in the table of another body, in the order of the report. A word that theirs has not is in ours. Errors:
 * notFound.
 */
export async function matrixDocument(
  reads: TrackerReads,
  reader: Reader,
  report: Id,
  { style, language, asOf }: { style: MatrixStyle; language: DocumentLanguage; asOf: Day },
): Promise<Document> {
  const detail = await reads.report(reader, report);
  if (detail === undefined) throw new DomainError("notFound", `there is no report with the id ${report}`);
  const { reference, issuingBody, authenticLanguages, title } = detail.report;
  const issuer = (await reads.organizationsById([issuingBody])).get(issuingBody);
  const rows = await rowsOf(reads, reader, detail.report, { style, language, asOf });
  const columns = columnsOf[style];
  const named = title === undefined ? reference : textIn(title, language, authenticLanguages);
  return {
    ...{ language, day: asOf, title: named, subtitle: crosswalks[style]?.title ?? style },
    issuer: issuer === undefined ? "" : textIn(issuer.name, language),
    sections: [
      {
        ...{ id: "matrix", title: reference, sections: [] },
        blocks: [
          {
            ...{ kind: "table", id: "matrix-table", caption: [text(named)] },
            columns: columns.map(({ cell: _, ...column }) => column),
            rows: byTheme(rows).flatMap(({ theme, rows: of }) => [
              ...(theme === "" ? [] : [columns.map((_, place) => (place === 0 ? [text(`Theme: ${theme}`)] : []))]),
              ...of.map((row) => columns.map(({ cell }) => cell(row))),
            ]),
          },
        ],
      },
    ],
  };
}

/** The rows in their order, under their first theme where it changes: a row of its own, as the other bodies write it. */
function byTheme(rows: readonly Row[]): { theme: string; rows: Row[] }[] {
  const groups: { theme: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const [theme = ""] = row.themes;
    const last = groups.at(-1);
    if (last?.theme === theme) last.rows.push(row);
    else groups.push({ theme, rows: [row] });
  }
  return groups;
}

type Asked = { style: MatrixStyle; language: DocumentLanguage; asOf: Day };

async function rowsOf(reads: TrackerReads, reader: Reader, report: Report, asked: Asked): Promise<Row[]> {
  const { style, language, asOf } = asked;
  const filter = { asOf, report: [report.id] };
  const settings = await reads.settings();
  const rows: Row[] = [];
  for (const { id, reference, themes } of await allItems((paging) => reads.recommendations(reader, filter, paging))) {
    const detail = await reads.recommendation(reader, id, asOf);
    const said = detail?.recommendation.text ?? detail?.recommendation.title;
    const followUps: FollowUpDetail[] = [];
    for (const { id: followUp } of detail?.followUps ?? []) {
      const found = await reads.followUp(reader, followUp, asOf);
      if (found !== undefined) followUps.push(asPublished(found));
    }
    const standings = followUps.flatMap(({ standing }) => standing ?? []);
    rows.push({
      ...{ reference, themes },
      text: said === undefined ? [] : [recordText(said, language, report.authenticLanguages)],
      addressees: followUps.map(({ addressee }) => textIn(addressee.name, language)),
      positions: standings.map(({ position }) => position),
      levels: standings.flatMap(({ assessed }) =>
        assessed === "notAssessed" ? [] : [word(style, "assessed", assessed, language)],
      ),
      measures: followUps.flatMap(({ case: { entries } }) =>
        liveEntries(entries, settings).flatMap(({ entry, from }) =>
          entry.type === "progressUpdate" && from <= asOf ? (wordsOf(entry, entry.narrative, language) ?? []) : [],
        ),
      ),
    });
  }
  return rows;
}

/** Of several positions the matrix has one word: that of a part, where they differ. */
function joined(style: MatrixStyle, positions: readonly string[]): string {
  const [first = "awaiting", ...others] = new Set(positions);
  return word(style, "position", others.length === 0 ? first : "acceptedInPart", "en");
}

function word(style: MatrixStyle, answers: "position" | "assessed", code: string, language: DocumentLanguage): string {
  const crosswalk = crosswalks[style];
  const rows: readonly { theirs: string; ours: string }[] = crosswalk?.answers === answers ? crosswalk.rows : [];
  const list = answers === "position" ? "position" : "assessedLevel";
  return rows.find(({ ours }) => ours === code)?.theirs ?? labelOf(list, code, language);
}

/** Each in a line of its own. */
function lines(all: readonly string[]): readonly Inline[] {
  return all.length === 0 ? [] : [text(all.join("\n"))];
}
