import { DomainError } from "@heed/core";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { droppedNumbers, unfittingFigures } from "@heed/core/statistics/fitting-figures";
import type { RunningAct } from "./running-act.ts";

/** Numbers fit the series that they name, nobody delivers a year twice, and a series loses no numbers. Errors: invalidInput, with each place. */
export async function requireFittingFigures(
  { prisma }: Pick<RunningAct, "prisma">,
  item: CollectedItem,
  before?: CollectedItem,
): Promise<void> {
  if (item.kind !== "figures" && item.kind !== "series") return;
  const rows = await prisma.collectedItem.findMany({
    where: { issuingBodyId: item.issuingBody, kind: { in: ["series", "figures"] } },
    select: { body: true },
  });
  const others = rows.map(({ body }) => JSON.parse(body) as CollectedItem);
  const faults = unfittingFigures(item, others);
  if (faults.length > 0) throw new DomainError("invalidInput", "the numbers do not fit their series", faults);
  const dropped = before === undefined ? [] : droppedNumbers(before, item, others);
  if (dropped.length > 0) throw new DomainError("invalidInput", "numbers of the series would be lost", dropped);
}
