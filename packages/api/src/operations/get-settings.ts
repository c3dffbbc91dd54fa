import { settingsOn } from "@heed/core";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { operation } from "../contract/operation.ts";
import { asOf, knownAt } from "../contract/parameters.ts";
import { SettingsOnDay } from "../schemas/register.ts";

export const getSettings = operation({
  id: "getSettings",
  path: "/settings",
  tag: "settings",
  summary: "The settings that the rules leave to the installation, on one day",
  query: z.object({ asOf, knownAt }),
  output: SettingsOnDay,
  sameForAll: true,
  async handle(context, { asOf: day = context.today, knownAt: moment }) {
    const { knownAt: known } = await knownAtOf(context, moment);
    return { body: { asOf: day, settings: settingsOn(await context.reads.settings(known), day) } };
  },
});
