import { SettingChange } from "@heed/core";
import { z } from "zod";
import { hrefOf } from "../base-path.ts";
import { notFound } from "../http/problem.ts";
import { operation } from "../operation.ts";
import { Href } from "../schemas/common.ts";
import { idParameter } from "../schemas/parameters.ts";

const SettingChangeDetail = z.strictObject({ href: Href, setting: SettingChange }).meta({ id: "SettingChangeDetail" });

export const getSettingChange = operation({
  id: "getSettingChange",
  path: "/settingChanges/{id}",
  tag: "settings",
  summary: "One change of the settings",
  params: idParameter,
  output: SettingChangeDetail,
  single: true,
  sameForAll: true,
  async handle({ reads }, { id }) {
    const setting = (await reads.settingChanges()).find((each) => each.id === id);
    if (setting === undefined) throw notFound("setting change", id);
    return { body: { href: hrefOf("settingChanges", id), setting } };
  },
});
