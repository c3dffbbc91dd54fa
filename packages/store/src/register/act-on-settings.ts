import { changeSettings, movesDates, type RegisterDone } from "@heed/core";
import { deriveAgain } from "../projection/derive-again.ts";
import { readSettings, settingRow } from "../settings/setting-rows.ts";
import { done, type RegisterActing } from "./register-acting.ts";

/** Derives every follow-up again when a date may move: such a change is rare, and other writes wait for it. */
export async function actChangeSettings(acting: RegisterActing): Promise<RegisterDone> {
  const { sql, prisma, context, input } = acting;
  const change = changeSettings(context, input);
  await prisma.setting.create({ data: settingRow(change) });
  if (movesDates(change)) await deriveAgain(sql, "all", await readSettings(sql));
  return done(acting, [{ kind: "setting", id: change.id, body: change }]);
}
