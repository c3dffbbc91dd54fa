import { DomainError, type Id } from "@heed/core";
import { addSection } from "@heed/core/register/add-section";
import { correctSection } from "@heed/core/register/correct-section";
import type { RegisterContext } from "@heed/core/register/register-act";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { Sections } from "@heed/core/register/section-place";
import { withdrawSection } from "@heed/core/register/withdraw-section";
import type { ReportSection } from "@heed/core/report-section/report-section";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { reportSectionRow } from "../tables/report-section-rows.ts";
import { loadReport } from "./load-draft.ts";
import { finishAct, type RunningAct, raiseVersion } from "./running-act.ts";

export async function actAddSection(running: RunningAct, report: Id): Promise<RegisterResult> {
  const { prisma, context, act, input } = running;
  const sections = await loadSections(prisma, report);
  const section = addSection(context, await loadReport(prisma, report), sections, input);
  await prisma.reportSection.create({ data: reportSectionRow(section, act.at) });
  return finishAct(running, [{ kind: "reportSection", id: section.id, body: section }], { version: 1 });
}

export function actCorrectSection(running: RunningAct, id: Id): Promise<RegisterResult> {
  return actOnSection(running, id, correctSection);
}

export function actWithdrawSection(running: RunningAct, id: Id): Promise<RegisterResult> {
  return actOnSection(running, id, withdrawSection);
}

type Changing = (context: RegisterContext, section: ReportSection, sections: Sections, input: unknown) => ReportSection;

/** What it was stays in the register's record. */
async function actOnSection(running: RunningAct, id: Id, change: Changing): Promise<RegisterResult> {
  const { prisma, context, input } = running;
  const kept = await prisma.reportSection.findUnique({ where: { id }, select: { body: true } });
  if (kept === null) throw new DomainError("notFound", `there is no report section with the id ${id}`);
  const before = JSON.parse(kept.body) as ReportSection;
  const section = change(context, before, await loadSections(prisma, before.report), input);
  const version = await raiseVersion(running, "report_section", id);
  const { version: _, recordedAt: __, ...content } = reportSectionRow(section, "");
  await prisma.reportSection.update({ where: { id }, data: content });
  return finishAct(running, [{ kind: "reportSection", id, before, body: section }], { version });
}

/** Those of a report, withdrawn ones too. */
export async function loadSections(prisma: PrismaTransaction, report: Id): Promise<ReportSection[]> {
  const rows = await prisma.reportSection.findMany({ where: { reportId: report }, select: { body: true } });
  return rows.map(({ body }) => JSON.parse(body) as ReportSection);
}
