import type { Id } from "@heed/core";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { DraftDetail, DraftDone } from "@heed/store";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { nameAndCode } from "./organization-names.ts";
import { table } from "./table.ts";
import { words } from "./words.ts";

type NameOfFollowUp = (id: Id) => string;

/** What people call the follow-ups of some drafts by: the reference, and the addressee as printed. */
export async function followUpNames(
  { reads, reader, today }: Tracker,
  drafts: readonly ActDraft[],
): Promise<NameOfFollowUp> {
  const names = new Map<Id, string>();
  for (const id of new Set(drafts.map(({ followUp }) => followUp))) {
    const found = await reads.followUp(reader, id, today);
    if (found) names.set(id, `${found.recommendation.reference}, ${nameAndCode(found.addressee, undefined)}`);
  }
  return (id) => names.get(id) ?? id;
}

/** One draft in a line; or what it became. */
export function draftLine(draft: ActDraft, nameOf: NameOfFollowUp, performed?: DraftDone["performed"]): string {
  const { id, act, followUp, version } = draft;
  const made = performed?.entries.map((entry) => ` [${shortId(entry.id)}]`).join("");
  return `${words(act)} on ${nameOf(followUp)}${made ?? ` [${shortId(id)}] (version ${version})`}`;
}

export function draftTable(drafts: readonly ActDraft[], nameOf: NameOfFollowUp): string {
  const ids = drafts.map(({ id }) => id);
  return table(
    [
      { head: "Draft", of: ({ id }) => shortId(id, ids) },
      { head: "Act", of: ({ act }) => words(act) },
      { head: "On", wide: true, of: ({ followUp }) => nameOf(followUp) },
      { head: "State", of: ({ state }) => words(state) },
      { head: "Held by", wide: true, of: ({ holder }) => holder?.name ?? "" },
      { head: "Changed", of: ({ changedAt }) => changedAt },
    ],
    drafts,
  );
}

export function draftText(draft: DraftDetail, nameOf: NameOfFollowUp): string {
  const { state, madeBy, holder, note, input, missing } = draft;
  const lines = [
    draftLine(draft, nameOf),
    `${words(state)}, made by ${madeBy.name}${holder === undefined ? "" : `, held by ${holder.name}`}`,
    ...(note === undefined ? [] : [`Note: ${note}`]),
    JSON.stringify(input, undefined, 2),
    missing.length === 0 ? "Nothing is missing." : "Still missing:",
    ...missing.map(({ name, detail }) => `- ${name === undefined ? detail : `${name}: ${detail}`}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
