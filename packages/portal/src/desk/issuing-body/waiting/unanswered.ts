import { deskAddresses } from "../../desk-addresses.ts";
import type { DeskAsked } from "../../desk-asked.ts";
import { type OwnBodies, ofReports } from "../../own-bodies.ts";
import { type ReadWaiting, rowOf, type Waiting } from "./waiting.ts";

/** Who has not answered: the organizations by how many responses they owe; of one that is named, what it has not answered. */
export const readUnanswered: ReadWaiting = async (asked, own, limit) => {
  const { reads, reader, say, today, parameters } = asked;
  const [named] = parameters.responsible ?? [];
  if (named !== undefined) return ofOrganization(asked, own, named, limit);
  const owing = await reads.owing(reader, { asOf: today, kind: ["response"], ...ofReports(own) });
  return {
    total: owing.reduce((sum, { overdue }) => sum + overdue, 0),
    rows: owing.slice(0, limit).map(({ organization: { code, name }, overdue, longest }) => ({
      address: deskAddresses.waiting("unanswered"),
      query: { responsible: code },
      title: name,
      about: say.message("waiting.unanswered.row", { count: overdue }),
      daysOverdue: longest,
    })),
  };
};

async function ofOrganization(
  { reads, reader, say, today }: DeskAsked,
  own: OwnBodies,
  name: string,
  limit: number,
): Promise<Waiting> {
  const responsible = await reads.organizationsNamed(name);
  const { items, total = 0 } = await reads.overdue(
    reader,
    { asOf: today, kind: ["response"], responsible, ...ofReports(own) },
    { limit, withTotal: true },
  );
  const rows = items.map(({ followUp, due, duePrecision, daysOverdue, ...item }) => ({
    address: deskAddresses.act(followUp, "respond"),
    ...rowOf(item, item.responsible),
    about:
      due === undefined ? say.message("owed.none") : say.message("overdue.due", { day: say.day(due, duePrecision) }),
    daysOverdue,
  }));
  return { total, rows };
}
