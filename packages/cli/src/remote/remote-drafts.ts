import { DomainError, type Id, type Issue } from "@heed/core";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import { type DraftAct, type DraftActName, draftActs } from "@heed/core/drafts/draft-acts";
import type { DraftDone } from "@heed/store";
import type { DraftWork } from "../acting/tracker-writes.ts";
import { type ActAnswer, performedOf } from "./act-answer.ts";
import { listAt, ofFollowUp } from "./pages.ts";
import { errorOf, type Problem } from "./problem.ts";
import type { Service } from "./service.ts";

type ShownDraft = Omit<ActDraft, "followUp"> & { followUp: { id: Id }; missing?: readonly Issue[] };
type Submissions = { items: { draft: Id; done?: ActAnswer; problem?: Problem & { status: number } }[] };

/** The drafts of acts at a service: those that whoever has the token may see. */
export function remoteDrafts(service: Service): DraftWork {
  const shown = async (id: Id) => (await service.read<ShownDraft>(pathOf(id)))?.body;
  const asItIs = async (id: Id): Promise<ActDraft> => {
    const found = await shown(id);
    if (found === undefined) throw new DomainError("notFound", `there is no draft with the id ${id}`);
    const { missing: _, ...draft } = found;
    return ofFollowUp(draft);
  };

  return {
    list: (filter, paging) => listAt(service, "/drafts", filter, paging, ofFollowUp),
    async show(id) {
      const found = await shown(id);
      return found && ofFollowUp(found);
    },
    async act({ act, thing, input, expectedVersion }): Promise<DraftDone> {
      const { operation, states, input: takes }: DraftAct = draftActs[act];
      const path = operation.path.replace("{id}", encodeURIComponent(thing));
      if (states === undefined)
        return { draft: ofFollowUp(await service.send<ShownDraft>("post", path, { body: input ?? {} })) };
      // What it was last is not answered of a draft that is gone.
      const last = becomesAct.includes(act) || operation.method === "delete" ? await asItIs(thing) : undefined;
      const version = (expectedVersion as number | undefined) ?? (await service.versionRead(pathOf(thing)));
      const sent = { version, ...(takes && { body: input ?? {} }) };
      const answer = await service.send<unknown>(operation.method, path, sent);
      if (last === undefined) return { draft: ofFollowUp(answer as ShownDraft) };
      return { draft: last, ...(becomesAct.includes(act) && { performed: performedOf(answer as ActAnswer) }) };
    },
    async submit(drafts, together) {
      const before = new Map<Id, ActDraft>();
      for (const { id } of drafts) before.set(id, await asItIs(id));
      const body = { drafts, together };
      const { items } = await service.send<Submissions>("post", "/draftSubmissions", { body });
      return items.map(({ draft: id, done, problem }) => ({
        id,
        ...(done && { done: { draft: before.get(id) as ActDraft, performed: performedOf(done) } }),
        ...(problem && { error: errorOf(problem.status, problem, service.address) }),
      }));
    },
  };
}

const becomesAct: readonly DraftActName[] = ["submitDraft", "approveDraft"];

function pathOf(draft: Id): string {
  return `/drafts/${encodeURIComponent(draft)}`;
}
