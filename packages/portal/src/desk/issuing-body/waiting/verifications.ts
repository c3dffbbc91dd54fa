import { deskAddresses } from "../../desk-addresses.ts";
import { type ReadWaiting, rowOf } from "./waiting.ts";

/** What was claimed, or selected by a cycle, and waits for the issuing body: by its own deadlines, the overdue ones first. */
export const readVerifications: ReadWaiting = async ({ reads, reader, say, today }, { bodies }, limit) => {
  const { items, total = 0 } = await reads.obligations(
    reader,
    { asOf: today, kind: ["verification"], ...(bodies && { responsible: bodies }) },
    { limit, withTotal: true },
  );
  const rows = items.map(({ followUp, due, duePrecision, daysOverdue, ...item }) => ({
    address: deskAddresses.followUp(followUp),
    ...rowOf(item, item.addressee),
    about:
      due === undefined
        ? say.message("owed.none")
        : say.message("waiting.verifications.row", { day: say.day(due, duePrecision) }),
    daysOverdue,
  }));
  return { total, rows };
};
