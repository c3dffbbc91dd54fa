import type { Day, Id, Instant, Settings } from "@heed/core";
import type { NewMessage } from "../outbox/outbox.ts";
import { inUtc } from "../tables/entry-rows.ts";

/** The day on which reminders are decided. */
export type DecidingOn = {
  today: Day;
  settings: Settings;
  at: Instant;
  /** When what is decided may go out. */
  availableAt: Instant;
  newId: () => Id;
};

/** What all messages of that day have. */
export function common({ newId, today, availableAt }: DecidingOn): Pick<NewMessage, "id" | "day" | "availableAt"> {
  return { id: newId(), day: today, availableAt: inUtc(availableAt) };
}
