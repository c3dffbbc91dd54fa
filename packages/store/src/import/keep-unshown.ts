import type { LocalizedText, Recommendation } from "@heed/core";
import { pages } from "../statements/pages-of.ts";
import { searchedWords } from "../tables/recommendation-rows.ts";
import { digests } from "./compared-content.ts";
import type { ImportContext } from "./import-context.ts";

const rowsPerPage = 500;

type Row = { line: number; known: string; given: string; reference: string | null; ownBody: string | null };
type Content = Pick<Recommendation, "title" | "text" | "textAbsent" | "themes" | "implementationDue" | "source">;

/**
 * In an edition that is a part of what its source has, silence says nothing (R11): what a row does not show of a known
 * recommendation, such as its other language, stays.
 */
export async function keepUnshown({ sql, runId, plan, acceptCorrections }: ImportContext): Promise<void> {
  if (plan.editions !== "part") return;
  const query = `SELECT k.line, r.body AS known, s.body AS given, s.reference, own.name AS "ownBody"
     FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN recommendation r ON r.id = k.existing_id
       LEFT JOIN staged_name own ON own.run_id = k.run_id AND own.name_key = s.own_body_key
     WHERE k.run_id = ? AND k.outcome = ? AND k.line > ? ORDER BY k.line LIMIT ${rowsPerPage}`;
  const outcome = acceptCorrections ? "corrected" : "differs";
  for await (const page of pages<Row>((last) => sql.all(query, [runId, outcome, last?.line ?? 0])))
    await sql.runEach(
      `UPDATE staged_row SET body = ?, content_digest = ?, given_content_digest = ?, words = ? WHERE run_id = ? AND line = ?`,
      page.map(({ line, known, given, reference, ownBody }) => {
        const whole = together(JSON.parse(known), JSON.parse(given));
        const said = { ...(reference !== null && { reference }), ...(ownBody !== null && { issuingBody: ownBody }) };
        const [plain, asGiven] = digests({ ...said, ...whole, source: undefined });
        return [JSON.stringify(whole), plain, asGiven, searchedWords(reference ?? "", whole), runId, line];
      }),
    );
}

function together(known: Content, given: Content): Content {
  const { title: _, text: __, textAbsent, themes, ...rest } = given;
  const [title, text] = [inLanguages(known.title, given.title), inLanguages(known.text, given.text)];
  const implementationDue = given.implementationDue ?? known.implementationDue;
  return {
    ...(title && { title }),
    ...(text ? { text } : { textAbsent: textAbsent ?? known.textAbsent }),
    themes: themes.length > 0 ? themes : known.themes,
    ...rest,
    ...(implementationDue && { implementationDue }),
  };
}

function inLanguages(known: LocalizedText | undefined, given: LocalizedText | undefined): LocalizedText | undefined {
  return known === undefined ? given : { ...known, ...given };
}
