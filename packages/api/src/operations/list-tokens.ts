import { Id } from "@heed/core";
import { mostCompared, unknownValues } from "@heed/core/naming/unknown-values";
import { isAdmin } from "@heed/core/users/require-admin";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging, several } from "../contract/parameters.ts";
import { TokenList, tokenItem } from "../schemas/access.ts";

export const listTokens = operation({
  id: "listTokens",
  path: "/tokens",
  tag: "access",
  summary: "The tokens without their secrets, the oldest first: every one for an admin, the own ones for another user",
  secured: true,
  query: z.object({ user: several(Id, "The id of the user whose it is"), ...paging }),
  output: TokenList,
  async handle(context, input) {
    const page = await context.access.tokens(withoutAbsent({ user: input.user }), pagingOf(input));
    await requireUsers(context, input.user ?? []);
    return { body: pageBody("/tokens", input, page, tokenItem) };
  },
});

/** Errors: unknownValue for the id of nobody; for another user than an admin nobody else is there. */
async function requireUsers({ access, person }: Context, asked: readonly Id[]): Promise<void> {
  const own = person !== undefined && !isAdmin(person) ? person.id : undefined;
  const unknown: Id[] = [];
  for (const id of new Set(asked))
    if (own === undefined ? (await access.user(id)) === undefined : id !== own) unknown.push(id);
  if (unknown.length === 0) return;
  const { items } = own === undefined ? await access.users({}, { limit: mostCompared }) : { items: [{ id: own }] };
  throw unknownValues("user", unknown, { detail: "no user has this id", names: items.map(({ id }) => id) });
}
