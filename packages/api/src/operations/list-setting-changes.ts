import { basePath } from "../base-path.ts";
import { operation } from "../operation.ts";
import { SettingChangeList } from "../schemas/register.ts";

export const listSettingChanges = operation({
  id: "listSettingChanges",
  path: "/settingChanges",
  tag: "settings",
  summary: "Every change of the settings, in the order in which they were recorded",
  output: SettingChangeList,
  sameForAll: true,
  async handle({ reads }) {
    const items = await reads.settingChanges();
    return { body: { self: `${basePath}/settingChanges`, items, total: items.length } };
  },
});
