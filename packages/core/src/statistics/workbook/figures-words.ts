import type { Label } from "../../label.ts";

/** What the workbook of numbers says, and what is wrong in it when it comes back. */
export type FiguresWords = {
  title: (title: string, who: string, year: number) => string;
  unit: (unit: string) => string;
  fillIn: string;
  former: (year: number) => string;
  empty: string;
  noNumber: string;
  rowTotal: (sum: number) => string;
  columnTotal: (sum: number) => string;
  formerDiffers: (year: number, value: number | undefined) => string;
  unknown: string;
  format: string;
  sheet: (name: string) => string;
  changed: (reference: string) => string;
  gone: (reference: string) => string;
};

const words: Record<keyof Label, FiguresWords> = {
  en: {
    title: (title, who, year) => `${title}: ${who}, ${year}`,
    unit: (unit) => `Unit: ${unit}`,
    fillIn: "Fill in every white cell, with 0 where there is none, and the totals too: they are checked.",
    former: (year) => `What was delivered for ${year}`,
    empty: "has no number: write 0 where there is none",
    noNumber: "is no number: write a whole number from 0",
    rowTotal: (sum) => `is not the sum of its row, which is ${sum}`,
    columnTotal: (sum) => `is not the sum of its column, which is ${sum}`,
    formerDiffers: (year, value) =>
      `differs from what was delivered for ${year} (${value ?? "nothing"}): leave it, and tell whoever collects`,
    unknown: "is no workbook of numbers: take one at the desk, or with heed item workbook",
    format: "was made by another version: take a new workbook",
    sheet: (name) => `has no sheet “${name}” any more: take a new workbook`,
    changed: (reference) => `was made before the series ${reference} got other rows or columns: take a new workbook`,
    gone: (reference) => `has numbers of the series ${reference}, which the body does not have any more`,
  },
  fr: {
    title: (title, who, year) => `${title} : ${who}, ${year}`,
    unit: (unit) => `Unité : ${unit}`,
    fillIn: "Remplissez chaque cellule blanche, avec 0 s’il n’y en a pas, et aussi les totaux : ils sont vérifiés.",
    former: (year) => `Ce qui a été fourni pour ${year}`,
    empty: "n’a pas de nombre : écrivez 0 s’il n’y en a pas",
    noNumber: "n’est pas un nombre : écrivez un nombre entier à partir de 0",
    rowTotal: (sum) => `n’est pas la somme de sa ligne, qui est ${sum}`,
    columnTotal: (sum) => `n’est pas la somme de sa colonne, qui est ${sum}`,
    formerDiffers: (year, value) =>
      `diffère de ce qui a été fourni pour ${year} (${value ?? "rien"}) : laissez-le, et dites-le à qui recueille les chiffres`,
    unknown: "n’est pas un classeur de chiffres : prenez-en un au bureau, ou avec heed item workbook",
    format: "vient d’une autre version : prenez un nouveau classeur",
    sheet: (name) => `n’a plus de feuille « ${name} » : prenez un nouveau classeur`,
    changed: (reference) =>
      `date d’avant que la série ${reference} ait d’autres lignes ou colonnes : prenez un nouveau classeur`,
    gone: (reference) => `a des chiffres de la série ${reference}, que l’organisme n’a plus`,
  },
  nl: {
    title: (title, who, year) => `${title}: ${who}, ${year}`,
    unit: (unit) => `Eenheid: ${unit}`,
    fillIn: "Vul elke witte cel in, met 0 waar er geen is, en ook de totalen: ze worden nagekeken.",
    former: (year) => `Wat voor ${year} geleverd werd`,
    empty: "heeft geen getal: schrijf 0 waar er geen is",
    noNumber: "is geen getal: schrijf een geheel getal vanaf 0",
    rowTotal: (sum) => `is niet de som van de rij, die ${sum} is`,
    columnTotal: (sum) => `is niet de som van de kolom, die ${sum} is`,
    formerDiffers: (year, value) =>
      `verschilt van wat voor ${year} geleverd werd (${value ?? "niets"}): laat het staan, en zeg het aan wie verzamelt`,
    unknown: "is geen werkboek met cijfers: neem er een aan de balie, of met heed item workbook",
    format: "komt van een andere versie: neem een nieuw werkboek",
    sheet: (name) => `heeft geen blad “${name}” meer: neem een nieuw werkboek`,
    changed: (reference) => `is van voor de reeks ${reference} andere rijen of kolommen kreeg: neem een nieuw werkboek`,
    gone: (reference) => `heeft cijfers van de reeks ${reference}, die de instantie niet meer heeft`,
  },
  de: {
    title: (title, who, year) => `${title}: ${who}, ${year}`,
    unit: (unit) => `Einheit: ${unit}`,
    fillIn: "Füllen Sie jede weiße Zelle aus, mit 0, wo es keine gibt, und auch die Summen: Sie werden geprüft.",
    former: (year) => `Was für ${year} geliefert wurde`,
    empty: "hat keine Zahl: schreiben Sie 0, wo es keine gibt",
    noNumber: "ist keine Zahl: schreiben Sie eine ganze Zahl ab 0",
    rowTotal: (sum) => `ist nicht die Summe der Zeile, die ${sum} ist`,
    columnTotal: (sum) => `ist nicht die Summe der Spalte, die ${sum} ist`,
    formerDiffers: (year, value) =>
      `weicht ab von dem, was für ${year} geliefert wurde (${value ?? "nichts"}): lassen Sie es, und sagen Sie es dem, der sammelt`,
    unknown: "ist keine Arbeitsmappe mit Zahlen: nehmen Sie eine am Schalter, oder mit heed item workbook",
    format: "stammt von einer anderen Version: nehmen Sie eine neue Arbeitsmappe",
    sheet: (name) => `hat kein Blatt „${name}“ mehr: nehmen Sie eine neue Arbeitsmappe`,
    changed: (reference) =>
      `stammt aus der Zeit, bevor die Reihe ${reference} andere Zeilen oder Spalten bekam: nehmen Sie eine neue Arbeitsmappe`,
    gone: (reference) => `hat Zahlen der Reihe ${reference}, die die Stelle nicht mehr hat`,
  },
};

export function figuresWords(language: keyof Label): FiguresWords {
  return words[language];
}
