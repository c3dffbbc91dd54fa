import { Id } from "@heed/core";
import { ReaderRole } from "@heed/core/access/right";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { noAccessToken } from "../contract/problem.ts";

const Me = z
  .strictObject({
    id: Id,
    name: z.string(),
    rights: z
      .array(z.strictObject({ role: ReaderRole, organizations: z.array(Id).readonly() }))
      .readonly()
      .describe(
        "The roles of today, each with the organizations for which it is held; for an editor or assessor none means every issuing body.",
      ),
    organizations: z
      .array(Id)
      .readonly()
      .optional()
      .describe("The organizations that the token is for, where it names some of its user's."),
    acts: z.array(z.string()).readonly().optional().describe("The acts that the token is for, where it names some."),
  })
  .meta({ id: "Me", description: "Who asks, and with which rights." });

export const getMe = operation({
  id: "getMe",
  path: "/me",
  tag: "service",
  summary: "Who asks, and with which rights",
  output: Me,
  secured: true,
  async handle({ person }) {
    if (person === undefined) throw noAccessToken();
    return { body: person };
  },
});
