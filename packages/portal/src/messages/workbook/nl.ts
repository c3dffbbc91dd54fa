import type { WorkbookMessages } from "./en.ts";

export const workbookNl: WorkbookMessages = {
  "workbook.title": "Antwoorden met een werkboek",
  "workbook.text":
    "Voor wie de antwoorden kent en geen account heeft: stuur het werkboek per mail, en lees het in als het ingevuld terugkomt.",
  "workbook.out": "Het werkboek halen",
  "workbook.of": "{name} (Excel, op {day})",
  "workbook.in": "Het inlezen",
  "workbook.file": "Het werkboek dat terugkwam",
  "workbook.file.hint":
    "Een Excel-werkboek (.xlsx). U ziet eerst wat er van elke rij zou worden; er komt nog geen ontwerp.",
  "workbook.check": "Bekijken",
  "workbook.missing": "Kies het werkboek dat terugkwam.",
  "workbook.gone": "Het bestand is er niet meer: kies het opnieuw.",
  "workbook.report": "Wat er van {name} zou worden",
  "workbook.would":
    "{drafts, plural, =0 {Er zou geen ontwerp komen.} one {Er zou # ontwerp komen.} other {Er zouden # ontwerpen komen.}}",
  "workbook.made":
    "{drafts, plural, =0 {Er kwam geen nieuw ontwerp.} one {Er kwam # ontwerp.} other {Er kwamen # ontwerpen.}}",
  "workbook.faulty":
    "{rows, plural, one {# rij kan niet aangenomen worden: verbeter ze in het bestand en lees het opnieuw in, of laat ze weg.} other {# rijen kunnen niet aangenomen worden: verbeter ze in het bestand en lees het opnieuw in, of laat ze weg.}}",
  "workbook.fault": "{sheet}, rij {row}, {column}: {value}{detail}",
  "workbook.row": "rij {row} ({reference})",
  "workbook.left": "Weggelaten",
  "workbook.warnings": "Om te bekijken",
  "workbook.take": "{drafts, plural, one {Het ontwerp maken} other {De # ontwerpen maken}}",
  "workbook.takeOthers":
    "{drafts, plural, one {Het ontwerp maken, zonder de foute rijen} other {De # ontwerpen maken, zonder de foute rijen}}",
  "workbook.again": "Een ander bestand",
};
