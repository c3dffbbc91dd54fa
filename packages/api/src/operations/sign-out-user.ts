import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";

const SignedOut = z
  .strictObject({ sessions: z.int().min(0).describe("How many sessions ended.") })
  .meta({ id: "SignedOut", description: "A user was signed out everywhere." });

export const signOutUser = operation({
  id: "signOutUser",
  method: "post",
  path: "/users/{id}/signOuts",
  tag: "access",
  summary: "Every session of a user on the pages ends, and links that were not used are void; tokens stay",
  secured: true,
  creates: true,
  params: idParameter,
  output: SignedOut,
  async handle({ access }, { id }) {
    if ((await access.user(id)) === undefined) throw notFound("user", id);
    return { body: { sessions: await access.endSessions(id) } };
  },
});
