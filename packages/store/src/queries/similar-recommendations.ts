import type { Id, LocalizedText, Reader } from "@heed/core";
import { referencesIn } from "@heed/core/drafting/references-in-text";
import { similarity, weightOf } from "@heed/core/drafting/similarity";
import type { SimilarRecommendation } from "@heed/core/read-models/similar-recommendation";
import { wordsOf } from "@heed/core/recommendation/words";
import { visibleTo } from "../access/visibility.ts";
import type { Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import { wordPlaces } from "./recommendation-places/words.ts";
import { recommendationsNamed, refOf } from "./recommendations-named.ts";

/** Shorter words are articles and the like. */
const shortest = 4;
/** The most words of a text that are looked up. */
const mostWords = 60;
/** A word that more recommendations have tells too little of what one is about. */
const mostFound = 2_000;
/** The recommendations that are looked at, all words together. */
const mostLookedAt = 4_000;
/** Several reports may have the same number: of those that a text names no more are read. */
const mostCited = 20;
/** Of these the words are compared. */
const mostCompared = 50;

/**
 * The recommendations that a text names by their numbers, and those whose words are nearest to its own, among those that a reader may see; the
 * nearest first. What is
 * read is bounded, however many recommendations there are: the rarest words of the text lead to them.
 */
export async function readSimilarRecommendations(
  sql: Sql,
  reader: Reader,
  text: LocalizedText,
  asked: { except?: Id | undefined; limit: number },
): Promise<readonly SimilarRecommendation[]> {
  const cited = await citedIn(sql, reader, text, asked.except);
  const near = await nearIn(sql, reader, text, asked);
  return [...cited, ...near.filter(({ id }) => !cited.some((each) => each.id === id))].slice(0, asked.limit);
}

/** Those that the text names by their numbers: nothing is nearer. */
async function citedIn(
  sql: Sql,
  reader: Reader,
  text: LocalizedText,
  except: Id | undefined,
): Promise<readonly SimilarRecommendation[]> {
  const references = referencesIn(text);
  if (references.length === 0) return [];
  const where = visibleTo(reader, new Where(sql.dialect), "p").andInList("r.reference", references);
  if (except !== undefined) where.and("r.id <> ?", except);
  const rows = await sql.all<{ id: Id }>(
    `SELECT r.id FROM recommendation r JOIN report p ON p.id = r.report_id WHERE ${where.text} ORDER BY r.id LIMIT ${mostCited}`,
    where.values,
  );
  const named = await recommendationsNamed(
    sql,
    reader,
    rows.map(({ id }) => id),
  );
  return [...named.values()].map((one) => ({ ...refOf(one), similarity: 1 }));
}

async function nearIn(
  sql: Sql,
  reader: Reader,
  text: LocalizedText,
  { except, limit }: { except?: Id | undefined; limit: number },
): Promise<readonly SimilarRecommendation[]> {
  const words = wordsOf(Object.values(text).join(" ")).filter((word) => word.length >= shortest);
  const counted = await countWords(sql, words.slice(0, mostWords));
  const all = await countAll(sql);
  const weights = new Map([...counted].map(([word, found]) => [word, weightOf(found, all)]));
  const leading = leadingWords(counted);
  if (leading.length === 0) return [];
  const rows = await nearest(sql, reader, leading, weights, except);
  const weight = (word: string) => weights.get(word) ?? weightOf(mostFound, all);
  const found = rows
    .map(({ id, words: others }) => ({ id, similarity: similarity(words, told(others), weight) }))
    .sort((one, other) => other.similarity - one.similarity || (one.id < other.id ? -1 : 1))
    .slice(0, limit);
  const named = await recommendationsNamed(
    sql,
    reader,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, similarity: near }) => {
    const one = named.get(id);
    return one === undefined ? [] : [{ ...refOf(one), similarity: near }];
  });
}

function told(words: string): readonly string[] {
  return words.split(" ").filter((word) => word.length >= shortest);
}

/** How many recommendations have each word; of those that many have, one more than the most. */
async function countWords(sql: Sql, words: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>();
  if (words.length === 0) return counted;
  const parts = words.map((word) => {
    const { from, condition, values } = wordPlaces(sql, word);
    return {
      text: `SELECT count(*) AS found FROM (SELECT 1 FROM ${from} WHERE ${condition} LIMIT ${mostFound + 1}) AS part`,
      values,
    };
  });
  const rows = await sql.all<{ place: number; found: number }>(
    parts.map(({ text }, place) => `SELECT ${place} AS place, found FROM (${text}) AS counted`).join(" UNION ALL "),
    parts.flatMap(({ values }) => values),
  );
  for (const { place, found } of rows) counted.set(words[Number(place)] ?? "", Number(found));
  return counted;
}

async function countAll(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ last: number | null }>("SELECT max(place) AS last FROM recommendation_place");
  return Number(row?.last ?? 0);
}

/** The rarest words that some recommendation has, as long as they lead to few enough. */
function leadingWords(counted: ReadonlyMap<string, number>): readonly string[] {
  let lookedAt = 0;
  return [...counted]
    .filter(([, found]) => found > 0 && found <= mostFound)
    .sort(([, one], [, other]) => one - other)
    .flatMap(([word, found]) => {
      lookedAt += found;
      return lookedAt <= mostLookedAt ? [word] : [];
    });
}

/** Those with the most of the words, by their weights. */
async function nearest(
  sql: Sql,
  reader: Reader,
  words: readonly string[],
  weights: ReadonlyMap<string, number>,
  except: Id | undefined,
): Promise<{ id: Id; words: string }[]> {
  const parts = words.map((word) => {
    const { from, place, condition, values } = wordPlaces(sql, word);
    return {
      text: `SELECT ${place} AS place, ${weights.get(word) ?? 1} AS weight FROM ${from} WHERE ${condition}`,
      values,
    };
  });
  const where = visibleTo(reader, new Where(sql.dialect), "p");
  if (except !== undefined) where.and("r.id <> ?", except);
  return sql.all<{ id: Id; words: string }>(
    `SELECT r.id, r.words FROM (${parts.map(({ text }) => text).join(" UNION ALL ")}) AS found
       JOIN recommendation_place l ON l.place = found.place
       JOIN recommendation r ON r.id = l.recommendation_id JOIN report p ON p.id = r.report_id
      WHERE ${where.text} GROUP BY r.id, r.words ORDER BY sum(found.weight) DESC, r.id LIMIT ${mostCompared}`,
    [...parts.flatMap(({ values }) => values), ...where.values],
  );
}
