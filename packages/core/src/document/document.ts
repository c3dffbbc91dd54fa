import type { Label } from "../label.ts";
import type { Day } from "../time/day.ts";

/** The languages in which a document's own words are written. */
export type DocumentLanguage = keyof Label;

/** A piece of a line. No writer reads a text as markup of its format. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis"; content: readonly Inline[] }
  | { kind: "link"; href: string; content: readonly Inline[] }
  /** To a section, a table or a chart of this document. */
  | { kind: "reference"; to: string; content: readonly Inline[] }
  /** In another language than the document; ISO 639-1. */
  | { kind: "foreign"; language: string; content: readonly Inline[] }
  | { kind: "footnote"; content: readonly Inline[] };

export type Column = {
  label: string;
  /** Its width beside the others. */
  weight: number;
  align?: "end";
  /** Its cells name their rows. */
  rowHeader?: true;
};

export type Table = {
  kind: "table";
  id: string;
  caption: readonly Inline[];
  columns: readonly Column[];
  /** A cell for each column. */
  rows: readonly (readonly (readonly Inline[])[])[];
};

/** Stacked columns: a value for each series and category. The writers give the numbers as a table beside. */
export type Chart = {
  kind: "chart";
  id: string;
  caption: readonly Inline[];
  /** What it shows, for who does not see it. */
  alternative: string;
  /** What the categories are, such as the year. */
  categoriesLabel: string;
  categories: readonly string[];
  /** From the lowest to the highest; `tone` is its colour, from 0 (least done) to 9, and 10 for grey. */
  series: readonly { label: string; tone: number; values: readonly number[] }[];
};

export type Block =
  | { kind: "paragraph"; content: readonly Inline[] }
  | { kind: "list"; ordered: boolean; items: readonly (readonly Inline[])[] }
  | { kind: "quote"; content: readonly Inline[]; source?: readonly Inline[] }
  | Table
  | Chart;

/** A part with a heading; its depth in the tree is the level of the heading. Ids are letters, digits and hyphens, once in a document. */
export type Section = {
  id: string;
  title: string;
  blocks: readonly Block[];
  sections: readonly Section[];
};

/** What every writer (Markdown, HTML, PDF, Word) walks. It has all that is written: no writer asks a clock or makes an id. */
export type Document = {
  language: DocumentLanguage;
  title: string;
  subtitle: string;
  /** Who issues it, by name. */
  issuer: string;
  /** The day whose situation it tells. */
  day: Day;
  sections: readonly Section[];
};
