import { type AuditFault, type AuditVerdict, verifyAudit, writeAuditCheckpoint } from "@heed/store";
import type { Command } from "commander";
import { checkpointOption, type Format, formatOption } from "../options/options.ts";
import { plural, words } from "../present/words.ts";
import { exitCodes } from "../process/exit-codes.ts";
import type { Exit } from "../process/program.ts";
import { withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

export function addAudit(program: Command, exit: Exit): void {
  const audit = program.command("audit").description("Whether the record is as it was written");
  audit
    .command("verify")
    .description("Verify every chain of the audit, and that the record agrees with it; name the first fault")
    .addOption(checkpointOption("which must still be there"))
    .addOption(formatOption())
    .action(async ({ checkpoint, format }: { checkpoint?: string; format: Format }, command: Command) => {
      await withTracker(command, async ({ database }) => {
        const verdict = await verifyAudit(database, checkpoint);
        if (verdict.fault !== undefined) exit(exitCodes.differs);
        if (format === "json") return writeJson({ sound: verdict.fault === undefined, ...verdict });
        await write(verdictText(verdict));
      });
    });
  audit
    .command("checkpoint")
    .description("Write a checkpoint of all chains, so that records removed later are missed; note its hash elsewhere")
    .addOption(formatOption())
    .action(async ({ format }: { format: Format }, command: Command) => {
      await withTracker(
        command,
        async ({ database }) => {
          const made = await writeAuditCheckpoint(database, new Date().toISOString());
          if (format === "json") return writeJson(made);
          await write(`Checkpoint ${made.sequence} over ${plural(made.records, "record")}: ${made.hash}\n`);
        },
        "write",
      );
    });
}

function verdictText(verdict: AuditVerdict): string {
  const { followUps, things, records, checkpoints, lastCheckpoint, newestAct, clockWentBack, fault } = verdict;
  if (fault !== undefined) return `The audit is broken: ${faultText(fault)}.\n`;
  const seen = `${plural(records, "record")} on ${plural(followUps, "follow-up")} and ${plural(things, "thing")} of the register, ${plural(checkpoints, "checkpoint")}`;
  const lines = [
    `The audit is unbroken: ${seen}.`,
    newestAct && `The newest act is ${newestAct.action} at ${newestAct.at}, ${placeText(newestAct)}.`,
    lastCheckpoint &&
      `The last checkpoint is ${lastCheckpoint.sequence} of ${lastCheckpoint.at}: ${lastCheckpoint.hash}`,
    clockWentBack.first &&
      `The clock went back for ${plural(clockWentBack.records, "record")}, first at ${clockWentBack.first.at}, ${placeText(clockWentBack.first)}.`,
  ];
  return `${lines.filter(Boolean).join("\n")}\n`;
}

/** The place of a fault, where it has one, and what is wrong there, in one line. */
export function faultText({ detail, ...place }: AuditFault): string {
  return [placeText(place), detail].filter(Boolean).join(": ");
}

function placeText({ followUp, kind, thing, sequence, entry, checkpoint }: Omit<AuditFault, "detail">): string {
  const place = [
    followUp && `follow-up ${followUp}`,
    kind && `${words(kind)} ${thing}`,
    sequence && `record ${sequence}`,
    entry && `entry ${entry}`,
    checkpoint && `checkpoint ${checkpoint}`,
  ].filter(Boolean);
  return place.join(", ");
}
