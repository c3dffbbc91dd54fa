import type { OverdueKind } from "../follow-up/levels.ts";
import { periodIn } from "./period-in.ts";
import type { Told, Values, Wording } from "./told.ts";

export const nl: Wording = {
  given: (given, date) => {
    switch (given.form) {
      case "unknown":
        return "op een onbekende dag";
      case "on":
        return `op ${date(given.on)}`;
      case "by":
        return `uiterlijk ${given.precision === "day" ? "op" : "in"} ${date(given.by, given.precision)}`;
      case "in":
        return `in ${date(given.by, given.precision)}`;
      case "between":
        return `na ${date(given.after)} en uiterlijk ${given.precision === "day" ? "op" : "in"} ${date(given.by, given.precision)}`;
    }
  },
  sentences: {
    position: ({ values, when }) =>
      values.position === "undetermined"
        ? `de bron toont antwoorden ${when("given")}, en niet of deze geadresseerde er een gaf`
        : `de geadresseerde gaf zijn standpunt ${when("given")}`,
    acceptanceWithdrawn: ({ values, when }) =>
      `de geadresseerde trok zijn aanvaarding ${when("withdrawn")} in${daysOverdue(values, "; wat daardoor eindigde, was ")}`,
    reported: ({ shown, when }) => `de geadresseerde beschreef ${when("given")} de toestand van ${shown("asOf")}`,
    assessed: ({ values, shown, when, label }) =>
      `de uitgevende instantie beoordeelde de toestand van ${shown("asOf")}; gepubliceerd ${when("given")}, methode: ${label("assuranceMethod", values.method)}`,
    findingsConflict: ({ values, shown, when, label }) =>
      `de bevindingen die ${when("given")} over de toestand van ${shown("asOf")} zijn gegeven, spreken elkaar tegen: ${label("assessedLevel", values.levels)}; de laagste telt, en verder volgt er niets uit`,
    contradicted: ({ when }) =>
      `een bevinding die ${when("given")} is gepubliceerd, na de afsluiting als uitgevoerd, ligt daaronder`,
    withoutTimeline: ({ values: { by } }) =>
      `${by === "addressee" ? "de geadresseerde zegt" : "de uitgevende instantie vindt"} dat het aan de gang is, en daarvoor is een tijdschema nodig: er is geen datum beloofd of bepaald waarop het klaar is`,
    claimed: ({ when }) =>
      `de geadresseerde meldde ${when("given")} dat alles gedaan is; de uitgevende instantie moet dat verifiëren`,
    claimedOnly: ({ when }) =>
      `de geadresseerde meldde ${when("given")} dat alles gedaan is; de bron verifieert geen meldingen en is geen verificatie verschuldigd`,
    claimedForInformation: ({ when }) =>
      `de geadresseerde meldde ${when("given")} dat alles gedaan is; hij is ter informatie aangeschreven, dus niemand hoeft dat te verifiëren`,
    awaitsClosure: () => "de uitgevende instantie vond het volledig uitgevoerd en moet het nog afsluiten",
    closed: ({ when }) => `de uitgevende instantie sloot het ${when("closed")} af`,
    replaced: ({ when }) =>
      `het is ${when("closed")} afgesloten door een verwijzing naar een nieuwere aanbeveling: die wordt nu opgevolgd`,
    publicationDayUnknown: ({ shown }) =>
      `het verslag verscheen in ${shown("published")}, en de bron zegt niet op welke dag`,
    responsePeriod: ({ values, shown }) =>
      `een antwoord werd ${periodIn("nl", values.period)} na ${shown("from")} verwacht, uiterlijk op ${shown("due")}, geteld volgens ${values.rules === "calendar" ? "de gewone kalender" : "Verordening 1182/71"}`,
    responsePeriodNotStarted: ({ values, label }) =>
      `er wordt nog geen antwoord verwacht: de dag van de ${label("periodStart", values.from)} is niet bekend`,
    noResponsePeriod: () => "het verslag bepaalt geen termijn voor een antwoord",
    answerUnknown: () => "de bron zegt niet of deze geadresseerde heeft geantwoord",
    noImplementationDeadline: () => "de aanbeveling heeft zelf geen termijn",
    implementationDeadline: ({ shown }) => `de termijn van de aanbeveling zelf liep tot ${shown("due")}`,
    noCurrentDeadline: ({ shown }) =>
      `de datum van ${shown("due")} was voorbij voordat de geadresseerde opnieuw aanvaardde: er geldt geen datum tot er een wordt bepaald`,
    deadlineBeforeAsked: ({ shown }) =>
      `de datum van ${shown("due")} was voorbij voordat de geadresseerde gevraagd werd te handelen: die datum bindt niet, en er geldt er geen tot er een wordt bepaald`,
    overdueBeforeAccepting: ({ values, when }) =>
      `de geadresseerde weigerde ${when("withdrawn")} en aanvaardde later${daysOverdue(values, "; wat hij had gemist, was ")}: dat blijft vermeld tot er een datum is bepaald`,
    unansweredOwesBoth: () =>
      "een geadresseerde die niet antwoordde, is zowel het antwoord als de uitvoering verschuldigd",
    contentUnknown: () => "de bron zegt niet wat er is geantwoord: het kan een weigering zijn",
    commitmentWithoutDate: () => "de geadresseerde beloofde het zonder datum",
    commitmentNotKept: ({ values, shown, day }) =>
      `de geadresseerde beloofde het tegen ${values.wording === undefined ? shown("due") : `„${values.wording}”, wat telt tot ${day("due")}`}`,
    updateMissed: ({ values, shown }) =>
      `geen voortgangsbericht over ${values.reportingYears}; het eerste werd op ${shown("due")} verwacht`,
    updateAsked: ({ values, shown }) =>
      `de cyclus over ${values.reportingYears}, open sinds ${shown("opens")}, vraagt een voortgangsbericht tegen ${shown("due")}`,
    verificationInCycle: ({ values, shown, when }) =>
      `gemeld ${when("claimed")}; de beoordelingen van de cyclus over ${values.reportingYear} werden op ${shown("due")} verwacht`,
    verificationPeriod: ({ values, shown, when }) =>
      `gemeld ${when("claimed")}; de uitgevende instantie verifieert binnen ${periodIn("nl", values.period)}, tegen ${shown("due")}`,
    selectedByCycle: ({ values, shown }) =>
      `de cyclus over ${values.reportingYear} koos het op ${shown("selected")}; de uitgevende instantie beoordeelt het tegen ${shown("due")}`,
    replacesPromise: ({ shown }) => `het vervangt een toezegging: de oorspronkelijke datum is die van ${shown("due")}`,
    deadlineSet: ({ values, shown }) =>
      `${values.by === "decision" ? "een beslissing" : "de heropening"} bepaalde de datum op ${shown("due")}`,
    deadlineMoved: ({ values, shown }) =>
      `de termijn schoof op van ${shown("from")} naar ${shown("to")}${values.moves === 1 ? "" : `, in ${values.moves} keer`}`,
    claimFoundWanting: ({ values: { daysWithIssuer } }) =>
      `een melding is niet bevestigd; ze wachtte ${days(daysWithIssuer)} op de uitgevende instantie. De dagen te laat tellen vanaf het einde van de termijn, als die er is`,
    claimConfirmedBefore: ({ values: { daysWithIssuer } }) =>
      `een melding is bevestigd, en de opvolging is later heropend; de melding wachtte ${days(daysWithIssuer)} op de uitgevende instantie. De dagen te laat tellen vanaf het einde van de termijn, als die er is`,
    forInformationOwesNothing: () => "ze is ter informatie gericht, en er is niets verschuldigd",
    clockWithIssuer: () =>
      "de klok van de geadresseerde staat stil terwijl de uitgevende instantie zijn melding verifieert",
    closedWithoutDeadline: () => "het is als uitgevoerd afgesloten en had nooit een termijn",
    releasedByClosure: ({ when }) =>
      `het is ${when("closed")} afgesloten; tot dan was er geen datum voorbijgegaan zonder wat toen verwacht werd`,
    settled: ({ values, shown, when, label }) =>
      `${settledNames[values.kind as OverdueKind]} werd verwacht op ${shown("due")}${settledWhen(values, when)}: ${label("timeliness", values.timeliness)}`,
    nothingOwed: () => "de geadresseerde is niets meer verschuldigd en had geen termijn",
    declinedAndAnswered: ({ shown, when }) =>
      `het antwoord werd verwacht op ${shown("due")} en gegeven ${when("answered")}; meer is er niet verschuldigd`,
    lowestOfParts: ({ values, label }) =>
      `ze staat op het laagste niveau dat in haar delen is beoordeeld: ${label("assessedLevel", values.level)}`,
    levelSet: ({ values, shown, label }) =>
      `${values.lowest === "notAssessed" ? "geen van haar delen is beoordeeld" : `het laagste van haar delen zou zijn: ${label("assessedLevel", values.lowest)}`}; de uitgevende instantie zette haar op ${shown("set")} op „${label("assessedLevel", values.level)}”: „${values.reason}”`,
    lowestOfAddressees: ({ values, label }) =>
      `ze staat op het laagste niveau dat bij haar trekkers en medegeadresseerden is beoordeeld: ${label("assessedLevel", values.level)}`,
    notAllAssessed: ({ values: { unassessed } }) =>
      `${unassessed === 1 ? "één opvolging is" : `${unassessed} opvolgingen zijn`} niet beoordeeld: het niveau is voorlopig en telt niet als uitgevoerd`,
    notAllReported: ({ values, label }) =>
      `${values.unreported === 1 ? "één opvolging heeft" : `${values.unreported} opvolgingen hebben`} geen gerapporteerd niveau: „${label("reportedLevel", values.level)}” is het laagste van wat voor de andere is gerapporteerd`,
  },
};

const settledNames: Record<OverdueKind, string> = {
  response: "het antwoord",
  commitment: "een toezegging",
  implementation: "de uitvoering",
  update: "een voortgangsbericht",
  verification: "de verificatie",
};

function settledWhen(values: Values, when: Told["when"]): string {
  const verb = values.kind === "response" || values.kind === "update" ? "gegeven" : "gebeurd";
  if (values.on === undefined && values.onBy === undefined)
    return values.timeliness === "notMet" ? ` en is nooit ${verb}` : "";
  return ` en is ${when("on")} ${verb}`;
}

function days(count: string | number | undefined): string {
  return count === 1 ? "1 dag" : `${count} dagen`;
}

function daysOverdue({ daysOverdue }: Values, before: string): string {
  if (daysOverdue === undefined) return "";
  return `${before}${daysOverdue === 0 ? "niet te laat" : `${days(daysOverdue)} te laat`}`;
}
