import type { LocalizedText, Reader } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { hrefOf } from "../contract/base-path.ts";

/** Who publishes the data: the issuing body of the newest report; the service itself while there is none. */
export async function publisherOf(
  reads: TrackerReads,
  reader: Reader,
): Promise<{ name: LocalizedText; address: string }> {
  const { items } = await reads.reports(reader, { status: ["published"] }, { limit: 1 });
  const [newest] = items;
  return newest === undefined
    ? { name: { en: "Heed" }, address: hrefOf("organizations", "") }
    : { name: newest.issuingBodyName, address: hrefOf("organizations", newest.issuingBody) };
}
