import { deskAddresses } from "../../desk-addresses.ts";
import { ofReports } from "../../own-bodies.ts";
import { type ReadWaiting, rowOf } from "./waiting.ts";

/** The requests for a later date that nobody decided, the oldest first. */
export const readDeadlineRequests: ReadWaiting = async ({ reads, reader, say, today }, own, limit) => {
  const { items, total = 0 } = await reads.deadlineRequests(
    reader,
    { asOf: today, ...ofReports(own) },
    { limit, withTotal: true },
  );
  const rows = items.map(({ followUp, target, to, requestedOn, ...item }) => ({
    address: deskAddresses.followUp(followUp),
    ...rowOf(item, item.responsible),
    about: say.message("waiting.deadlineRequests.row", {
      what: say.label("overdueKind", target.kind),
      to: say.day(to.on, to.precision),
      day: requestedOn === undefined ? say.message("waiting.unknownDay") : say.day(requestedOn),
    }),
  }));
  return { total, rows };
};
