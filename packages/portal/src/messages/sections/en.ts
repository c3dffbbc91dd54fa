/** What the pages say of the sections of a report. */
export const sectionsEn = {
  "section.list": "What the report says",
  "section.list.text": "Its parts in their order. Only what is final is published with the report.",
  "section.new": "Write a new part",
  "section.stale": "older than the authentic text: {language}",
  "section.reference": "Reference",
  "section.reference.hint": "Short, such as case-law. No other part of the report has it.",
  "section.kind": "Kind",
  "section.kind.hint": "What it tells, in your own words, such as case law.",
  "section.parent": "Part of",
  "section.parent.none": "nothing: it stands at the top",
  "section.position": "Place",
  "section.position.hint": "A number: the lowest comes first. Empty: the last.",
  "section.authentic": "Authentic language",
  "section.title": "Title",
  "section.text": "Text",
  "section.text.hint":
    "An empty line between paragraphs, # before a heading, - before an item of a list, *emphasis*, **strong**. A block that begins with ```heed items kind=judgment comes from the record.",
  "section.checked": "I compared {language} with the authentic text, and it holds",
  "section.authors": "Authors",
  "section.state": "How far it is",
  "section.state.hint": "What is final is published with the report, or at once where the report is published.",
  "section.keep": "Keep it",
  "section.withdraw": "Withdraw it",
  "section.reason": "Why it is part of the report no more",
  "report.sections": "Write what the report says",
} as const;

export type SectionMessages = Readonly<Record<keyof typeof sectionsEn, string>>;
