import type { Entry, Id } from "@heed/core";
import type { AmendedBy } from "@heed/core/follow-up/entries/amended-by";
import { kindOf } from "@heed/core/follow-up/entries/entry";
import { isWithheld } from "@heed/core/follow-up/entries/unpublished";
import { notPublicYet } from "@heed/core/not-public-yet";
import type { Asked } from "../asked/asked.ts";
import { entryFacts, entryText } from "../language/entry-facts.ts";
import type { Say } from "../language/say.ts";
import { shown } from "../language/say.ts";
import { EvidenceList } from "./evidence-list.tsx";

type Props = {
  asked: Pick<Asked, "say" | "data" | "way">;
  entry: Entry & AmendedBy;
  /** The entries whose words wait for their publication (R60): who may read them already is told so. */
  waiting?: ReadonlySet<Id>;
};

/** One entry: when, whose, what it says, on what it rests, and who recorded it. */
export function EntryView({ asked: { say, data, way }, entry, waiting }: Props) {
  const { author, source, correctedBy, retractedBy } = entry;
  const side = author?.side ?? kindOf(entry).side;
  const voice = side === "issuingBody" ? "issuing-body" : side === "addressee" ? "addressee" : "other";
  const text = entryText(entry);
  const evidence = "evidence" in entry ? entry.evidence : [];
  const no =
    retractedBy !== undefined ? "timeline.retracted" : correctedBy !== undefined ? "timeline.corrected" : undefined;
  return (
    <li class={`heed-entry heed-entry--${voice}`}>
      <p class="heed-entry__head">
        <span class="heed-entry__day">{givenText(say, entry)}</span>{" "}
        <strong>{say.label("entryType", entry.type)}</strong>{" "}
        <span class="heed-meta">({say.message(side === "unknown" ? "side.other" : `side.${side}`)})</span>
      </p>
      {no && (
        <p>
          <span class="heed-tag heed-tag--soon">{say.message(no)}</span>
        </p>
      )}
      <div class={no && "heed-entry__void"}>
        <p class="govuk-body">{entryFacts(say, entry).map(capital).join(" · ")}</p>
        {text && (
          <blockquote class="heed-said" dir="auto">
            {shown(text)}
          </blockquote>
        )}
        {(isWithheld(entry) || waiting?.has(entry.id)) && (
          <p class="govuk-body">
            <em class="heed-none">{notPublicYet[say.language]}</em>
          </p>
        )}
        {evidence.length > 0 && <EvidenceList say={say} evidence={evidence} data={data} way={way} />}
      </div>
      <p class="heed-meta">
        {say.beside([
          entry.actor === undefined
            ? say.message("timeline.recorded", { when: say.day(entry.recordedAt.slice(0, 10)) })
            : say.message("timeline.recordedBy", {
                when: say.day(entry.recordedAt.slice(0, 10)),
                actor: shown(entry.actor),
              }),
          ...(source ? [say.message("timeline.source", { source: shown(source.name) })] : []),
          ...(source?.illustrative ? [say.message("timeline.illustrative")] : []),
          ...(entry.corrects ? [say.message("timeline.corrects")] : []),
        ])}
      </p>
    </li>
  );
}

function givenText(say: Say, { givenOn, knownBy, knownByPrecision }: Entry) {
  if (givenOn !== undefined) return <time dateTime={givenOn}>{say.day(givenOn)}</time>;
  if (knownBy === undefined) return say.message("timeline.day.unknown");
  return say.message("timeline.day.by", { day: say.day(knownBy, knownByPrecision) });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
