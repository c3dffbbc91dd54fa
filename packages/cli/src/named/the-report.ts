import { DomainError, type Id } from "@heed/core";
import { didYouMeanName } from "@heed/core/naming/named-filter";
import type { Tracker } from "../process/tracker.ts";

/** The report with an id or reference, if the reader may see it. Errors: notFound; ambiguousReference. */
export async function theReport({ reads, reader }: Tracker, reference: string): Promise<Id> {
  const ids = await reads.reportsNamed(reader, reference);
  const [only] = ids;
  if (only === undefined)
    throw new DomainError(
      "notFound",
      `no report has the id or reference ${reference}${(await didYouMeanName(reads, reader, "report", reference)) || "; list them with: heed report list"}`,
    );
  if (ids.length === 1 || ids.includes(reference)) return ids.includes(reference) ? reference : only;
  throw new DomainError("ambiguousReference", `several reports have the reference ${reference}; name one by its id`, [
    { name: "reference", value: reference, detail: `one of ${ids.join(", ")}` },
  ]);
}
