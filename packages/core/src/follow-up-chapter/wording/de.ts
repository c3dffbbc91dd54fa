import type { ChapterWording } from "./told.ts";

const of = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const is = (count: number) => (count === 1 ? "ist" : "sind");
const was = (count: number) => (count === 1 ? "war" : "waren");
const followUps = (count: number) => of(count, "Nachverfolgung", "Nachverfolgungen");

export const de: ChapterWording = {
  title: (year) => `Nachverfolgung früherer Empfehlungen, ${year}`,
  subtitle: ({ from, to }) => `Der Stand am ${to}, neben dem am ${from}`,
  reason: { rule: "Regel", list: "Die Liste dahinter" },
  heads: {
    recommendation: "Empfehlung",
    responsible: "Zuständig",
    position: "Standpunkt",
    says: "Sagt selbst",
    found: "Festgestellt",
    state: "Stand",
    timeliness: "Rechtzeitig?",
    what: "Was",
    due: "Fällig",
    firstDue: "Zuerst fällig",
    days: "Tage überfällig",
    moves: "Verschoben",
    promise: "Zusage",
    times: "Gefordert",
    firstAsked: "Zuerst gefordert",
    age: "Alter",
    followUps: "Nachverfolgungen",
    overdue: "Überfällig",
    longest: "Längste, Tage",
    movement: "Bewegung",
    before: "Vorher",
    after: "Jetzt",
    rate: "Quote",
    tooYoung: "Zu jung für ein Urteil",
    leftOut: "Nicht beurteilt oder nicht feststellbar",
    year: "Bericht über",
    day: "Tag",
    difference: "Unterschied",
  },
  share: (numerator, denominator, percent) => `${numerator} von ${denominator}${percent ? ` (${percent} %)` : ""}`,
  years: (years) => of(years, "Jahr", "Jahre"),
  withoutDate: "ohne Datum",
  none: "keine",
  cut: (shown, all) => `Hier stehen die ersten ${shown} von ${all}.`,
  brief: {
    title: "In Kürze",
    followed: ({ body, day, followUps: all, reports, open, closed }) =>
      `Am ${day} führte das Register für ${body} ${followUps(all)} aus ${of(reports, "Bericht", "Berichten")}; eine Nachverfolgung ist eine Empfehlung an einen Adressaten, der etwas zu tun hat. ${open} ${was(open)} noch offen, ${closed} ${was(closed)} abgeschlossen.`,
    answered: ({ answered, due }) =>
      `Von ${due}, deren Antwort gegeben oder fällig war, ${was(answered)} ${answered} beantwortet.`,
    done: ({ done, judged, notAssessed }) =>
      `Von ${judged}, die alt genug sind und beurteilt wurden, ${was(done)} ${done} umgesetzt; ${notAssessed} ${was(notAssessed)} nicht beurteilt, und Schweigen ist keine Feststellung.`,
    overdue: ({ total, before, long, from }) =>
      `${of(total, "Sache war", "Sachen waren")} überfällig, davon ${long || "keine"} seit mehr als einem Jahr; am ${from} ${was(before)} es ${before || "keine"}.`,
    onlyOwn: "Es sind ausschließlich Prüfungen, die die herausgebende Stelle selbst schuldet.",
    voices: (divergent, unverified) =>
      `In ${of(divergent, "Fall", "Fällen")} sagt der Adressat, dass alles getan ist, und die herausgebende Stelle stellt weniger fest; zu ${of(unverified, "Meldung", "Meldungen")} gibt es noch keine Feststellung.`,
    rates: "Quoten, und worauf sie beruhen",
  },
  year: {
    title: "Das Jahr neben dem vorigen",
    lead: ({ from, to, before, after }) =>
      `Am ${from} gab es ${followUps(before)}, am ${to} ${after}. Jede davon veränderte sich auf genau eine Weise, nach dem, was die herausgebende Stelle feststellte und abschloss.`,
    moved: "Wie sich die Nachverfolgungen bewegten",
    levels: "Von der herausgebenden Stelle festgestellte Niveaus an beiden Tagen",
    levelsAlternative: ({ from, to, told }) =>
      `Zwei gestapelte Säulen, für den ${from} und den ${to}. Am ${to}: ${told}.`,
    changes: ({ from, told }) => `Seit dem ${from} verzeichnet das Register: ${told}.`,
  },
  said: {
    title: "Was die Adressaten sagten",
    lead: ({ stated, accepted, declined, awaiting, unknown }) =>
      `Zu ${followUps(stated)} gab der Adressat einen Standpunkt ab: ${accepted} angenommen, ganz, teilweise oder grundsätzlich, und ${declined} zur Kenntnis genommen, abgelehnt oder für nicht zuständig erklärt. ${awaiting} ${awaiting === 1 ? "blieb" : "blieben"} ohne Antwort${unknown > 0 ? `; bei ${unknown} sagt das Register nicht, was geantwortet wurde` : ""}.`,
    byResponsible: "Antworten, nach Zuständigen",
    untold: (count) =>
      `Über ${of(count, "andere Organisation", "andere Organisationen")} enthält das Register nichts, woraus sich eine Quote ergibt.`,
    positions: "Standpunkte",
  },
  found: {
    title: "Was festgestellt wurde",
    lead: ({ assessed, all }) => `Die herausgebende Stelle hat Feststellungen zu ${assessed} von ${followUps(all)}.`,
    byYear: "Festgestellte Niveaus, nach dem Jahr, um das es im Bericht geht",
    byYearAlternative: (told) => `Gestapelte Säulen, eine für jedes Jahr eines Berichts. Zusammen: ${told}.`,
    moved: (from) => `Anders festgestellt, abgeschlossen oder wieder aufgenommen seit dem ${from}`,
    nothingMoved: (from) => `Nichts wurde seit dem ${from} anders festgestellt, abgeschlossen oder wieder aufgenommen.`,
  },
  promises: {
    title: "Zusagen: eingehalten und verschoben",
    lead: ({ total, met, overdue, open, replaced, abandoned, ended, moved, moves }) =>
      `Das Register hat ${of(total, "Zusage", "Zusagen")}: ${met} eingehalten, ${overdue} überfällig, ${open} offen, ${replaced} ersetzt, ${abandoned} aufgegeben, ${ended} nicht mehr geschuldet. Bei ${moved} wurde das Datum verschoben, insgesamt ${moves} Mal.`,
    none: "Das Register hat keine Zusage.",
    table: "Zusagen, mit dem zuerst zugesagten Datum",
  },
  promiseStates: { overdue: "Überfällig", open: "Offen", ended: "Nicht mehr geschuldet" },
  voices: {
    title: "Wo die zwei Stimmen auseinandergehen",
    lead: (divergent) =>
      `In ${of(divergent, "Fall", "Fällen")} sagt der Adressat, dass alles getan ist, und die herausgebende Stelle stellte weniger fest. Beides steht hier nebeneinander.`,
    none: "In keinem Fall sagt der Adressat, dass alles getan ist, wo die herausgebende Stelle weniger feststellte.",
    unverified: (count) =>
      count === 0
        ? "Zu jeder Meldung, dass alles getan ist, gibt es eine Feststellung."
        : `Zu ${of(count, "Meldung", "Meldungen")}, dass alles getan ist, gibt es noch keine Feststellung.`,
    table: "Zwei Stimmen",
  },
  overdue: {
    title: "Was überfällig ist, und bei wem",
    lead: ({ total, before, from }) =>
      `${of(total, "Sache", "Sachen")} ${is(total)} überfällig; am ${from} ${was(before)} es ${before || "keine"}. Von einer Nachverfolgung können mehrere Sachen überfällig sein.`,
    kinds: (told) => `Nach Art: ${told}.`,
    none: (day) => `Nichts war am ${day} überfällig.`,
    owing: "Wer schuldet, was überfällig ist",
    table: "Was überfällig ist, das Längste zuerst",
    own: (body) => `Überfällig bei ${body} selbst`,
    ownLead: (body, count) =>
      `${body} hält sich an die eigenen Fristen: ${of(count, "Prüfung", "Prüfungen")} dessen, was ein Adressat meldet, ${is(count)} überfällig.`,
    ownNone: (body) => `${body} hält sich an die eigenen Fristen: keine Prüfung ist überfällig.`,
    ownTable: "Prüfungen, die überfällig sind",
  },
  repeats: {
    title: "Erneut gefordert",
    lead: (count, longest) =>
      `${of(count, "Nachverfolgung gehört", "Nachverfolgungen gehören")} zu einer Empfehlung, die schon früher gefordert wurde${longest ? `; die älteste zuerst am ${longest}` : ""}.`,
    none: "Keine Empfehlung wurde mehr als einmal gefordert.",
    table: "Erneut geforderte Empfehlungen, mit ihrem Alter",
  },
  each: {
    title: "Jede Empfehlung, nach Thema und Adressat",
    lead: ({ listed, closedBefore, from }) =>
      `${followUps(listed)} ${is(listed)} aufgeführt: die noch offenen, und die seit dem ${from} abgeschlossenen. ${closedBefore} ${was(closedBefore)} schon vorher abgeschlossen. Eine Empfehlung mit mehreren Themen steht unter ihrem ersten.`,
    withoutTheme: "Ohne Thema",
    table: (theme) => `${theme}: was gesagt und festgestellt wurde`,
  },
};
