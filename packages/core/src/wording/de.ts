import type { OverdueKind } from "../follow-up/levels.ts";
import { periodIn } from "./period-in.ts";
import type { Told, Values, Wording } from "./told.ts";

export const de: Wording = {
  given: (given, date) => {
    switch (given.form) {
      case "unknown":
        return "an einem unbekannten Tag";
      case "on":
        return `am ${date(given.on)}`;
      case "by":
        return `spätestens ${given.precision === "day" ? "am " : ""}${date(given.by, given.precision)}`;
      case "in":
        return `im Zeitraum ${date(given.by, given.precision)}`;
      case "between":
        return `nach dem ${date(given.after)} und spätestens ${given.precision === "day" ? "am " : ""}${date(given.by, given.precision)}`;
    }
  },
  sentences: {
    position: ({ values, when }) =>
      values.position === "undetermined"
        ? `die Quelle zeigt Antworten ${when("given")}, aber nicht, ob dieser Adressat eine gab`
        : `der Adressat gab seinen Standpunkt ${when("given")} ab`,
    acceptanceWithdrawn: ({ values, when }) =>
      `der Adressat zog seine Annahme ${when("withdrawn")} zurück${daysOverdue(values, "; was dadurch endete, war ")}`,
    reported: ({ shown, when }) => `der Adressat beschrieb ${when("given")} die Lage vom ${shown("asOf")}`,
    assessed: ({ values, shown, when, label }) =>
      `die herausgebende Stelle beurteilte die Lage vom ${shown("asOf")}; veröffentlicht ${when("given")}, Methode: ${label("assuranceMethod", values.method)}`,
    findingsConflict: ({ values, shown, when, label }) =>
      `die Befunde, die ${when("given")} über die Lage vom ${shown("asOf")} gegeben wurden, widersprechen einander: ${label("assessedLevel", values.levels)}; der niedrigste zählt, und sonst folgt nichts aus ihnen`,
    contradicted: ({ when }) =>
      `ein Befund, der ${when("given")} veröffentlicht wurde, nach dem Abschluss als umgesetzt, liegt darunter`,
    withoutTimeline: ({ values: { by } }) =>
      `${by === "addressee" ? "der Adressat sagt" : "die herausgebende Stelle findet"}, dass es im Gange ist, und das braucht einen Zeitplan: Kein Datum ist zugesagt oder gesetzt, bis zu dem es fertig ist`,
    claimed: ({ when }) =>
      `der Adressat meldete ${when("given")}, dass alles getan ist; die herausgebende Stelle muss es überprüfen`,
    claimedOnly: ({ when }) =>
      `der Adressat meldete ${when("given")}, dass alles getan ist; die Quelle überprüft keine Meldungen und schuldet keine Überprüfung`,
    claimedForInformation: ({ when }) =>
      `der Adressat meldete ${when("given")}, dass alles getan ist; sie ist zur Information gerichtet, also muss das niemand überprüfen`,
    awaitsClosure: () => "die herausgebende Stelle fand es vollständig umgesetzt und muss es noch abschließen",
    closed: ({ when }) => `die herausgebende Stelle schloss es ${when("closed")} ab`,
    replaced: ({ when }) =>
      `ein Verweis auf eine neuere Empfehlung schloss es ${when("closed")} ab: Jene wird jetzt verfolgt`,
    publicationDayUnknown: ({ shown }) =>
      `der Bericht erschien im Zeitraum ${shown("published")}, und die Quelle nennt den Tag nicht`,
    responsePeriod: ({ values, shown }) =>
      `eine Antwort war ${periodIn("de", values.period)} nach dem ${shown("from")} fällig, bis zum ${shown("due")}, gezählt nach ${values.rules === "calendar" ? "dem einfachen Kalender" : "der Verordnung 1182/71"}`,
    responsePeriodNotStarted: ({ values, label }) =>
      `noch ist keine Antwort fällig: Der Tag des Beginns (${label("periodStart", values.from)}) ist nicht bekannt`,
    noResponsePeriod: () => "der Bericht setzt keine Frist für eine Antwort",
    answerUnknown: () => "die Quelle sagt nicht, ob dieser Adressat geantwortet hat",
    noImplementationDeadline: () => "die Empfehlung hat keine eigene Frist",
    implementationDeadline: ({ shown }) => `die eigene Frist der Empfehlung endete am ${shown("due")}`,
    noCurrentDeadline: ({ shown }) =>
      `das Datum ${shown("due")} war vorbei, bevor der Adressat wieder annahm: Es gilt keines, bis eines gesetzt wird`,
    deadlineBeforeAsked: ({ shown }) =>
      `das Datum ${shown("due")} war vorbei, bevor der Adressat handeln sollte: Es bindet nicht, und es gilt keines, bis eines gesetzt wird`,
    overdueBeforeAccepting: ({ values, when }) =>
      `der Adressat lehnte ${when("withdrawn")} ab und nahm später an${daysOverdue(values, "; was er versäumt hatte, war ")}: Das bleibt vermerkt, bis ein Datum gesetzt ist`,
    unansweredOwesBoth: () => "ein Adressat, der nicht geantwortet hat, schuldet die Antwort und die Umsetzung",
    contentUnknown: () => "die Quelle sagt nicht, was geantwortet wurde: Es kann eine Ablehnung sein",
    commitmentWithoutDate: () => "der Adressat sagte es ohne Datum zu",
    commitmentNotKept: ({ values, shown, day }) =>
      `der Adressat sagte es zu für ${values.wording === undefined ? shown("due") : `„${values.wording}“, was bis ${day("due")} zählt`}`,
    updateMissed: ({ values, shown }) =>
      `kein Fortschrittsbericht über ${values.reportingYears}; der erste war am ${shown("due")} fällig`,
    updateAsked: ({ values, shown }) =>
      `der Zyklus über ${values.reportingYears}, offen seit ${shown("opens")}, verlangt einen Fortschrittsbericht bis zum ${shown("due")}`,
    verificationInCycle: ({ values, shown, when }) =>
      `gemeldet ${when("claimed")}; die Beurteilungen des Zyklus über ${values.reportingYear} waren am ${shown("due")} fällig`,
    verificationPeriod: ({ values, shown, when }) =>
      `gemeldet ${when("claimed")}; die herausgebende Stelle überprüft es innerhalb von ${periodIn("de", values.period, "dative")}, bis zum ${shown("due")}`,
    selectedByCycle: ({ values, shown }) =>
      `der Zyklus über ${values.reportingYear} wählte es am ${shown("selected")} aus; die herausgebende Stelle beurteilt es bis zum ${shown("due")}`,
    replacesPromise: ({ shown }) => `es ersetzt eine Zusage: Das ursprüngliche Datum ist ${shown("due")}`,
    deadlineSet: ({ values, shown }) =>
      `${values.by === "decision" ? "eine Entscheidung" : "die Wiederaufnahme"} setzte das Datum auf den ${shown("due")}`,
    deadlineMoved: ({ values, shown }) =>
      `die Frist verschob sich von ${shown("from")} auf ${shown("to")}${values.moves === 1 ? "" : `, in ${values.moves} Schritten`}`,
    claimFoundWanting: ({ values: { daysWithIssuer } }) =>
      `eine Meldung wurde nicht bestätigt; sie wartete ${days(daysWithIssuer)} auf die herausgebende Stelle. Die Tage im Verzug zählen ab dem Fälligkeitsdatum, wo es eines gibt`,
    claimConfirmedBefore: ({ values: { daysWithIssuer } }) =>
      `eine Meldung wurde bestätigt, und die Nachverfolgung später wieder aufgenommen; die Meldung wartete ${days(daysWithIssuer)} auf die herausgebende Stelle. Die Tage im Verzug zählen ab dem Fälligkeitsdatum, wo es eines gibt`,
    forInformationOwesNothing: () => "sie ist zur Information gerichtet, und nichts wird geschuldet",
    clockWithIssuer: () =>
      "die Uhr des Adressaten steht still, während die herausgebende Stelle seine Meldung überprüft",
    closedWithoutDeadline: () => "es wurde als umgesetzt abgeschlossen und hatte nie eine Frist",
    releasedByClosure: ({ when }) =>
      `es wurde ${when("closed")} abgeschlossen; bis dahin war kein Datum vorbei, ohne dass das Fällige da war`,
    settled: ({ values, shown, when, label }) =>
      `${settledNames[values.kind as OverdueKind]} war am ${shown("due")} fällig${settledWhen(values, when)}: ${label("timeliness", values.timeliness)}`,
    nothingOwed: () => "der Adressat schuldet nichts mehr und hatte keine Frist",
    declinedAndAnswered: ({ shown, when }) =>
      `die Antwort war am ${shown("due")} fällig und wurde ${when("answered")} gegeben; mehr wird nicht geschuldet`,
    lowestOfParts: ({ values, label }) =>
      `sie steht auf dem niedrigsten Niveau, das in ihren Teilen beurteilt wurde: ${label("assessedLevel", values.level)}`,
    levelSet: ({ values, shown, label }) =>
      `${values.lowest === "notAssessed" ? "keiner ihrer Teile ist beurteilt" : `das niedrigste ihrer Teile wäre: ${label("assessedLevel", values.lowest)}`}; die herausgebende Stelle setzte sie am ${shown("set")} auf „${label("assessedLevel", values.level)}“: „${values.reason}“`,
    lowestOfAddressees: ({ values, label }) =>
      `sie steht auf dem niedrigsten Niveau, das bei ihren federführenden und mitwirkenden Adressaten beurteilt wurde: ${label("assessedLevel", values.level)}`,
    notAllAssessed: ({ values: { unassessed } }) =>
      `${unassessed === 1 ? "eine Nachverfolgung ist" : `${unassessed} Nachverfolgungen sind`} nicht beurteilt: Das Niveau ist vorläufig und zählt nicht als umgesetzt`,
    notAllReported: ({ values, label }) =>
      `${values.unreported === 1 ? "eine Nachverfolgung hat" : `${values.unreported} Nachverfolgungen haben`} kein berichtetes Niveau: „${label("reportedLevel", values.level)}“ ist das niedrigste von dem, was für die anderen berichtet wurde`,
  },
};

const settledNames: Record<OverdueKind, string> = {
  response: "die Antwort",
  commitment: "eine Zusage",
  implementation: "die Umsetzung",
  update: "ein Fortschrittsbericht",
  verification: "die Überprüfung",
};

function settledWhen(values: Values, when: Told["when"]): string {
  const verb = values.kind === "response" || values.kind === "update" ? "gegeben" : "erledigt";
  if (values.on === undefined && values.onBy === undefined)
    return values.timeliness === "notMet" ? ` und wurde nie ${verb}` : "";
  return ` und wurde ${when("on")} ${verb}`;
}

function days(count: string | number | undefined): string {
  return count === 1 ? "1 Tag" : `${count} Tage`;
}

function daysOverdue({ daysOverdue }: Values, before: string): string {
  if (daysOverdue === undefined) return "";
  return `${before}${daysOverdue === 0 ? "nicht überfällig" : `${days(daysOverdue)} überfällig`}`;
}
