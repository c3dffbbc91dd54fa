import type { Issue, LocalizedText } from "@heed/core";
import { contentDigest } from "../audit/content-digest.ts";
import { among } from "../bulk/among.ts";
import type { Fold } from "./fold-rows.ts";

type Row = {
  line: number;
  joinKey: string;
  reference: string | null;
  referenceKey: string | null;
  ownBody: string | null;
  reportDigest: string;
  body: string;
};
type Body = {
  title?: LocalizedText;
  text?: LocalizedText;
  textAbsent?: string;
  themes?: string[];
  source?: { said?: Record<string, string> };
};

const keysPerPage = 500;
/** Apart from every place that a row's own addressees and entries have. */
const placesPerRow = 1000;

/**
 * Makes one recommendation of the rows that the mapping joins: their texts come together by language, their themes and their
 * addressees side by side. Answers the rows that cannot be joined, because they say something else of the same.
 */
export async function joinRows(fold: Fold): Promise<Issue[]> {
  const { sql, runId } = fold;
  const issues: Issue[] = [];
  for (let after = ""; ; ) {
    const keys = await sql.all<{ key: string }>(
      `SELECT join_key AS key FROM staged_row WHERE run_id = ? AND join_key > ?
       GROUP BY join_key HAVING count(*) > 1 ORDER BY join_key LIMIT ${keysPerPage}`,
      [runId, after],
    );
    const last = keys.at(-1);
    if (last === undefined) return issues;
    const rows = await sql.all<Row>(
      `SELECT line, join_key AS "joinKey", reference, reference_key AS "referenceKey", own_body_key AS "ownBody",
         report_digest AS "reportDigest", body
       FROM staged_row WHERE run_id = ? AND ${among(sql, "join_key")} ORDER BY join_key, line`,
      [runId, JSON.stringify(keys.map(({ key }) => key))],
    );
    const groups = new Map<string, Row[]>();
    for (const row of rows) groups.set(row.joinKey, [...(groups.get(row.joinKey) ?? []), row]);
    for (const group of groups.values()) issues.push(...(await joinGroup(fold, group)));
    after = last.key;
  }
}

async function joinGroup({ sql, runId, file }: Fold, [first, ...others]: readonly Row[]): Promise<Issue[]> {
  if (first === undefined) return [];
  const issues: Issue[] = [];
  let whole: Body = JSON.parse(first.body);
  for (const [index, row] of others.entries()) {
    const against = contradiction(first, whole, row);
    if (against === undefined) {
      whole = joined(whole, JSON.parse(row.body));
      const offset = (index + 1) * placesPerRow;
      await sql.run("UPDATE staged_follow_up SET line = ?, position = position + ? WHERE run_id = ? AND line = ?", [
        first.line,
        offset,
        runId,
        row.line,
      ]);
      await sql.run(
        "UPDATE staged_entry SET line = ?, follow_up_position = follow_up_position + ? WHERE run_id = ? AND line = ?",
        [first.line, offset, runId, row.line],
      );
    } else {
      const detail = `is joined with row ${first.line} by ${first.joinKey}, and ${against}`;
      issues.push({ file, row: row.line, name: "joinBy", ...(row.reference && { value: row.reference }), detail });
      await sql.run("DELETE FROM staged_follow_up WHERE run_id = ? AND line = ?", [runId, row.line]);
      await sql.run("DELETE FROM staged_entry WHERE run_id = ? AND line = ?", [runId, row.line]);
    }
    await sql.run("DELETE FROM staged_row WHERE run_id = ? AND line = ?", [runId, row.line]);
  }
  const { source: _, ...content } = whole;
  await sql.run("UPDATE staged_row SET body = ?, content_digest = ? WHERE run_id = ? AND line = ?", [
    JSON.stringify(whole),
    contentDigest({ reference: first.reference, issuingBody: first.ownBody, ...content }),
    runId,
    first.line,
  ]);
  return issues;
}

/** What a row says otherwise than those before it; undefined when they agree. */
function contradiction(first: Row, whole: Body, row: Row): string | undefined {
  if (row.referenceKey !== first.referenceKey) return "has another reference";
  if (row.ownBody !== first.ownBody) return "names another issuing body";
  if (row.reportDigest !== first.reportDigest) return "says something else of the report";
  const { title, text, textAbsent: _, themes: __, source: ___, ...rest }: Body = JSON.parse(row.body);
  const { title: ownTitle, text: ownText, textAbsent: _4, themes: _5, source: _6, ...ownRest } = whole;
  if (contentDigest(rest) !== contentDigest(ownRest)) return "has another due date";
  return contradictedLanguage("title", ownTitle, title) ?? contradictedLanguage("text", ownText, text);
}

function contradictedLanguage(what: string, one: LocalizedText = {}, other: LocalizedText = {}): string | undefined {
  const language = Object.keys(other).find((each) => one[each] !== undefined && one[each] !== other[each]);
  return language === undefined ? undefined : `has another ${what} in the language ${language}`;
}

function joined(whole: Body, other: Body): Body {
  const { textAbsent, ...rest } = whole;
  const title = { ...other.title, ...whole.title };
  const text = { ...other.text, ...whole.text };
  const hasText = Object.keys(text).length > 0;
  const said = bothSaid(whole.source?.said, other.source?.said);
  return {
    ...rest,
    ...(Object.keys(title).length > 0 ? { title } : {}),
    ...(hasText ? { text } : textAbsent === undefined ? {} : { textAbsent }),
    themes: [...new Set([...(whole.themes ?? []), ...(other.themes ?? [])])],
    source: { ...whole.source, ...(said && { said }) },
  };
}

/** Word for word: where two rows say different things, both stand, each on a line. */
function bothSaid(one: Record<string, string> = {}, other: Record<string, string> = {}) {
  const said = { ...other, ...one };
  for (const [column, text] of Object.entries(other)) {
    const own = one[column];
    if (own !== undefined && own !== text) said[column] = `${own}\n${text}`;
  }
  return Object.keys(said).length > 0 ? said : undefined;
}
