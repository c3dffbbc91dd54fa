import type { Sql } from "../connection/sql.ts";

/** The digests of the files that entries name or that were brought. */
export async function namedFiles(sql: Sql): Promise<string[]> {
  return digestsOf(sql, named);
}

/** Those of them whose bytes do not lie in the database itself. */
export async function namedOutside(sql: Sql): Promise<string[]> {
  return digestsOf(sql, `SELECT digest FROM (${named}) n WHERE digest NOT IN (SELECT digest FROM kept_file)`);
}

const named = "SELECT digest FROM entry_file UNION SELECT digest FROM uploaded_file";

async function digestsOf(sql: Sql, text: string): Promise<string[]> {
  const rows = await sql.all<{ digest: string }>(`${text} ORDER BY digest`);
  return rows.map(({ digest }) => digest);
}
