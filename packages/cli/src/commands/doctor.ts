import { DomainError } from "@heed/core";
import { openDatabase, readOperatingState } from "@heed/store";
import type { Command } from "commander";
import pc from "picocolors";
import { checkBackup } from "../doctor/check-backup.ts";
import { checkConfiguration } from "../doctor/check-configuration.ts";
import { checkIssuer, checkMail, checkService } from "../doctor/check-connections.ts";
import {
  checkAudit,
  checkClock,
  checkDatabase,
  checkEvidence,
  checkReminders,
  unusable,
} from "../doctor/check-database.ts";
import { checkDisk } from "../doctor/check-disk.ts";
import type { Finding } from "../doctor/finding.ts";
import { type Installation, installationOf } from "../doctor/installation.ts";
import { type Format, formatOption } from "../options/options.ts";
import { exitCodes } from "../process/exit-codes.ts";
import { harmless } from "../process/harmless.ts";
import type { Exit } from "../process/program.ts";
import { write, writeJson } from "../process/write.ts";

export function addDoctor(program: Command, exit: Exit): void {
  program
    .command("doctor")
    .description("Check the installation: what works, what does not, and what to do")
    .option("--quick", "leave out what reads the whole record: its audit, its pages and its files")
    .addOption(formatOption())
    .action(async ({ quick = false, format }: { quick?: boolean; format: Format }, command: Command) => {
      const installation = installationOf(program, command);
      const now = new Date();
      const findings = [
        ...(await checkConfiguration(program, installation)),
        ...(await checkDisk(installation)),
        ...(await ofDatabase(installation, { whole: !quick, now })),
        ...(await checkBackup(installation.backupFolder, now)),
        ...(await checkMail(installation)),
        ...(await checkIssuer(installation)),
        ...(await checkService(installation)),
      ];
      const count = (state: Finding["state"]) => findings.filter((each) => each.state === state).length;
      const counts = { faults: count("fault"), warnings: count("warning") };
      if (counts.faults > 0) exit(exitCodes.differs);
      if (format === "json") return writeJson({ ...counts, total: findings.length, items: findings });
      await write(findings.map(findingText).join(""));
    });
}

async function ofDatabase(
  { url, filesAt, mail }: Installation,
  { whole, now }: { whole: boolean; now: Date },
): Promise<Finding[]> {
  try {
    const database = await openDatabase(url, { mode: "read" });
    try {
      const state = await readOperatingState(database);
      return [
        ...(await checkDatabase(database, whole)),
        ...(await checkClock(database, state, now)),
        ...(whole ? await checkAudit(database, state, now) : []),
        ...(whole ? await checkEvidence(database, await filesAt()) : []),
        ...checkReminders(state, mail.mailServer !== undefined, now),
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof DomainError) return [unusable(error)];
    throw error;
  }
}

const marks = { fine: pc.green("fine"), warning: pc.yellow("warning"), fault: pc.red("fault") };

function findingText({ part, state, what, advice }: Finding): string {
  const then = advice === undefined ? "" : `    ${harmless(advice)}\n`;
  return `${marks[state]}  ${part}: ${harmless(what)}\n${then}`;
}
