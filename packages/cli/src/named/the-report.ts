import { DomainError, type Id } from "@heed/core";
import { didYouMeanName } from "@heed/core/naming/named-filter";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { wholeId } from "./whole-id.ts";

/** The report with an id or reference, if the reader may see it. Errors: notFound; ambiguousReference. */
export async function theReport(tracker: Tracker, given: string): Promise<Id> {
  const { reads, reader } = tracker;
  const reference = await wholeId(tracker, "report", given);
  const ids = await reads.reportsNamed(reader, reference);
  const [only] = ids;
  if (only === undefined)
    throw new DomainError(
      "notFound",
      `no report has the id or reference ${reference}${(await didYouMeanName(reads, reader, "report", reference)) || "; list them with: heed report list"}`,
    );
  if (ids.length === 1 || ids.includes(reference)) return ids.includes(reference) ? reference : only;
  throw new DomainError("ambiguousReference", `several reports have the reference ${reference}; name one by its id`, [
    { name: "reference", value: reference, detail: `one of ${ids.map((id) => shortId(id)).join(", ")}` },
  ]);
}
