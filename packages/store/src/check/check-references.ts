import type { Id, OrganizationChange } from "@heed/core";
import type { Database, Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { pagesOf } from "../statements/pages-of.ts";
import { organizationChangePartRows } from "../tables/organization-change-rows.ts";
import type { SchemaFault } from "./check-schema.ts";

/** Rows that belong to a row that does not exist. */
export async function* orphans(sql: Sql): AsyncIterable<SchemaFault> {
  for (const { table, column, of } of [...(await references(sql)), changed]) {
    const [orphan] = await sql.all<{ id: string }>(
      `SELECT ${column} AS id FROM "${table}" t WHERE ${column} IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "${of}" o WHERE o.id = t.${column}) LIMIT 1`,
    );
    if (orphan)
      yield { name: `table ${table}`, detail: `a row belongs to ${orphan.id}, and there is no such ${named(of)}` };
  }
  for (const kind of ["recommendation", "report"]) {
    const [orphan] = await sql.all<{ id: string }>(
      `SELECT thing_id AS id FROM former_reference t WHERE kind = '${kind}'
         AND NOT EXISTS (SELECT 1 FROM ${kind} o WHERE o.id = t.thing_id) LIMIT 1`,
    );
    if (orphan)
      yield { name: "table former_reference", detail: `a row belongs to ${orphan.id}, and there is no such ${kind}` };
  }
  const [strange] = await sql.all<{ kind: string }>(
    "SELECT kind FROM former_reference WHERE kind NOT IN ('recommendation', 'report') LIMIT 1",
  );
  if (strange)
    yield { name: "table former_reference", detail: `a row is of the kind ${strange.kind}, which there is not` };
}

function named(table: string): string {
  return table.replaceAll("_", " ");
}

type Reference = { table: string; column: string; of: string };

/** The database itself does not hold these rows to a follow-up, as they are written in bulk. */
const changed: Reference = { table: "follow_up_change", column: "follow_up_id", of: "follow_up" };

/** The columns that name the id of a row in another table. */
function references(sql: Sql): Promise<Reference[]> {
  return sql.all<Reference>(
    sql.dialect === "sqlite"
      ? `SELECT m.name AS "table", f."from" AS "column", f."table" AS "of"
         FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."to" = 'id' ORDER BY 1, 2`
      : `SELECT t.relname AS "table", a.attname AS "column", o.relname AS "of"
         FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
           JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
           JOIN pg_attribute i ON i.attrelid = c.confrelid AND i.attnum = c.confkey[1]
         WHERE c.contype = 'f' AND i.attname = 'id' AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, 2`,
  );
}

/** The originals and results of changes of organizations: by them, successors are found. */
export async function* changes(sql: Sql): AsyncIterable<SchemaFault> {
  for await (const page of pagesOf<{ id: Id; body: string }>(sql, "organization_change", "id, body")) {
    const kept = await sql.all<{ id: Id; part: string; organization: Id }>(
      `SELECT change_id AS id, part, organization_id AS organization FROM organization_change_part
       WHERE ${inList(sql, "change_id")}`,
      [JSON.stringify(page.map(({ id }) => id))],
    );
    for (const { id, body } of page) {
      const told = organizationChangePartRows({ ...(JSON.parse(body) as OrganizationChange), id });
      const here = kept.flatMap((each) => (each.id === id ? [`${each.part} ${each.organization}`] : []));
      const should = told.map(({ part, organizationId }) => `${part} ${organizationId}`);
      if (here.sort().join("\n") !== should.sort().join("\n"))
        yield {
          name: `change of organizations ${id}`,
          detail: "the organizations by which it is found are not those that it names",
        };
    }
  }
}

/** One row tells by which rules everything was derived. */
export async function* derivation(database: Database): AsyncIterable<SchemaFault> {
  const rows = await database.all("SELECT id FROM derivation WHERE id <> 1");
  if (rows.length > 0) yield { name: "table derivation", detail: "it has more than one row" };
}
