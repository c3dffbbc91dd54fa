import type { DraftFilter } from "@heed/core/drafts/draft-filter";
import type { DeskAsked } from "../desk-asked.ts";
import type { ListedDraft } from "./draft-list.tsx";

/** So many are listed at one time. */
export const draftsAtOnce = 50;

/** What lies in draft on the desk, with what each is about and still lacks: those of a page, and how many there are. */
export async function readDrafts(
  { desk, reads, reader, today }: DeskAsked,
  filter: DraftFilter = {},
  page = 1,
): Promise<{ drafts: ListedDraft[]; total: number }> {
  const work = desk.work();
  const paging = { limit: draftsAtOnce, skip: (page - 1) * draftsAtOnce, withTotal: true };
  const { items, total = items.length } = await work.list(filter, paging);
  const drafts = await Promise.all(
    items.map(async (draft) => {
      const [shown, detail] = await Promise.all([work.show(draft.id), reads.followUp(reader, draft.followUp, today)]);
      return { ...draft, reference: detail?.recommendation.reference, ...(shown && { missing: shown.missing.length }) };
    }),
  );
  return { drafts, total };
}
