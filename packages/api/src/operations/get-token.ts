import { tokenPrefix } from "@heed/core/tokens/token-id";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { Token, tokenItem } from "../schemas/access.ts";

export const getToken = operation({
  id: "getToken",
  path: "/tokens/{id}",
  tag: "access",
  summary: "One token without its secret; its tag is for the next If-Match",
  secured: true,
  params: idParameter,
  output: Token,
  async handle({ access }, { id }) {
    const token = await access.token(tokenPrefix(id));
    if (token === undefined) throw notFound("token", id);
    return { version: token.version, body: tokenItem(token) };
  },
});
