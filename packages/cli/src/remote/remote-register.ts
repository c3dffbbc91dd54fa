import { type Day, type Id, publicReader } from "@heed/core";
import { type RegisterActName, registerActs } from "@heed/core/acts/acts";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { erasedItem } from "@heed/core/register/erase-item";
import type { RegisterAct } from "@heed/core/register/register-act";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { TrackerWrites } from "../acting/tracker-writes.ts";
import type { Service } from "./service.ts";

/** What an act on the register answers: the thing under the name of its kind. */
type Answer = Pick<RegisterResult, "version"> & Partial<Pick<RegisterResult, "warnings">> & Record<string, unknown>;

/** Acts on the register by a service. */
export function remoteRegister(service: Service, reads: TrackerReads, today: Day): TrackerWrites["performRegister"] {
  return async ({ act, thing = "", part = "", input, expectedVersion }) => {
    const { operation, makes, removes }: RegisterAct = registerActs[act];
    const { method, creates } = operation;
    const path = operation.path.replace("{id}", encodeURIComponent(thing)).replace(/\{\w+\}/, encodeURIComponent(part));
    const [, collection = ""] = operation.path.split("/");
    const version = creates
      ? undefined
      : (expectedVersion ?? (await service.versionRead(`/${collection}/${encodeURIComponent(thing)}`)));
    const sent = { ...(version !== undefined && { version }), ...(method !== "delete" && { body: input ?? {} }) };
    // Nothing is answered of what is gone.
    const removed = removes && (await removedThing(reads, act, thing, part, today));
    const answer = await service.send<Answer>(method, path, sent);
    if (removed)
      return {
        ...removed,
        ...(part !== "" && typeof version === "number" && { version: version + 1 }),
      } as RegisterResult;
    const kind = makes === "draftRecommendation" ? "recommendation" : makes;
    const body = answer[kind] as { id: Id };
    const { version: made, warnings = [] } = answer;
    return { kind, id: body.id, ...(made !== undefined && { version: made }), body, warnings } as RegisterResult;
  };
}

/** What is left of an item about a person; a draft report, or a recommendation of one with its follow-ups, as it is before it is removed. */
async function removedThing(
  reads: TrackerReads,
  act: RegisterActName,
  report: Id,
  recommendation: Id,
  today: Day,
): Promise<Omit<RegisterResult, "version">> {
  const answered = (kind: string, id: Id, body: object | undefined) =>
    ({ kind, id, body, warnings: [] }) as unknown as RegisterResult;
  if (act === "eraseItem") {
    const detail = await reads.collectedItem(publicReader, report);
    return answered("collectedItem", report, detail && erasedItem(detail.item));
  }
  if (recommendation === "") return answered("report", report, (await reads.report(publicReader, report))?.report);
  const detail = await reads.recommendation(publicReader, recommendation, today);
  const followUps: object[] = [];
  for (const { id } of detail?.followUps ?? []) {
    const found = await reads.followUp(publicReader, id, today);
    if (found !== undefined) followUps.push(found.case.followUp);
  }
  return answered("recommendation", recommendation, detail && { ...detail.recommendation, followUps });
}
