import { Id } from "@heed/core";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
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
  async handle({ access }, input) {
    const page = await access.tokens(withoutAbsent({ user: input.user }), pagingOf(input));
    return { body: pageBody("/tokens", input, page, tokenItem) };
  },
});
