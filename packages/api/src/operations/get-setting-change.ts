import { SettingChange } from "@heed/core";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { Href } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";

const SettingChangeDetail = z.strictObject({ href: Href, setting: SettingChange }).meta({ id: "SettingChangeDetail" });

export const getSettingChange = operation({
  id: "getSettingChange",
  path: "/settingChanges/{id}",
  tag: "settings",
  summary: "One change of the settings",
  params: idParameter,
  output: SettingChangeDetail,
  sameForAll: true,
  async handle({ reads }, { id }) {
    const setting = (await reads.settingChanges()).find((each) => each.id === id);
    if (setting === undefined) throw notFound("setting change", id);
    return { body: { href: hrefOf("settingChanges", id), setting } };
  },
});
