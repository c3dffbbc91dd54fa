import type { Id } from "@heed/core";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import { detailIn } from "@heed/core/wording/details/detail-in";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { DraftDetail, DraftDone } from "@heed/store";
import type { Say } from "../messages/say.ts";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { nameAndCode } from "./organization-names.ts";
import { table } from "./table.ts";

type NameOfFollowUp = (id: Id) => string;

/** What people call the follow-ups of some drafts by: the reference, and the addressee as printed. */
export async function followUpNames(
  { reads, reader, today }: Tracker,
  drafts: readonly ActDraft[],
  lang: string | undefined,
): Promise<NameOfFollowUp> {
  const names = new Map<Id, string>();
  for (const id of new Set(drafts.map(({ followUp }) => followUp))) {
    const found = await reads.followUp(reader, id, today);
    if (found) names.set(id, `${found.recommendation.reference}, ${nameAndCode(found.addressee, lang)}`);
  }
  return (id) => names.get(id) ?? id;
}

/** One draft in a line; or what it became. */
export function draftLine(
  { draft: told }: Say,
  draft: ActDraft,
  nameOf: NameOfFollowUp,
  performed?: DraftDone["performed"],
): string {
  const { id, act, followUp, version } = draft;
  const made = performed?.entries.map((entry) => ` [${shortId(entry.id)}]`).join("");
  return `${told.on(told.acts[act], nameOf(followUp))}${made ?? ` [${shortId(id)}]${told.version(version)}`}`;
}

export function draftTable(
  { draft: { heads, acts, states } }: Say,
  drafts: readonly ActDraft[],
  nameOf: NameOfFollowUp,
): string {
  const ids = drafts.map(({ id }) => id);
  return table(
    [
      { head: heads.draft, of: ({ id }) => shortId(id, ids) },
      { head: heads.act, of: ({ act }) => acts[act] },
      { head: heads.on, wide: true, of: ({ followUp }) => nameOf(followUp) },
      { head: heads.state, of: ({ state }) => states[state] },
      { head: heads.heldBy, wide: true, of: ({ holder }) => holder?.name ?? "" },
      { head: heads.changed, of: ({ changedAt }) => changedAt },
    ],
    drafts,
  );
}

export function draftText(say: Say, draft: DraftDetail, nameOf: NameOfFollowUp, lang: string | undefined): string {
  const { state, madeBy, holder, note, input, missing } = draft;
  const told = say.draft;
  const lines = [
    draftLine(say, draft, nameOf),
    `${told.states[state]}${told.madeBy(madeBy.name)}${holder === undefined ? "" : told.heldBy(holder.name)}`,
    ...(note === undefined ? [] : [told.note(note)]),
    JSON.stringify(input, undefined, 2),
    missing.length === 0 ? told.nothingMissing : told.stillMissing,
    ...missing.map(({ name, detail: inEnglish }) => {
      const detail = detailIn(inEnglish, readerLanguage(lang));
      return `- ${name === undefined ? detail : `${name}: ${detail}`}`;
    }),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
