import { deskAddresses } from "../../desk-addresses.ts";
import { ofReports } from "../../own-bodies.ts";
import { type ReadWaiting, rowOf } from "./waiting.ts";

/** The answers that wait for their publication, the oldest first. */
export const readUnpublished: ReadWaiting = async ({ reads, reader, say, today }, own, limit) => {
  const { items, total } = await reads.waitingAnswers(reader, { asOf: today, ...ofReports(own) }, { limit });
  const rows = items.map(({ followUp, entry, type, givenOn, ...item }) => ({
    address: deskAddresses.followUp(followUp),
    key: entry,
    ...rowOf(item, item.responsible),
    about: say.message("waiting.unpublished.row", {
      what: say.label("entryType", type),
      day: givenOn === undefined ? say.message("waiting.unknownDay") : say.day(givenOn),
    }),
  }));
  return { total, rows };
};
