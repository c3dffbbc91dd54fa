import { Id } from "@heed/core";
import { z } from "zod";
import { noAccessToken } from "../http/problem.ts";
import { operation } from "../operation.ts";

const Me = z
  .strictObject({
    id: Id,
    name: z.string(),
    role: z.enum(["respondent", "editor", "assessor"]),
    organizations: z.array(Id),
  })
  .meta({ id: "Me", description: "Whose token it is." });

export const getMe = operation({
  id: "getMe",
  path: "/me",
  tag: "service",
  summary: "Whose token this is",
  output: Me,
  secured: true,
  async handle({ actor }) {
    if (actor === undefined) throw noAccessToken();
    return { body: actor };
  },
});
