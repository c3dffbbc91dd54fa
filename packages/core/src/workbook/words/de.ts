import type { WorkbookWords } from "./workbook-words.ts";

export const de: WorkbookWords = {
  sheets: { instructions: "Anleitung", answers: "Antworten" },
  title: (name, day) => `Was ${name} am ${day} schuldet`,
  steps: [
    "Das Blatt „Antworten“ hat eine Zeile für jede Empfehlung, die auf eine Antwort oder einen Sachstand wartet. Die grauen Spalten sagen, was verlangt ist, was früher gesagt wurde und was die herausgebende Stelle feststellte. Sie sind gesperrt.",
    "Füllen Sie die weißen Zellen aus. Lassen Sie eine Zeile leer, wenn Sie jetzt nichts dazu zu sagen haben: dann geschieht nichts damit.",
    "Manche Zellen haben eine Liste: wählen Sie daraus, oder tippen Sie eines ihrer Wörter.",
    "Schreiben Sie Daten als 31.12.2026. Das Datum eines Versprechens darf auch in Worten stehen: „Ende Juni 2027“, „zweites Quartal 2027“.",
    "Fügen Sie keine Zeilen hinzu, kopieren und löschen Sie keine, und setzen Sie keine Formeln ein: fügen Sie nur Werte ein.",
    "Schicken Sie die Datei an die Person zurück, die sie Ihnen geschickt hat. Sie liest sie ein und sieht zuerst, was nicht stimmt, nach Zeile und Spalte.",
    "Was hereinkommt, ist ein Entwurf. Niemand außerhalb Ihrer Organisation sieht ihn, bis jemand Ihrer Organisation ihn einreicht.",
  ],
  columns: {
    reference: "Empfehlung",
    report: "Bericht",
    text: "Was empfohlen ist",
    owed: "Was geschuldet ist",
    due: "Bis wann",
    said: "Was Sie früher sagten",
    found: "Was die herausgebende Stelle feststellte, und warum",
    position: "Ihre Position",
    reason: "Warum",
    year: "Jahr, über das Sie berichten",
    level: "Wie weit es ist",
    narrative: "Was getan wurde",
    asOf: "Stand am",
    claim: "Ist alles getan?",
    promise: "Was Sie versprechen",
    promiseDue: "Versprochen bis",
  },
  yes: "Ja",
  no: "Nein",
  promised: "Versprochen",
  by: (what, due) => `${what}: bis ${due}`,
  faults: {
    choice: (all) => `ist keine der Möglichkeiten: ${all}`,
    needed: "fehlt: wählen Sie eine",
    day: "ist kein Datum: schreiben Sie es als 31.12.2026",
    due: "ist kein Datum: schreiben Sie es als 31.12.2026, oder in Worten wie „Ende Juni 2027“",
    year: "ist kein Jahr: schreiben Sie es in vier Ziffern",
    formula: "hat eine Formel oder einen Fehler: fügen Sie den Wert ein",
    notAsked: "wird in dieser Zeile nicht gefragt: leeren Sie die Zelle",
    promise: "fehlt: sagen Sie, was Sie bis zu diesem Datum versprechen",
    pasted:
      "diese Zeile ist keine der Arbeitsmappe: sie wurde hinzugefügt, oder ihre verborgene Zelle wurde geleert. Schreiben Sie die Antwort in die Zeile der Empfehlung",
    reference:
      "die Empfehlung oder der Bericht dieser Zeile wurde geändert: stellen Sie es wieder her, oder holen Sie eine neue Arbeitsmappe",
    twice: "diese Zeile steht zweimal im Blatt: löschen Sie die Kopie",
    saidBefore: (row) =>
      `Zeile ${row} sagt dies schon zur selben Empfehlung: behalten Sie eine davon, und leeren Sie die andere`,
    unknown: "diese Nachverfolgung gibt es nicht mehr: holen Sie eine neue Arbeitsmappe",
    notYours: "ist heute nicht von Ihnen zu beantworten: holen Sie eine neue Arbeitsmappe",
    future: "liegt in der Zukunft, oder vor dem Bericht",
    done: "passt nicht: wer sagt, dass alles getan ist, wählt eine Stufe, die das sagt",
    passed: "ist vorbei, oder liegt vor dem Bericht",
    text: "ist zu lang, oder hat Zeichen, die nicht aufbewahrt werden können",
    other: (detail) => `kann nicht angenommen werden: ${detail}`,
  },
  skipped: {
    empty: "es wurde nichts ausgefüllt",
    answered:
      "jemand hat inzwischen geantwortet: sehen Sie, was gesagt wurde, und antworten Sie an Ihrem Schreibtisch oder in einer neuen Arbeitsmappe",
    already: "dasselbe liegt schon im Entwurf",
    otherwise:
      "ein anderer Entwurf davon liegt da: er bleibt, wie er ist; ändern oder verwerfen Sie ihn an Ihrem Schreibtisch",
    over: "dort kann nichts mehr gesagt werden",
  },
  warnings: {
    deleted: "Zeilen wurden gelöscht: mit ihnen geschieht nichts",
    lacks: (what) => `der Entwurf kann noch nicht eingereicht werden: ${what}`,
    since:
      "die herausgebende Stelle hat etwas verzeichnet, seit die Arbeitsmappe gemacht wurde: lesen Sie es, bevor Sie einreichen",
  },
  lacksEvidence: "fügen Sie an Ihrem Schreibtisch einen Nachweis hinzu",
  refusals: {
    file: "ist nicht die Arbeitsmappe: schicken Sie die Excel-Arbeitsmappe (.xlsx) selbst, ohne Kennwort, und keine Kopie in anderer Form wie CSV",
    unknown:
      "ist keine Arbeitsmappe dessen, was geschuldet ist: holen Sie eine an Ihrem Schreibtisch, oder mit heed workbook write, und füllen Sie diese aus",
    format:
      "wurde von einer anderen Version gemacht: holen Sie eine neue Arbeitsmappe und kopieren Sie die Antworten hinein",
    otherOrganization: (name) =>
      `ist eine Arbeitsmappe von ${name}, für die Sie nicht antworten: geben Sie sie jemandem, der es tut`,
    sheet: (name) => `hat kein Blatt „${name}“ mehr: holen Sie eine neue Arbeitsmappe`,
    column: (name) => `hat keine Spalte „${name}“ mehr: holen Sie eine neue Arbeitsmappe`,
    rows: (rows) => `${rows === 1 ? "1 Zeile kann" : `${rows} Zeilen können`} nicht angenommen werden`,
    manyRows: (sheet, most) =>
      `hat mehr als ${most} ausgefüllte Zeilen im Blatt „${sheet}“: nichts wurde übernommen; löschen Sie die hinzugefügten Zeilen`,
  },
};
