import type { DeskAsked } from "../desk-asked.ts";
import type { ListedDraft } from "./draft-list.tsx";

/** Beyond these the oldest are shown first; they are found at their follow-ups. */
const most = 50;

/** What lies in draft on the desk, with what each is about and still lacks. */
export async function readDrafts({ desk, reads, reader, today }: DeskAsked): Promise<ListedDraft[]> {
  const work = desk.work();
  const { items } = await work.list({}, { limit: most });
  const found = await Promise.all(
    items.map(async (draft) => {
      const [shown, detail] = await Promise.all([work.show(draft.id), reads.followUp(reader, draft.followUp, today)]);
      return { ...draft, reference: detail?.recommendation.reference, ...(shown && { missing: shown.missing.length }) };
    }),
  );
  return found;
}
