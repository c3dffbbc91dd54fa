import { allItems } from "@heed/core/read-models/all-pages";
import { deskAddresses } from "../../desk-addresses.ts";
import { waitsFor } from "../../drafts/waits-for.ts";
import { type ReadWaiting, rowOf, type WaitingRow } from "./waiting.ts";

/** The second readings that wait for who is signed in: asked of that person, or of anybody else than who asked. */
export const readSecondReadings: ReadWaiting = async (asked, _, limit) => {
  const { desk, reads, reader, today, say, visitor } = asked;
  const items = await allItems((paging) => desk.work().list({ state: ["secondReading"] }, paging));
  const mine = items.filter((draft) => waitsFor(draft, visitor.person));
  const rows = await Promise.all(
    mine.slice(0, limit).map(async (draft): Promise<WaitingRow[]> => {
      const detail = await reads.followUp(reader, draft.followUp, today);
      if (detail === undefined) return [];
      const about = say.message("waiting.secondReadings.row", {
        name: (draft.handedBy ?? draft.madeBy).name,
        day: say.day(draft.changedAt.slice(0, 10)),
      });
      return [{ address: deskAddresses.draft(draft.id), ...rowOf(detail, detail.responsible), about }];
    }),
  );
  return { total: mine.length, rows: rows.flat() };
};
