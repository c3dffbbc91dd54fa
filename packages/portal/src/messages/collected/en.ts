/** What the pages of what is collected say. */
export const collectedEn = {
  "nav.collectedItems": "What is collected",
  "collected.description":
    "What bodies collect over a year, and their reports rest on: laws, judgments, cases, practices and more.",
  "collected.none": "Nothing was found.",
  "collected.kind": "What it is",
  "collected.reference": "Reference",
  "collected.by": "Collected by",
  "collected.year": "Year",
  "collected.source": "Source",
  "collected.withdrawn": "Withdrawn on {day}:",
  "collected.withdrawn.short": "withdrawn",
  "collected.confidential": "Confidential: only who keeps the data of the body sees it.",
  "collected.confidential.short": "confidential",
  "collected.yes": "yes",
  "collected.no": "no",
  "collected.reference.hint": "Short, and its own among all that the body collects, such as JUD-2014-1.",
  "collected.title": "Title",
  "collected.text": "Text",
  "collected.themes": "Themes",
  "collected.lines": "One on each line.",
  "collected.rows": "One on each line, its parts between |, such as 2014-05-06 | hearing.",
  "collected.confidential.mark": "Confidential: only who keeps the data of the body sees it",
  "collected.new": "Something new",
  "collected.own": "{total, plural, =0 {Nothing collected yet} one {# thing collected} other {# things collected}}",
  "collected.keep": "Keep it",
  "collected.withdraw": "Withdraw it",
  "collected.reason": "Why it does not hold any more",
} as const;

export type WorkbookMessages = Readonly<Record<keyof typeof collectedEn, string>>;
