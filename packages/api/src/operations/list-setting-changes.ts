import { hrefOf } from "../contract/base-path.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { SettingChangeList } from "../schemas/register.ts";

export const listSettingChanges = operation({
  id: "listSettingChanges",
  path: "/settingChanges",
  tag: "settings",
  summary: "Every change of the settings, in the order in which they were recorded",
  output: SettingChangeList,
  sameForAll: true,
  async handle({ reads }, input) {
    const changes = await reads.settingChanges();
    const items = changes.map((change) => ({ ...change, href: hrefOf("settingChanges", change.id) }));
    return { body: { self: address("/settingChanges", input), items, total: items.length } };
  },
});
