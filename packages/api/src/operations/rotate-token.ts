import { TokenRotation } from "@heed/core/tokens/new-token";
import { tokenPrefix } from "@heed/core/tokens/token-id";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { MadeTokenAnswer, madeToken } from "../schemas/access.ts";

export const rotateToken = operation({
  id: "rotateToken",
  method: "post",
  path: "/tokens/{id}/rotations",
  tag: "access",
  summary: "A new token in place of one, for the same person and the same acts; it is shown once",
  secured: true,
  secret: true,
  params: idParameter,
  input: TokenRotation,
  output: MadeTokenAnswer,
  async handle({ access, ifMatch }, { id }, body) {
    return madeToken(await access.rotateToken(tokenPrefix(id), { input: body, expectedVersion: ifMatch }));
  },
});
