import { UserChanges } from "@heed/core/users/change-user";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { User, userItem } from "../schemas/access.ts";

export const changeUser = operation({
  id: "changeUser",
  method: "patch",
  path: "/users/{id}",
  tag: "access",
  summary: "Give a user a role or end one; an address, a language, an identity",
  secured: true,
  params: idParameter,
  input: UserChanges,
  output: User,
  async handle({ access, ifMatch }, { id }, body) {
    const user = await access.changeUser(id, { input: body, expectedVersion: ifMatch });
    return { body: userItem(user) };
  },
});
