import type { WorkbookMessages } from "./en.ts";

export const workbookDe: WorkbookMessages = {
  "workbook.title": "Mit einer Arbeitsmappe antworten",
  "workbook.text":
    "Für Personen, die die Antworten kennen und kein Konto haben: schicken Sie die Arbeitsmappe per E-Mail, und lesen Sie sie ein, wenn sie ausgefüllt zurückkommt.",
  "workbook.out": "Die Arbeitsmappe holen",
  "workbook.of": "{name} (Excel, am {day})",
  "workbook.in": "Sie einlesen",
  "workbook.file": "Die Arbeitsmappe, die zurückkam",
  "workbook.file.hint":
    "Eine Excel-Arbeitsmappe (.xlsx). Sie sehen zuerst, was aus jeder Zeile würde; es entsteht noch kein Entwurf.",
  "workbook.check": "Ansehen",
  "workbook.missing": "Wählen Sie die Arbeitsmappe, die zurückkam.",
  "workbook.gone": "Die Datei ist nicht mehr da: wählen Sie sie noch einmal.",
  "workbook.report": "Was aus {name} würde",
  "workbook.would":
    "{drafts, plural, =0 {Es entstünde kein Entwurf.} one {Es entstünde # Entwurf.} other {Es entstünden # Entwürfe.}}",
  "workbook.made":
    "{drafts, plural, =0 {Es entstand kein neuer Entwurf.} one {Es entstand # Entwurf.} other {Es entstanden # Entwürfe.}}",
  "workbook.faulty":
    "{rows, plural, one {# Zeile kann nicht angenommen werden: berichtigen Sie sie in der Datei und lesen Sie diese noch einmal ein, oder lassen Sie sie weg.} other {# Zeilen können nicht angenommen werden: berichtigen Sie sie in der Datei und lesen Sie diese noch einmal ein, oder lassen Sie sie weg.}}",
  "workbook.fault": "{sheet}, Zeile {row}, {column}: {value}{detail}",
  "workbook.row": "Zeile {row} ({reference})",
  "workbook.left": "Weggelassen",
  "workbook.warnings": "Anzusehen",
  "workbook.take": "{drafts, plural, one {Den Entwurf machen} other {Die # Entwürfe machen}}",
  "workbook.takeOthers":
    "{drafts, plural, one {Den Entwurf machen, ohne die fehlerhaften Zeilen} other {Die # Entwürfe machen, ohne die fehlerhaften Zeilen}}",
  "workbook.again": "Eine andere Datei",
};
