import { Id } from "@heed/core";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { noAccessToken } from "../contract/problem.ts";

const Me = z
  .strictObject({
    id: Id,
    name: z.string(),
    role: z.enum(["respondent", "editor", "assessor"]),
    organizations: z.array(Id).readonly(),
  })
  .meta({ id: "Me", description: "The actor of the token." });

export const getMe = operation({
  id: "getMe",
  path: "/me",
  tag: "service",
  summary: "The actor of this token",
  output: Me,
  secured: true,
  async handle({ actor }) {
    if (actor === undefined) throw noAccessToken();
    return { body: actor };
  },
});
