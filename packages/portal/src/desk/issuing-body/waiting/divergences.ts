import { deskAddresses } from "../../desk-addresses.ts";
import { ofReports } from "../../own-bodies.ts";
import { type ReadWaiting, rowOf } from "./waiting.ts";

/** Where the addressee says that all is done, and the issuing body found less. */
export const readDivergences: ReadWaiting = async ({ reads, reader, say, today }, own, limit) => {
  const { items, total = 0 } = await reads.followUps(
    reader,
    { asOf: today, divergent: true, ...ofReports(own) },
    { limit, withTotal: true },
  );
  const rows = items.map(({ followUp, reported = "notReported", assessed = "notAssessed", ...item }) => ({
    address: deskAddresses.followUp(followUp),
    ...rowOf(item, item.responsible),
    about: say.message("waiting.divergences.row", {
      reported: say.label("reportedLevel", reported),
      assessed: say.label("assessedLevel", assessed),
    }),
  }));
  return { total, rows };
};
