import type { Id } from "@heed/core";
import type { ActorOptions } from "../acting/acting-as.ts";
import type { EvidenceFiles } from "../acting/evidence-files.ts";
import type { TrackerWrites } from "../acting/tracker-writes.ts";
import type { KeptAccess } from "../remote/remote-access.ts";
import type { KeptReminders } from "../remote/remote-reminders.ts";
import type { Tracker } from "./tracker.ts";

// What writes is loaded only when a command writes, so that one which reads starts as fast as it can.

/**
 * What a command writes with, over a database or over a service. Who writes is told by its options; a service knows it by the
 * token, and asks for none of it.
 */
export async function writesOf(
  tracker: Tracker,
  options: ActorOptions,
  organizations?: readonly Id[],
): Promise<TrackerWrites> {
  const { service, reads, settings, today, filesAt } = tracker;
  if (service !== undefined) return (await import("../remote/remote-writes.ts")).remoteWrites(service, reads, today);
  const { databaseWrites } = await import("../acting/database-writes.ts");
  return databaseWrites(tracker.database, settings, filesAt, options, organizations);
}

/** Users and tokens, for an admin. */
export async function accessOf(tracker: Tracker): Promise<KeptAccess> {
  const { service, settings } = tracker;
  if (service !== undefined) return (await import("../remote/remote-access.ts")).remoteAccess(service);
  return (await import("../acting/database-access.ts")).databaseAccess(tracker.database, settings);
}

/** Reminders, for who keeps them. */
export async function remindersOf(tracker: Tracker): Promise<KeptReminders> {
  const { service, settings } = tracker;
  if (service !== undefined) return (await import("../remote/remote-reminders.ts")).remoteReminders(service);
  return (await import("../acting/database-reminders.ts")).databaseReminders(tracker.database, settings);
}

/** The bytes of evidence. */
export async function filesOf(tracker: Tracker): Promise<EvidenceFiles> {
  const { service, filesAt } = tracker;
  if (service !== undefined) return (await import("../remote/remote-files.ts")).remoteFiles(service);
  return (await import("../acting/evidence-files.ts")).databaseFiles(tracker.database, await filesAt());
}
