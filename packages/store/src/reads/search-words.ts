import { wordsIn, wordsOf } from "@heed/core";
import type { Dialect } from "../sql.ts";
import type { Where } from "./where.ts";

/**
 * Those recommendations `r` that have every word of a text in their reference, title or text, in any language. Whatever is
 * asked, no operator of either database is read in it.
 */
export function andWords(dialect: Dialect, where: Where, text: string): Where {
  // SQLite takes accents off both sides itself.
  const words = dialect === "sqlite" ? wordsIn(text.normalize("NFC")) : wordsOf(text);
  if (words.length === 0) return where.and("1 = 0");
  return dialect === "sqlite"
    ? where.and(
        `r.id IN (SELECT n.recommendation_id FROM recommendation_words JOIN recommendation_number n
           ON n.number = recommendation_words.rowid WHERE recommendation_words MATCH ?)`,
        words.map((word) => `"${quoted(word, '"')}"`).join(" AND "),
      )
    : where.and(
        "heed_words(r.reference, r.body) @@ ?::tsquery",
        words.map((word) => `'${quoted(word, "'")}'`).join(" & "),
      );
}

/** Doubles the mark that ends a quotation. No word has one today: they stand between words. */
function quoted(word: string, mark: string): string {
  return word.replaceAll(mark, mark + mark);
}
