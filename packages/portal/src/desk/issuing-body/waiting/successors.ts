import { allItems } from "@heed/core/read-models/all-pages";
import { deskAddresses } from "../../desk-addresses.ts";
import { ofReports } from "../../own-bodies.ts";
import { type ReadWaiting, rowOf } from "./waiting.ts";

/** The follow-ups for which an editor has to decide who answers, or who verifies. */
export const readSuccessors: ReadWaiting = async ({ reads, reader, say, today }, own, limit) => {
  const filter = { asOf: today, undecided: true, ...ofReports(own) };
  const items = await allItems((paging) => reads.recommendations(reader, filter, paging));
  const rows = items.flatMap(({ followUps, report, ...recommendation }) =>
    followUps.flatMap(({ id, openSuccessions = [] }) =>
      openSuccessions.map(({ organization, since, of }) => ({
        address: deskAddresses.followUp(id),
        ...rowOf({ recommendation, report }, organization),
        about: say.message("waiting.successors.row", { day: say.day(since), side: say.message(`side.${of}`) }),
      })),
    ),
  );
  return { total: rows.length, rows: rows.slice(0, limit) };
};
