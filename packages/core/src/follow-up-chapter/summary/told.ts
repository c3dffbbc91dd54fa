type Counts = Readonly<
  Record<"all" | "open" | "closed" | "done" | "notJudged" | "late" | "long" | "divergent", number>
>;

/** The words of the page in plain language: short sentences, no term that is not explained. */
export type SummaryWording = {
  title: (year: number) => string;
  what: { title: string; text: (body: string, day: string) => string };
  done: { title: string; asked: (counts: Counts) => string; found: (body: string, counts: Counts) => string };
  late: { title: string; text: (counts: Counts) => string; none: string; who: (name: string, count: number) => string };
  voices: { title: string; text: (body: string, counts: Counts) => string };
};
