import { changeSettings, movesDates } from "@heed/core/register/change-settings";
import type { RegisterResult } from "@heed/core/register/register-result";
import { deriveAgain } from "../derived/derive-again.ts";
import { readSettings, settingRow } from "../settings/setting-rows.ts";
import { finishAct, type RunningAct } from "./running-act.ts";

/** Derives every follow-up again when a date may move: such a change is rare, and other writes wait for it. */
export async function actChangeSettings(running: RunningAct): Promise<RegisterResult> {
  const { sql, prisma, context, input } = running;
  const change = changeSettings(context, input);
  await prisma.setting.create({ data: settingRow(change) });
  if (movesDates(change)) await deriveAgain(sql, "all", await readSettings(sql));
  return finishAct(running, [{ kind: "setting", id: change.id, body: change }]);
}
