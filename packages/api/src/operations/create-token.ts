import { NewToken } from "@heed/core/tokens/new-token";
import { operation } from "../contract/operation.ts";
import { MadeTokenAnswer, madeToken } from "../schemas/access.ts";

export const createToken = operation({
  id: "createToken",
  method: "post",
  path: "/tokens",
  tag: "access",
  summary:
    "A token of a user, or of a program with a name and one role; who is no admin makes own ones alone. It is shown once and not stored",
  secured: true,
  creates: true,
  secret: true,
  input: NewToken,
  output: MadeTokenAnswer,
  async handle({ access }, _, body) {
    return madeToken(await access.createToken(body));
  },
});
