import type { Reader } from "../../access/reader.ts";
import type { CollectedItem } from "../../collected-item/collected-item.ts";
import { SeriesContent } from "../../collected-item/kinds/series.ts";
import { DomainError } from "../../domain-error.ts";
import { allPages } from "../../read-models/all-pages.ts";
import type { SeriesFigures, YearFigures } from "../../read-models/series-figures.ts";
import type { TrackerReads } from "../../read-models/tracker-store.ts";
import type { Id } from "../../source.ts";

export type SeriesReads = { reads: Pick<TrackerReads, "collectedItems" | "seriesFigures">; reader: Reader };

type Delivery = NonNullable<YearFigures["deliveries"]>[number];

/** A series of a body with all that was delivered for it. */
export type SeriesRead = {
  item: CollectedItem;
  content: SeriesContent;
  figures: SeriesFigures;
  deliveryOf: (deliveredBy: string, year: number) => Delivery | undefined;
};

/** The series of a body that hold. Errors: missingPermission for who does not keep the record of the body. */
export async function readSeries({ reads, reader }: SeriesReads, issuingBody: Id): Promise<readonly SeriesRead[]> {
  const found: SeriesRead[] = [];
  const pages = allPages((part) =>
    reads.collectedItems(reader, { kind: ["series"], issuingBody: [issuingBody] }, part),
  );
  for await (const items of pages)
    for (const item of items) {
      if (item.withdrawn) continue;
      const figures = await reads.seriesFigures(reader, item.id);
      if (figures?.seesAll !== true)
        throw new DomainError("missingPermission", "the numbers of each are for who keeps the record of the body");
      found.push({
        ...{ item, figures, content: SeriesContent.parse(item.content) },
        deliveryOf: (deliveredBy, year) =>
          figures.years
            .find((each) => each.year === year)
            ?.deliveries?.find((delivery) => delivery.deliveredBy === deliveredBy),
      });
    }
  return found.sort((a, b) => (a.item.reference < b.item.reference ? -1 : 1));
}
