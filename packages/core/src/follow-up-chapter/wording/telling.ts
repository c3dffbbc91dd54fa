import type { Block, DocumentLanguage, Inline, Table } from "../../document/document.ts";
import { footnote, link, paragraph, recordText, text } from "../../document/inlines.ts";
import { writtenDay } from "../../document/written-day.ts";
import type { OrganizationRef } from "../../read-models/organization-ref.ts";
import type { RecommendationRef } from "../../read-models/recommendation-ref.ts";
import type { ReportRef } from "../../read-models/report-ref.ts";
import { labelOf, labelWithin } from "../../wording/label-within.ts";
import { colon, semicolons, typesetAll } from "../../wording/typeset.ts";
import type { ChapterFacts } from "../facts/chapter-facts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { ChapterWording } from "./told.ts";

export const chapterWordings: Readonly<Record<DocumentLanguage, ChapterWording>> = {
  ...{ en, nl, de },
  fr: typesetAll("fr", fr),
};

/** Where links lead from a document that is read elsewhere; without an address they are written out, or left away. */
export type ChapterAddresses = {
  /** Of the service's answers, such as https://example.org/recommendationFollowUp/v1. */
  service?: string | undefined;
  /** Of the pages in the document's language, such as https://example.org/nl. */
  pages?: string | undefined;
};

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** No table lists more: a document is read by people. */
export const mostRows = 1_000;

/** What the sections are written with. */
export type Telling = ReturnType<typeof tellingOf>;

export function tellingOf(facts: ChapterFacts, language: DocumentLanguage, addresses: ChapterAddresses) {
  const wording = chapterWordings[language];
  const day = (on: string, precision?: Parameters<typeof writtenDay>[2]) => writtenDay(language, on, precision);
  const name = ({ name: names }: OrganizationRef) => [recordText(names, language)];
  return {
    facts,
    language,
    wording,
    day,
    days: { from: day(facts.from), to: day(facts.to) },
    name,
    colon: colon(language),
    /** Several things beside each other. */
    beside: (things: readonly string[]) => semicolons(language, things),
    label: (list: Parameters<typeof labelOf>[0], code: string) => labelOf(list, code, language),
    within: (list: Parameters<typeof labelOf>[0], code: string) => labelWithin(list, code, language),
    /** A recommendation by its reference and title, with the way to its page. */
    recommendation(
      { id, reference, title, beginning }: RecommendationRef,
      { authenticLanguages }: ReportRef,
    ): Inline[] {
      const told = title ?? beginning;
      return [
        addresses.pages === undefined
          ? text(reference)
          : link(`${addresses.pages}/recommendations/${encodeURIComponent(id)}`, reference),
        ...(told === undefined ? [] : [text(" "), recordText(told, language, authenticLanguages)]),
      ];
    },
    /** Why a figure is what it is: its rule, and the list behind it with what it is asked. */
    reason(rule: string, list: string, query: Query, ...before: readonly Inline[]): Inline {
      const path = `/${list}${queryText({ ...query, ...facts.scope })}`;
      const { service } = addresses;
      return footnote(
        ...before,
        text(`${wording.reason.rule} `),
        service === undefined ? text(rule) : link(`${service}/refData/rules/${rule}`, rule),
        text(`. ${wording.reason.list}${colon(language)}`),
        service === undefined ? text(path) : link(`${service}${path}`, `/${list}`),
      );
    },
    /** A table of things, cut where there are too many, which is said. */
    listing<Thing>(
      table: Pick<Table, "id" | "caption" | "columns">,
      things: readonly Thing[],
      rowOf: (thing: Thing) => Table["rows"][number],
    ): Block[] {
      if (things.length === 0) return [];
      const rows = things.slice(0, mostRows).map(rowOf);
      const isCut = things.length > rows.length;
      return [
        { kind: "table", ...table, rows },
        ...(isCut ? [paragraph(text(wording.cut(rows.length, things.length)))] : []),
      ];
    },
  };
}

function queryText(query: Query): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}=${encodeURIComponent(each)}`),
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** The share of a number in another in whole percent; undefined of nothing. */
export function percent(numerator: number, denominator: number): string | undefined {
  return denominator === 0 ? undefined : ((numerator * 100) / denominator).toFixed(0);
}
