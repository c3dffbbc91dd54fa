import { wordsOf } from "@heed/core/recommendation/words";
import type { Dialect, Sql } from "../../connection/sql.ts";
import type { Where } from "../../statements/where.ts";
import { countOf } from "./part.ts";

/** Up to this number of matches are looked up one by one; of more, a page is soon found in the order of lists. */
const few = 2000;

/** What is asked of the database for the words of a text: they have only letters and digits, so no operator is read. */
function wordQuery(dialect: Dialect, text: string): string | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  return dialect === "sqlite"
    ? words.map((word) => `"${word}"`).join(" AND ")
    : words.map((word) => `'${word}'`).join(" & ");
}

/** The tables and the condition that find the places of all recommendations with the words of a text. */
export function wordPlaces(
  { dialect }: Sql,
  text: string,
): { from: string; place: string; condition: string; values: readonly string[] } {
  const query = wordQuery(dialect, text);
  const [from, place, condition] =
    dialect === "sqlite"
      ? ["recommendation_words", "recommendation_words.rowid", "recommendation_words MATCH ?"]
      : ["recommendation_place w", "w.place", "w.words @@ ?::tsquery"];
  return query === undefined
    ? { from, place, condition: "1 = 0", values: [] }
    : { from, place, condition, values: [query] };
}

/** Whether few recommendations have the words. */
export async function hasFewWords(sql: Sql, text: string): Promise<boolean> {
  const { from, condition, values } = wordPlaces(sql, text);
  const found = `SELECT 1 AS one FROM ${from} WHERE ${condition} LIMIT ${few + 1}`;
  return (await countOf(sql, { text: found, values })) <= few;
}

/** Adds the condition that the recommendation at a place has the words. */
export function andWordsAt(sql: Sql, where: Where, at: string, text: string | undefined): Where {
  if (text === undefined) return where;
  const { from, place, condition, values } = wordPlaces(sql, text);
  return where.and(`${at} IN (SELECT ${place} FROM ${from} WHERE ${condition})`, ...values);
}
