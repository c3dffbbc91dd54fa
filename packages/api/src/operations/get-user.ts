import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { User, userItem } from "../schemas/access.ts";

export const getUser = operation({
  id: "getUser",
  path: "/users/{id}",
  tag: "access",
  summary: "One user; its tag is for the next If-Match",
  secured: true,
  params: idParameter,
  output: User,
  async handle({ access }, { id }) {
    const user = await access.user(id);
    if (user === undefined) throw notFound("user", id);
    return { version: user.version, body: userItem(user) };
  },
});
