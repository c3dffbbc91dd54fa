import { wordsOf } from "@heed/core/recommendation/words";
import type { BareSql } from "../baseline/bare-sql.ts";

const languages = ["fr", "nl", "en"];
/** The words of about this number of recommendations are counted, spread over the record. */
const counted = 20_000;

/** The share of texts that each kind of word stands in. */
const shares = { rare: 0, middle: 0.005, common: 0.1, everywhere: 1 } as const;

export type ChosenWord = { kind: string; about: string; word: string };

const known = new WeakMap<BareSql, readonly ChosenWord[]>();

/** Of each language a rare, a middle and a common word, and the one that most texts have. */
export async function chooseWords(sql: BareSql): Promise<readonly ChosenWord[]> {
  const found = known.get(sql) ?? (await Promise.all(languages.map((each) => wordsIn(sql, each)))).flat();
  known.set(sql, found);
  return found;
}

async function wordsIn(sql: BareSql, language: string): Promise<ChosenWord[]> {
  const field = sql.dialect === "sqlite" ? `body ->> '$.text.${language}'` : `body::json #>> '{text,${language}}'`;
  const [all] = await sql.all("SELECT count(*) AS count FROM floor_recommendation");
  const each = Math.max(1, Math.floor(Number(all?.count) / counted));
  const rows = await sql.all(
    `SELECT ${field} AS text FROM floor_recommendation b JOIN recommendation r ON r.id = b.recommendation WHERE b.number % ${each} = 0`,
  );
  const texts = rows.filter(({ text }) => text !== null);
  const numbers = new Map<string, number>();
  for (const { text } of texts)
    for (const word of wordsOf(String(text)).filter((each) => /^\p{L}/u.test(each)))
      numbers.set(word, (numbers.get(word) ?? 0) + 1);
  // The same words on both databases, whatever the order of the rows.
  const words = [...numbers].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  return Object.entries(shares).flatMap(([kind, share]) => {
    const wanted = share * texts.length;
    const nearest = words.reduce<(typeof words)[number] | undefined>(
      (best, one) => (best === undefined || Math.abs(one[1] - wanted) < Math.abs(best[1] - wanted) ? one : best),
      undefined,
    );
    return nearest === undefined
      ? []
      : [{ kind: `${language} ${kind}`, about: `${language} ${kind} "${nearest[0]}"`, word: nearest[0] }];
  });
}
