import { mostCompared, unknownValues } from "@heed/core/naming/unknown-values";
import { searchableName } from "@heed/core/organization/organization";
import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging, several } from "../contract/parameters.ts";
import { UserList, userItem } from "../schemas/access.ts";

export const listUsers = operation({
  id: "listUsers",
  path: "/users",
  tag: "access",
  summary: "All users, by name, with every role that is or was held; for an admin",
  secured: true,
  query: z.object({ name: several(ShortText.min(1), "The name of the user"), ...paging }),
  output: UserList,
  async handle({ access }, input) {
    const page = await access.users(withoutAbsent({ name: input.name }), pagingOf(input));
    if (input.name !== undefined) await requireUsers(access, input.name);
    return { body: pageBody("/users", input, page, userItem) };
  },
});

/** Errors: unknownValue for a name that no user has. */
async function requireUsers(access: Context["access"], asked: readonly string[]): Promise<void> {
  const { items: found } = await access.users({ name: asked }, { limit: asked.length });
  const known = new Set(found.map(({ name }) => searchableName(name)));
  const unknown = asked.filter((each) => !known.has(searchableName(each)));
  if (unknown.length === 0) return;
  const { items } = await access.users({}, { limit: mostCompared });
  throw unknownValues("name", unknown, { detail: "no user has this name", names: items.map(({ name }) => name) });
}
