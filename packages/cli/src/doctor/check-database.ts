import type { DomainError, ErrorCode } from "@heed/core";
import {
  checkDerived,
  checkFiles,
  checkPages,
  checkSchema,
  type Database,
  type FilesAt,
  filePlaceOf,
  type OperatingState,
  verifyAudit,
} from "@heed/store";
import { plural } from "../present/words.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";

const advices: Partial<Record<ErrorCode, string>> = {
  databaseMissing: "Correct its name, restore a backup (heed database restore), or make it (heed database upgrade).",
  databaseOlder: "Make a backup, and run: heed database upgrade",
  databaseNewer: "Install the version of Heed that wrote it.",
  databaseForeign: "Name another file or database: this one is of another program.",
  databaseDamaged: "Stop the service, and restore the newest backup: heed database restore",
  databaseUnreachable: "Start the server, and look at its address, its user and its password.",
  databaseBusy: "Another process writes: wait, or end it.",
  databaseFull: "Make room on its disk.",
  databaseReadOnly: "Give the user of Heed the right to write the file and its folder.",
};

/** Why the database cannot be used. */
export function unusable({ code, message }: DomainError): Finding {
  return fault("database", `${message}.`, advices[code] ?? "heed database check tells more.");
}

/** Whether the database is what this program makes; `whole` reads its pages and what was derived, too. */
export async function checkDatabase(database: Database, whole: boolean): Promise<Finding[]> {
  const faults = [
    ...(whole ? await checkPages(database) : []),
    ...(await checkSchema(database)),
    ...(whole ? await checkDerived(database) : []),
  ];
  if (faults.length === 0) return [fine("database", `${database.url} can be read and is as it should be.`)];
  const [first] = faults;
  const more = faults.length === 1 ? "" : ` (and ${faults.length - 1} more)`;
  const advice = "heed database check lists all; restore a backup where pages or triggers are damaged.";
  return [fault("database", `${first?.name}: ${first?.detail}${more}.`, advice)];
}

/** The clock of this machine beside the newest entry, and beside the clock of PostgreSQL's server. */
export async function checkClock(database: Database, { newestEntry }: OperatingState, now: Date): Promise<Finding[]> {
  const part = "clock";
  const correct = "Let the machine keep its time by NTP (timedatectl).";
  if (newestEntry !== undefined && Date.parse(newestEntry) > now.getTime() + 60_000)
    return [fault(part, `It is ${now.toISOString()} here, and the newest entry is of ${newestEntry}.`, correct)];
  if (database.dialect === "postgresql") {
    const [row] = await database.all<{ now: string }>("SELECT clock_timestamp()::text AS now");
    const apart = Math.abs(Date.parse(row?.now ?? "") - Date.now()) / 1000;
    if (apart > 5) return [fault(part, `It is ${Math.round(apart)} s apart from that of the server.`, correct)];
  }
  return [fine(part, `It is ${now.toISOString()}, after the newest entry.`)];
}

const day = 86_400_000;

/** Whether the audit is unbroken, and its last checkpoint younger than what was recorded two days ago. */
export async function checkAudit(database: Database, state: OperatingState, now: Date): Promise<Finding[]> {
  const { fault: broken, records } = await verifyAudit(database);
  if (broken !== undefined) {
    const advice =
      "heed audit verify names the place. Restore a backup whose checkpoint you noted, and find out who wrote.";
    return [fault("audit", `It is broken: ${broken.detail}.`, advice)];
  }
  const { newestEntry, lastCheckpoint } = state;
  const uncovered = newestEntry !== undefined && (lastCheckpoint === undefined || newestEntry > lastCheckpoint);
  if (uncovered && now.getTime() - Date.parse(newestEntry) > 2 * day)
    return [
      warning(
        "audit",
        `No checkpoint covers the entry of ${newestEntry}.`,
        "A running service makes one each night; or run: heed audit checkpoint",
      ),
    ];
  return [fine("audit", `${plural(records, "record")}: unbroken.`)];
}

export async function checkEvidence(database: Database, at: FilesAt | undefined): Promise<Finding[]> {
  const { files, faults } = await checkFiles(database, filePlaceOf(database, at));
  const [first] = faults;
  if (first === undefined) return [fine("evidence", `${plural(files, "file")}, with the bytes of their digest.`)];
  const more = faults.length === 1 ? "" : ` (and ${faults.length - 1} more)`;
  return [fault("evidence", `${first.name}: ${first.detail}${more}.`, "Restore the files from the newest backup.")];
}

/** Whether the days of reminders are decided, and what waits goes out. */
export function checkReminders(state: OperatingState, sendsMail: boolean, now: Date): Finding[] {
  const part = "reminders";
  if (!sendsMail)
    return [warning(part, "Nobody is reminded: no mail server is named.", "Set mailServer, mailFrom and publicUrl.")];
  const { remindersDecided, messages } = state;
  const twoDaysAgo = new Date(now.getTime() - 2 * day).toISOString();
  if (remindersDecided === undefined || remindersDecided < twoDaysAgo.slice(0, 10))
    return [
      fault(
        part,
        remindersDecided === undefined ? "No day was decided yet." : `The last day decided is ${remindersDecided}.`,
        "Is heed serve running, with the same configuration? Its log tells why a day was not decided.",
      ),
    ];
  const tomorrow = new Date(now.getTime() + day).toISOString().slice(0, 10);
  if (remindersDecided > tomorrow)
    return [
      fault(
        part,
        `Days are decided until ${remindersDecided}, which has not come: nobody is reminded until then.`,
        "The clock was wrong when heed serve ran. Restore the backup from before, or wait.",
      ),
    ];
  const givenUp = messages.filter((each) => each.state === "givenUp").reduce((sum, { count }) => sum + count, 0);
  const late = messages.filter(
    ({ kind, state: of, oldest }) => of === "waiting" && kind !== "escalation" && oldest < twoDaysAgo,
  );
  return [
    ...(givenUp > 0
      ? [warning(part, `${plural(givenUp, "mail")} given up.`, "heed reminder list --state givenUp tells why.")]
      : []),
    ...(late.length > 0
      ? [fault(part, `Mails wait since ${late[0]?.oldest}.`, "Is the mail server reached? See below, and the log.")]
      : []),
    fine(part, `Decided until ${remindersDecided}.`),
  ];
}
