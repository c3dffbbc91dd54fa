import { readDeadlineRequests } from "./deadline-requests.ts";
import { readDivergences } from "./divergences.ts";
import { readSecondReadings } from "./second-readings.ts";
import { readSuccessors } from "./successors.ts";
import { readUnanswered } from "./unanswered.ts";
import { readUnpublished } from "./unpublished.ts";
import { readVerifications } from "./verifications.ts";
import type { ReadWaiting } from "./waiting.ts";

/** What waits at the desk of an issuing body, in the order in which it is shown. */
export const waitingLists = {
  verifications: readVerifications,
  secondReadings: readSecondReadings,
  unanswered: readUnanswered,
  deadlineRequests: readDeadlineRequests,
  unpublished: readUnpublished,
  successors: readSuccessors,
  divergences: readDivergences,
} as const satisfies Record<string, ReadWaiting>;
export type WaitingList = keyof typeof waitingLists;

export const waitingNames = Object.keys(waitingLists) as readonly WaitingList[];

export function isWaitingList(name: string | undefined): name is WaitingList {
  return name !== undefined && Object.hasOwn(waitingLists, name);
}
