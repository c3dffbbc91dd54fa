import type { Reader } from "@heed/core";
import type { FollowedKind, FollowerLink } from "@heed/core/followers/follower";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import type { PageLanguage } from "../language/languages.ts";
import { type Say, sayIn, shown } from "../language/say.ts";
import type { Followed } from "../mail/followed.ts";
import { type Origin, pageAt } from "../mail/reminder-item.ts";

/** What an address or a form names; undefined unless it is one thing that the public may read. */
export async function followedAsked(
  { reads, reader, say }: Asked,
  given: { responsible?: string | null; report?: string | null; theme?: string | null },
): Promise<Followed | undefined> {
  const { responsible, report, theme } = given;
  if ([responsible, report, theme].filter(Boolean).length !== 1) return undefined;
  const kind = responsible ? "organization" : report ? "report" : "theme";
  const text = responsible || report || theme || "";
  if (text.includes("\u0000")) return undefined;
  const [topic, ...others] = (await reads.named(reader, kind, [text])).get(text) ?? [];
  if (topic === undefined || others.length > 0) return undefined;
  return named(reads, reader, say, { kind, topic });
}

/** The same of what is followed already. Undefined where it is not there any more. */
async function named(
  reads: TrackerReads,
  reader: Reader,
  say: Say,
  { kind, topic }: { kind: FollowedKind; topic: string },
): Promise<Followed | undefined> {
  if (kind === "theme")
    return { kind, topic, name: shown(say.message("theme.one", { theme: topic })), filter: { theme: topic } };
  if (kind === "organization") {
    const it = await reads.organization(topic);
    return it && { kind, topic, name: say.text(it.name).text, filter: { responsible: it.code } };
  }
  const reference = (await reads.report(reader, topic))?.report.reference;
  return reference === undefined
    ? undefined
    : { kind, topic, name: shown(say.message("report.one", { reference })), filter: { report: reference } };
}

/** What somebody follows, in the own language. */
export function followedName(
  reads: TrackerReads,
  reader: Reader,
  { language, ...followed }: { language: PageLanguage; kind: FollowedKind; topic: string },
): Promise<Followed | undefined> {
  return named(reads, reader, sayIn(language), followed);
}

/** Where a link of a mail leads. */
export function followerAddress(origin: Origin, language: PageLanguage, link: FollowerLink, secret: string): string {
  const address = link === "confirm" ? addresses.confirmFollowing(secret) : addresses.endFollowing(secret);
  return pageAt(origin, sayIn(language), address);
}
