import { writeFile } from "node:fs/promises";
import { type Database, openDatabase, type Sql } from "@heed/store";
import { expect, test } from "vitest";
import { schemaFor } from "../scripts/prisma-schema.mjs";
import { difference } from "../scripts/schema-difference.mjs";
import { statementsOf } from "../src/migrations.ts";
import { describeDatabase } from "./describe-database.ts";

type Part = { name: string; text: string };

const parts = {
  sqlite: `SELECT 'column ' || t.name || '.' || c.name AS name, c.type || ' ' || c."notnull" || ' ' || COALESCE(c.dflt_value, '') || ' ' || c.pk AS text
      FROM sqlite_master t, pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    UNION ALL SELECT 'key ' || t.name || '.' || k."from", k."table" || '.' || k."to" || ' ' || k.on_delete || ' ' || k.on_update
      FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table'
    UNION ALL SELECT type || ' ' || name, replace(sql, '"', '') FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL`,
  postgresql: `SELECT 'column ' || c.relname || '.' || a.attname AS name,
        format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || COALESCE(pg_get_expr(d.adbin, d.adrelid), '') AS text
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
    UNION ALL SELECT 'key ' || conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
    UNION ALL SELECT 'index ' || indexname, replace(indexdef, current_schema() || '.', '') FROM pg_indexes WHERE schemaname = current_schema()
    UNION ALL SELECT 'trigger ' || tgname, '' FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace`,
};

async function partsOf(sql: Sql): Promise<Map<string, string>> {
  const rows = await sql.all<Part>(parts[sql.dialect]);
  return new Map(rows.map(({ name, text }) => [name, text]));
}

/** What schema.prisma alone makes in an empty database. */
async function declaredParts(database: Database, url: string): Promise<Map<string, string>> {
  const statements = statementsOf(await difference(database.dialect, undefined, schemaFor(database.dialect)));
  if (database.dialect === "postgresql") return partsInOwnSchema(database, statements);
  const file = `${url}-declared`;
  await writeFile(file.slice("file:".length), "");
  const empty = await openDatabase(file, { mode: "asItIs" });
  for (const statement of statements) await empty.run(statement);
  const declared = await partsOf(empty);
  await empty.close();
  return declared;
}

async function partsInOwnSchema(database: Database, statements: readonly string[]): Promise<Map<string, string>> {
  return database.transaction(async (sql) => {
    await sql.run("CREATE SCHEMA declared");
    await sql.run("SET LOCAL search_path TO declared");
    for (const statement of statements) await sql.run(statement);
    return partsOf(sql);
  });
}

/** What Prisma does not know: a migration that it writes may drop these, above all where SQLite makes a table anew. */
const byHand = {
  tables: [
    ...["follow_up_change", "late_change", "late_count", "late_year", "listing", "progress_change", "progress_count"],
    ...["recommendation_place", "recommendation_version", "report_number", "shown_again"],
    ...["staged_candidate", "staged_entry", "staged_follow_up", "staged_key", "staged_name"],
    ...["staged_onto", "staged_report", "staged_row", "staged_run", "staged_thread"],
    ...["theme_owed", "theme_place"],
  ],
  indexes: [
    "entry_unpublished_idx",
    ...["owed_ended_idx", "owed_late_still_idx", "owed_late_still_original_idx"],
    ...["owed_now_addressee_idx", "owed_now_addressee_original_idx", "owed_now_kind_idx"],
    ...["owed_now_kind_original_idx", "owed_now_report_idx", "owed_now_report_original_idx"],
    ...["owed_now_responsible_idx", "owed_now_responsible_original_idx", "owed_selected_until_idx"],
    ...["owed_undetermined_idx", "responsibility_candidate_idx", "standing_acceptance_withdrawn_until_idx"],
    ...["standing_ended_idx", "standing_first_asked_until_idx", "standing_now_addressee_assessed_idx"],
    ...["standing_now_addressee_idx", "standing_now_addressee_lifecycle_idx", "standing_now_addressee_position_idx"],
    ...["standing_now_addressee_progress_idx", "standing_now_addressee_reported_idx", "standing_now_assessed_idx"],
    ...["standing_now_divergent_idx", "standing_now_lifecycle_idx", "standing_now_position_idx"],
    ...["standing_now_progress_idx", "standing_now_reported_idx", "standing_now_responsible_assessed_idx"],
    ...[
      "standing_now_responsible_idx",
      "standing_now_responsible_lifecycle_idx",
      "standing_now_responsible_position_idx",
    ],
    ...["standing_now_responsible_reported_idx", "standing_now_unverified_idx", "standing_stale_until_idx"],
  ],
  appendOnly: [
    ...["audit_checkpoint", "audit_record", "cycle_snapshot", "entry", "entry_side", "level_override"],
    ...["organization_change", "recommendation_link", "recommendation_version", "register_record", "report_version"],
  ],
};

const tableOf = (name: string) => /^column (\w+)\./.exec(name)?.[1];

describeDatabase("what the migrations make", (open) => {
  test("is what schema.prisma says, and what is written by hand beside it", async () => {
    const { database, url } = await open();
    const [made, declared] = [await partsOf(database), await declaredParts(database, url)];
    const sqlite = database.dialect === "sqlite";
    expect([...declared.keys()].filter((name) => name.startsWith("column ")).length).toBeGreaterThan(150);
    // The database computes it.
    declared.delete("column report.published_from");
    for (const [name, text] of declared) expect([name, made.get(name)]).toEqual([name, text]);

    const others = [...made.keys()].filter((name) => !declared.has(name) && name !== "column report.published_from");
    const tables = new Set(others.map(tableOf).filter((name) => name !== undefined));
    expect([...tables].filter((name) => !/^(_prisma_migrations|recommendation_words.*)$/.test(name)).sort()).toEqual(
      byHand.tables,
    );
    const named = (kind: string) =>
      others.filter((name) => name.startsWith(`${kind} `)).map((name) => name.slice(kind.length + 1));
    const onTables = new RegExp(`^(_prisma_migrations|recommendation_words|late_year|${byHand.tables.join("|")})_`);
    expect(
      named("index")
        .filter((name) => !onTables.test(name))
        .sort(),
    ).toEqual(byHand.indexes);
    const guards = byHand.appendOnly.flatMap((table) =>
      sqlite ? [`${table}_no_delete`, `${table}_no_update`] : [`${table}_append_only`],
    );
    const counting = ["recommendation_counted", "recommendation_recounted", "recommendation_uncounted"];
    const placing = [
      ...["recommendation_moved", "recommendation_placed", "recommendation_placed_again", "recommendation_unplaced"],
      ...["report_numbered", "report_placed_again", "theme_placed", "theme_replaced", "theme_unplaced"],
      ...["owed_themed", "owed_themed_again", "owed_unthemed"],
      ...["theme_owed_instead", "theme_owed_no_more", "theme_owed_too"],
      ...(sqlite ? ["recommendation_reworded", "report_unnumbered"] : []),
    ];
    expect(named("trigger").sort()).toEqual([...guards, ...counting, ...placing].sort());
  });
});
