import { type Actor, DomainError, dayOf, type Issue } from "@heed/core";
import { requireActors } from "@heed/core/acting/person";
import { type BroughtTable, type ItemsAsked, itemActs } from "@heed/core/collected-item/brought/item-acts";
import { isRefusal } from "@heed/core/domain-error";
import { addItemAct } from "@heed/core/register/add-item";
import type { Database } from "../connection/sql.ts";
import { type PerformingActs, performRegisterActs } from "../register/perform-register-act.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { trackerReads } from "../tracker/tracker-reads.ts";

/** What became of a table of what was collected. */
export type TakenItems = {
  dryRun: boolean;
  added: number;
  corrected: number;
  /** How many were there already, as the table has them. */
  unchanged: number;
  warnings: readonly Issue[];
};

/**
 * Takes in a table of what was collected, all or nothing. A dry run does the same and keeps nothing of it. Errors: those of itemActs();
 * rowsRejected with the row of what the record refuses; missingPermission.
 */
export async function takeItems(
  database: Database,
  table: BroughtTable,
  { dryRun = false, ...asked }: ItemsAsked & { dryRun?: boolean | undefined },
  performing: PerformingActs,
): Promise<TakenItems> {
  const { person, at, settings, newId } = performing;
  // There is at least one.
  const [actor] = requireActors(person, addItemAct.name, addItemAct.roles) as readonly [Actor];
  const today = dayOf(settings, at);
  const asking = { reads: trackerReads(database), reader: { rights: person.rights, today } };
  const { acts, unchanged, warnings } = await itemActs(asking, table, asked, { actor, at: inUtc(at), today, newId });
  const given = acts.map(({ refused: _, ...act }) => act);
  const told = (error: unknown, place: number) => {
    const isOfRow = isRefusal(error) && ofRow.some((code) => code === error.code);
    if (!isOfRow) return error;
    return new DomainError(
      "rowsRejected",
      `nothing was imported: ${table.file} has faults`,
      acts[place]?.refused(error),
    );
  };
  await performRegisterActs(database, given, performing, { dryRun, told });
  const added = acts.filter(({ act }) => act === "addItem").length;
  return { dryRun, added, corrected: acts.length - added, unchanged, warnings };
}

const ofRow = ["invalidInput", "unknownInput", "duplicateReference", "invalidStateTransition"] as const;
