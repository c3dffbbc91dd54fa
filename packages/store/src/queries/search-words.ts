import { wordsOf } from "@heed/core/recommendation/words";
import type { Dialect } from "../connection/sql.ts";
import type { Where } from "../statements/where.ts";

/**
 * Adds the condition that recommendations `r` have every word of a text in their reference, title or text, in any
 * language. Words have only letters and digits, so that neither database reads operators in them.
 */
export function andWords(dialect: Dialect, where: Where, text: string): Where {
  const words = wordsOf(text);
  if (words.length === 0) return where.and("1 = 0");
  return dialect === "sqlite"
    ? where.and(
        `r.id IN (SELECT n.recommendation_id FROM recommendation_words JOIN recommendation_number n
           ON n.number = recommendation_words.rowid WHERE recommendation_words MATCH ?)`,
        words.map((word) => `"${word}"`).join(" AND "),
      )
    : where.and("heed_words(r.words) @@ ?::tsquery", words.map((word) => `'${word}'`).join(" & "));
}
