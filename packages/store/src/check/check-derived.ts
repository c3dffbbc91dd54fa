import type { Day, Id, Organization, Recommendation } from "@heed/core";
import { nameKey, searchableName } from "@heed/core/organization/organization";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { publishedFrom } from "@heed/core/report/publication-day";
import { isDamage, messageOf } from "../audit/read-each.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { type FormerReference, formerReferencesIn, type Referenced } from "../recommendations/former-references.ts";
import { inList } from "../statements/in-list.ts";
import { jsonField } from "../statements/json-field.ts";
import { pagesOf } from "../statements/pages-of.ts";
import { organizationNameRows } from "../tables/organization-rows.ts";
import { placesOfReport, startOfYear } from "../tables/place.ts";
import { publishedOn } from "../tables/published-on.ts";
import { searchedWords } from "../tables/recommendation-rows.ts";
import { collectedItems } from "./check-collected-items.ts";
import { owedThemes } from "./check-owed-themes.ts";
import { changes, derivation, orphans } from "./check-references.ts";
import type { SchemaFault } from "./check-schema.ts";
import { users } from "./check-users.ts";

const maxFaults = 100;

/**
 * Compares derived data that make searching fast with the register: themes, also of collected items, search words, the keys of references and
 * names, also of users, the organizations of changes, and the number of recommendations of each report; and finds rows that belong to
 * nothing. Stops after a hundred faults.
 */
export async function checkDerived(database: Database): Promise<SchemaFault[]> {
  const faults: SchemaFault[] = [];
  for (const [name, check] of Object.entries(checks))
    try {
      for await (const fault of check(database)) {
        faults.push(fault);
        if (faults.length >= maxFaults) return faults;
      }
    } catch (error) {
      // The audit verification will name the damaged row.
      if (!isDamage(error)) throw error;
      faults.push({ name, detail: `it cannot be read: ${messageOf(error)}` });
    }
  return faults;
}

const checks = {
  recommendations,
  reports,
  collectedItems,
  organizations,
  users,
  changes,
  places,
  owedThemes,
  orphans,
  derivation,
};

type Recommended = {
  id: Id;
  reference: string;
  key: string;
  words: string;
  body: string;
  issuedBy: Id;
  issuer: Id;
};

async function* recommendations(sql: Sql): AsyncIterable<SchemaFault> {
  const issuer = `COALESCE(own_issuing_body_id, (SELECT p.issuing_body_id FROM report p WHERE p.id = recommendation.report_id))`;
  const columns = `id, reference, reference_key AS key, words, body, issuing_body_id AS "issuedBy", ${issuer} AS issuer`;
  for await (const page of pagesOf<Recommended>(sql, "recommendation", columns)) {
    const themes = new Map<Id, string[]>(page.map(({ id }) => [id, []]));
    for (const { id, theme } of await sql.all<{ id: Id; theme: string }>(
      `SELECT recommendation_id AS id, theme FROM recommendation_theme WHERE ${inList(sql, "recommendation_id")}`,
      [JSON.stringify([...themes.keys()])],
    ))
      themes.get(id)?.push(theme);
    const former = await formerReferences(sql, "recommendation", [...themes.keys()]);
    for (const { id, reference, key, words, body, issuedBy, issuer } of page) {
      const told: Pick<Recommendation, "title" | "text"> & { themes?: string[] } = JSON.parse(body);
      if (!sameSet(themes.get(id) ?? [], told.themes ?? []))
        yield { name: `recommendation ${id}`, detail: "the themes by which it is found are wrong" };
      if (!sameSet(wordsIn(words), wordsIn(searchedWords(reference, told, former.own(id)))))
        yield { name: `recommendation ${id}`, detail: "its search words are wrong" };
      if (issuedBy !== issuer)
        yield { name: `recommendation ${id}`, detail: "its issuing body is neither its own nor its report's" };
      if (former.differ(id)) yield { name: `recommendation ${id}`, detail: otherFormer };
      if (isOtherKey(reference, key))
        yield { name: `recommendation ${id}`, detail: "the key of its reference is wrong" };
    }
  }
}

/** The key of a blank reference comes from its row and not from its text. */
function isOtherKey(reference: string, key: string): boolean {
  return !reference.startsWith("~") && referenceKey(reference) !== key;
}

type Reported = StoredPublication & {
  id: Id;
  reference: string;
  key: string;
  kept: number;
  counted: number;
  from: Day | null;
};
type StoredPublication = { publishedOn: Day | null; publishedOnPrecision: string | null };

async function* reports(sql: Sql): AsyncIterable<SchemaFault> {
  const counted = "(SELECT count(*) FROM recommendation r WHERE r.report_id = report.id) AS counted";
  const precision = jsonField(sql.dialect, "body", "publishedOnPrecision");
  const columns = `id, reference, reference_key AS key, recommendation_count AS kept, ${counted},
    published_on AS "publishedOn", ${precision} AS "publishedOnPrecision", published_from AS "from"`;
  for await (const page of pagesOf<Reported>(sql, "report", columns)) {
    const former = await formerReferences(
      sql,
      "report",
      page.map(({ id }) => id),
    );
    for (const { id, reference, key, kept, counted, from, ...published } of page) {
      if (former.differ(id)) yield { name: `report ${id}`, detail: otherFormer };
      if (kept !== counted)
        yield { name: `report ${id}`, detail: `it counts ${kept} recommendations, and has ${counted}` };
      if (isOtherKey(reference, key)) yield { name: `report ${id}`, detail: "the key of its reference is wrong" };
      if (from !== (publishedFrom(publishedOn(published)) ?? null))
        yield { name: `report ${id}`, detail: "the first day from which it is listed is wrong" };
    }
  }
}

const otherFormer = "the former references by which it is found are not those of its former versions";

/** The former references of a page of things by their versions, and whether those that are kept are others. */
async function formerReferences(sql: Sql, kind: Referenced, ids: readonly Id[]) {
  const told = await formerReferencesIn(sql, kind, ids);
  const kept = await sql.all<FormerReference>(
    `SELECT thing_id AS thing, reference_key AS key, reference FROM former_reference WHERE kind = ? AND ${inList(sql, "thing_id")}`,
    [kind, JSON.stringify(ids)],
  );
  const keysOf = (of: readonly FormerReference[], id: Id) =>
    of.filter(({ thing }) => thing === id).map(({ key, reference }) => `${key}\n${reference}`);
  return {
    own: (id: Id) => told.filter(({ thing }) => thing === id).map(({ reference }) => reference),
    differ: (id: Id) => !sameSet(keysOf(told, id), keysOf(kept, id)),
  };
}

type Named = { id: Id; name: string; others: string };
type Found = { id: Id; key: string; folded: string; name: string };

/** Of two spellings with the same key, either may be kept. */
function areNamesOf(organization: Organization, found: readonly Found[]): boolean {
  const names = new Set([...Object.values(organization.name), ...organization.otherNames.map(({ name }) => name)]);
  const keys = organizationNameRows(organization).map((each) => each.nameKey);
  const isRight = ({ key, folded, name }: Found) =>
    names.has(name) && nameKey(name) === key && searchableName(name) === folded;
  return sameSet(foundKeys(found), keys) && found.every(isRight);
}

function foundKeys(found: readonly Found[]): string[] {
  return found.map(({ key }) => key);
}

async function* organizations(sql: Sql): AsyncIterable<SchemaFault> {
  for await (const page of pagesOf<Named>(sql, "organization", "id, name, other_names AS others")) {
    const kept = new Map<Id, Found[]>(page.map(({ id }) => [id, []]));
    for (const found of await sql.all<Found>(
      `SELECT organization_id AS id, name_key AS key, folded_key AS folded, name FROM organization_name
       WHERE ${inList(sql, "organization_id")}`,
      [JSON.stringify([...kept.keys()])],
    ))
      kept.get(found.id)?.push(found);
    for (const { id, name, others } of page) {
      const organization = { id, name: JSON.parse(name), otherNames: JSON.parse(others) } as Organization;
      if (!areNamesOf(organization, kept.get(id) ?? []))
        yield { name: `organization ${id}`, detail: "the names by which it is found are wrong" };
    }
  }
}

type Placed = { id: Id; words: string; place: number | null; expected: number; sameWords: boolean };

/** The place of each recommendation in the order of lists, and the words by which a search finds it there. */
async function* places(database: Sql): AsyncIterable<SchemaFault> {
  const isSqlite = database.dialect === "sqlite";
  const kept = (column: string) =>
    `(SELECT ${column} FROM recommendation_place l WHERE l.recommendation_id = recommendation.id)`;
  const expected = `(SELECT ${startOfYear("p.reporting_year")} + n.number * CAST(${placesOfReport} AS BIGINT) + recommendation.position
    FROM report p JOIN report_number n ON n.report_id = p.id WHERE p.id = recommendation.report_id)`;
  const sameWords = isSqlite ? "1" : `(${kept("l.words")} = heed_words(recommendation.words))`;
  const columns = `id, words, ${kept("l.place")} AS place, ${expected} AS expected, ${sameWords} AS "sameWords"`;
  for await (const page of pagesOf<Placed>(database, "recommendation", columns)) {
    const themes = await wronglyPlacedThemes(
      database,
      page.map(({ id }) => id),
    );
    for (const { id, words, place, expected, sameWords } of page) {
      const name = `recommendation ${id}`;
      if (place === null) yield { name, detail: "it has no place in the order of lists, and no search finds it" };
      else if (place !== expected) yield { name, detail: "its place in the order of lists is wrong" };
      else if (!(isSqlite ? await matches(database, place, words) : sameWords))
        yield { name, detail: "a search for its words does not find it" };
      if (themes.has(id)) yield { name, detail: "a list of its theme does not find it in its place" };
    }
  }
  const [surplus] = await database.all(
    `SELECT 1 AS one FROM recommendation_place l
     WHERE NOT EXISTS (SELECT 1 FROM recommendation r WHERE r.id = l.recommendation_id)
     UNION ALL SELECT 1 FROM theme_place t WHERE NOT EXISTS (SELECT 1 FROM recommendation_place l
       JOIN recommendation_theme h ON h.recommendation_id = l.recommendation_id AND h.theme = t.theme WHERE l.place = t.place)
     LIMIT 1`,
  );
  if (surplus)
    yield { name: "the order of lists", detail: "a place belongs to no recommendation, or to none of its theme" };
}

async function wronglyPlacedThemes(sql: Sql, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT h.recommendation_id AS id FROM recommendation_theme h
       JOIN recommendation_place l ON l.recommendation_id = h.recommendation_id
     WHERE ${inList(sql, "h.recommendation_id")}
       AND NOT EXISTS (SELECT 1 FROM theme_place t WHERE t.theme = h.theme AND t.place = l.place)`,
    [JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}

async function matches(sql: Sql, place: number, words: string): Promise<boolean> {
  if (words.trim() === "") return true;
  const query = [...new Set(wordsIn(words))].map((word) => `"${word.replaceAll('"', '""')}"`).join(" ");
  const rows = await sql.all("SELECT 1 FROM recommendation_words WHERE recommendation_words MATCH ? AND rowid = ?", [
    query,
    place,
  ]);
  return rows.length > 0;
}

function wordsIn(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(other);
  return new Set(one).size === set.size && one.every((each) => set.has(each));
}
