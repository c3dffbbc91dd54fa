import type { Id } from "@heed/core";
import type { RecordIntake } from "./record-intake.ts";

export function refuseRepeated(intake: RecordIntake, list: string, ids: readonly Id[]): void {
  const seen = new Set<Id>();
  for (const id of ids) {
    if (seen.has(id)) intake.refuse(`${list} ${id}`, id, "the id stands twice in the file");
    seen.add(id);
  }
}
