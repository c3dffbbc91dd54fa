import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
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
    return { body: pageBody("/users", input, page, userItem) };
  },
});
