import type { Id } from "@heed/core";
import { lookAlikeName, searchableName } from "@heed/core/organization/organization";
import type { Sql } from "../connection/sql.ts";
import { pagesOf } from "../statements/pages-of.ts";
import type { SchemaFault } from "./check-schema.ts";

type Named = { id: Id; name: string; key: string; lookAlike: string };

/** The keys by which no two users have one name: what is recorded under a name belongs to one person. */
export async function* users(sql: Sql): AsyncIterable<SchemaFault> {
  const columns = `id, name, name_key AS key, look_alike_key AS "lookAlike"`;
  for await (const page of pagesOf<Named>(sql, "user_account", columns))
    for (const { id, name, key, lookAlike } of page)
      if (key !== searchableName(name) || lookAlike !== lookAlikeName(name))
        yield { name: `user ${id}`, detail: "the keys by which the name is taken are wrong" };
}
