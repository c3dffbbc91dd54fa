/** What the page of the workbook says. */
export const workbookEn = {
  "workbook.title": "Answer with a workbook",
  "workbook.text":
    "For who knows the answers and has no account: send the workbook by mail, and bring it in when it comes back filled in.",
  "workbook.out": "Take the workbook",
  "workbook.of": "{name} (Excel, on {day})",
  "workbook.in": "Bring it in",
  "workbook.file": "The workbook that came back",
  "workbook.file.hint":
    "An Excel workbook (.xlsx). First you see what would become of each row; nothing is drafted yet.",
  "workbook.check": "Look at it",
  "workbook.missing": "Choose the workbook that came back.",
  "workbook.gone": "The file is not there any more: choose it again.",
  "workbook.report": "What would become of {name}",
  "workbook.would":
    "{drafts, plural, =0 {Nothing would be drafted.} one {# draft would be made.} other {# drafts would be made.}}",
  "workbook.made":
    "{drafts, plural, =0 {Nothing new was drafted.} one {# draft was made.} other {# drafts were made.}}",
  "workbook.faulty":
    "{rows, plural, one {# row cannot be taken: put it right in the file and bring it in again, or leave it out.} other {# rows cannot be taken: put them right in the file and bring it in again, or leave them out.}}",
  "workbook.fault": "{sheet}, row {row}, {column}: {value}{detail}",
  "workbook.row": "row {row} ({reference})",
  "workbook.left": "Left out",
  "workbook.warnings": "To look at",
  "workbook.take": "{drafts, plural, one {Make the draft} other {Make the # drafts}}",
  "workbook.takeOthers":
    "{drafts, plural, one {Make the draft, without the faulty rows} other {Make the # drafts, without the faulty rows}}",
  "workbook.again": "Another file",
} as const;

export type WorkbookMessages = Readonly<Record<keyof typeof workbookEn, string>>;
