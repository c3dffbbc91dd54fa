import type { Id, LocalizedText } from "@heed/core";
import { namedInText, type SearchableName, searchableForNames, shortestNamed } from "@heed/core/drafting/named-in-text";
import type { Sql } from "../connection/sql.ts";

/** The organizations that a text names, under a name or a former one. The database compares all names with the text, of which an installation has some thousands. */
export async function organizationsNamedInText(sql: Sql, text: LocalizedText): Promise<readonly Id[]> {
  const within = sql.dialect === "sqlite" ? "instr(?, folded_key)" : "strpos(?, folded_key)";
  const names = await sql.all<SearchableName>(
    `SELECT organization_id AS organization, folded_key AS name FROM organization_name
     WHERE length(folded_key) >= ? AND ${within} > 0`,
    [shortestNamed, searchableForNames(text)],
  );
  return namedInText(text, names);
}
