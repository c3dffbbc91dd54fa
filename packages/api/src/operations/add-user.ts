import { NewUser } from "@heed/core/users/change-user";
import { operation } from "../contract/operation.ts";
import { User, userItem } from "../schemas/access.ts";

export const addUser = operation({
  id: "addUser",
  method: "post",
  path: "/users",
  tag: "access",
  summary: "A new user, with the roles that are held from a day on",
  secured: true,
  creates: true,
  input: NewUser,
  output: User,
  async handle({ access }, _, body) {
    const user = userItem(await access.addUser(body));
    return { body: user, location: user.href };
  },
});
