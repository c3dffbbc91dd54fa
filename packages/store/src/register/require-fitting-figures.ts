import { DomainError } from "@heed/core";
import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { FiguresContent } from "@heed/core/collected-item/kinds/figures";
import { SeriesContent } from "@heed/core/collected-item/kinds/series";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { figuresFaults } from "@heed/core/statistics/figures-faults";
import type { RunningAct } from "./running-act.ts";

/** Numbers fit the series that they name, and nobody delivers a year twice. Errors: invalidInput, with each place. */
export async function requireFittingFigures(
  { prisma }: Pick<RunningAct, "prisma">,
  item: CollectedItem,
): Promise<void> {
  if (item.kind !== "figures") return;
  const content = FiguresContent.parse(item.content);
  const { series, deliveredBy } = content;
  const others = await prisma.collectedItem.findMany({
    where: { issuingBodyId: item.issuingBody, OR: [{ kind: "series" }, { kind: "figures", year: item.year }] },
    select: { body: true },
  });
  const things = others.map(({ body }) => JSON.parse(body) as CollectedItem).filter((each) => !each.withdrawn);
  const of = things.find((each) => each.kind === "series" && isNamed(each.reference, series));
  if (of === undefined)
    throw new DomainError("invalidInput", "the body has no such series", [
      { name: "content.series", value: series, detail: "no series of the body has this reference" },
    ]);
  const twice = things.find(
    (each) =>
      each.kind === "figures" &&
      each.id !== item.id &&
      isNamed(String(each.content.series), series) &&
      each.content.deliveredBy === deliveredBy,
  );
  const faults = figuresFaults(SeriesContent.parse(of.content), content);
  if (twice !== undefined)
    throw new DomainError("invalidInput", "these numbers were delivered before", [
      {
        name: "content.deliveredBy",
        value: deliveredBy,
        detail: `${twice.reference} has its numbers: correct that one`,
      },
    ]);
  if (faults.length > 0) throw new DomainError("invalidInput", "the numbers do not fit their series", faults);
}

function isNamed(reference: string, name: string): boolean {
  return referenceKey(reference) === referenceKey(name);
}
