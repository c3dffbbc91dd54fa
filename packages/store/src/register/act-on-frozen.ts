import type { Id } from "@heed/core";
import { addReportErratum } from "@heed/core/register/add-report-erratum";
import { freezeReport } from "@heed/core/register/freeze-report";
import type { RegisterResult } from "@heed/core/register/register-result";
import { loadReport } from "./load-draft.ts";
import { finishAct, type RunningAct, raiseVersion } from "./running-act.ts";
import { updateReport } from "./update-content.ts";

/** The bytes are kept beside the report, which has their digests. */
export async function actFreezeReport(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { sql, prisma, context, input, written } = running;
  const version = await raiseVersion(running, "report", id);
  const before = await loadReport(prisma, id);
  const report = freezeReport(context, before, input, written);
  await updateReport(prisma, report);
  for (const { language, format, bytes } of written)
    await sql.run("INSERT INTO frozen_document (report_id, language, format, bytes) VALUES (?, ?, ?, ?)", [
      ...[id, language, format],
      bytes,
    ]);
  return finishAct(running, [{ kind: "report", id, before, body: report }], { version });
}

export async function actAddReportErratum(running: RunningAct, id: Id): Promise<RegisterResult> {
  const { prisma, context, input } = running;
  const version = await raiseVersion(running, "report", id);
  const before = await loadReport(prisma, id);
  const report = addReportErratum(context, before, input);
  await updateReport(prisma, report);
  return finishAct(running, [{ kind: "report", id, before, body: report }], { version });
}
