import { tokenPrefix } from "@heed/core/tokens/token-id";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { Token, tokenItem } from "../schemas/access.ts";

export const revokeToken = operation({
  id: "revokeToken",
  method: "post",
  path: "/tokens/{id}/revocations",
  tag: "access",
  summary: "The token is no longer valid",
  secured: true,
  params: idParameter,
  output: Token,
  async handle({ access, ifMatch }, { id }) {
    await access.revokeToken(tokenPrefix(id), { expectedVersion: ifMatch });
    const token = await access.token(tokenPrefix(id));
    if (token === undefined) throw notFound("token", id);
    const body = tokenItem(token);
    return { body, location: body.href };
  },
});
