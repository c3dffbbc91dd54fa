import { DomainError, type Id } from "@heed/core";
import { withoutAbsent } from "@heed/core/without-absent";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { theOrganization } from "./the-organization.ts";

/**
 * The collected item with an id or a reference, if the reader may see it; `by` names the body where several have the reference; where a command has no such option, `asksBody` is false.
 * Errors: notFound; ambiguousReference.
 */
export async function theItem(tracker: Tracker, given: string, by: string | undefined, asksBody = true): Promise<Id> {
  const { reads, reader } = tracker;
  const issuingBody = by === undefined ? undefined : [await theOrganization(tracker, "by", by)];
  const { items } = await reads.collectedItems(reader, withoutAbsent({ reference: [given], issuingBody }), {});
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0) return only.id;
  if (only !== undefined)
    throw new DomainError("ambiguousReference", `several bodies have an item with the reference ${given}`, [
      {
        name: "item",
        value: given,
        detail: asksBody
          ? `one of ${items.map(({ id }) => shortId(id)).join(", ")}: name its body with --by`
          : `give the whole id of one of them: ${items.map(({ id }) => id).join(", ")}`,
      },
    ]);
  if ((await reads.collectedItem(reader, given)) !== undefined) return given;
  throw new DomainError(
    "notFound",
    `no collected item has the id or reference ${given}; list them with: heed item list`,
  );
}
