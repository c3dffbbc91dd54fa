import type { OverdueKind } from "../follow-up/levels.ts";
import { periodIn } from "./period-in.ts";
import type { Told, Values, Wording } from "./told.ts";

export const fr: Wording = {
  given: (given, date) => {
    switch (given.form) {
      case "unknown":
        return "un jour inconnu";
      case "on":
        return `le ${date(given.on)}`;
      case "by":
        return `au plus tard ${given.precision === "day" ? "le" : "en"} ${date(given.by, given.precision)}`;
      case "in":
        return `en ${date(given.by, given.precision)}`;
      case "between":
        return `après le ${date(given.after)} et au plus tard ${given.precision === "day" ? "le" : "en"} ${date(given.by, given.precision)}`;
    }
  },
  sentences: {
    position: ({ values, when }) =>
      values.position === "undetermined"
        ? `la source montre des réponses données ${when("given")}, sans dire si ce destinataire en a donné une`
        : `le destinataire a donné sa position ${when("given")}`,
    acceptanceWithdrawn: ({ values, when }) =>
      `le destinataire a retiré son acceptation ${when("withdrawn")}${daysOverdue(values, " ; ce qui a pris fin ainsi était ")}`,
    reported: ({ shown, when }) => `le destinataire a décrit ${when("given")} la situation au ${shown("asOf")}`,
    assessed: ({ values, shown, when, label }) =>
      `l'organisme émetteur a évalué la situation au ${shown("asOf")} ; publié ${when("given")}, méthode : ${label("assuranceMethod", values.method)}`,
    findingsConflict: ({ values, shown, when, label }) =>
      `les constats donnés ${when("given")} sur la situation au ${shown("asOf")} se contredisent : ${label("assessedLevel", values.levels)} ; le plus bas compte, et rien d'autre n'en découle`,
    contradicted: ({ when }) =>
      `un constat publié ${when("given")}, après la clôture comme mise en œuvre, est en dessous`,
    withoutTimeline: ({ values: { by } }) =>
      `${by === "addressee" ? "le destinataire dit" : "l'organisme émetteur constate"} que c'est en cours, ce qui demande un calendrier : aucune date d'achèvement n'est promise ou fixée`,
    claimed: ({ when }) =>
      `le destinataire a déclaré ${when("given")} que tout est fait ; l'organisme émetteur doit le vérifier`,
    claimedOnly: ({ when }) =>
      `le destinataire a déclaré ${when("given")} que tout est fait ; la source ne vérifie pas les déclarations et ne doit pas de vérification`,
    claimedForInformation: ({ when }) =>
      `le destinataire a déclaré ${when("given")} que tout est fait ; elle lui est adressée pour information, donc personne ne doit le vérifier`,
    awaitsClosure: () => "l'organisme émetteur l'a constatée entièrement mise en œuvre et doit encore la clôturer",
    closed: ({ when }) => `l'organisme émetteur l'a clôturée ${when("closed")}`,
    replaced: ({ when }) =>
      `un lien vers une recommandation plus récente l'a clôturée ${when("closed")} : c'est celle-là qui est suivie`,
    publicationDayUnknown: ({ shown }) =>
      `le rapport a été publié en ${shown("published")}, et la source ne dit pas quel jour`,
    responsePeriod: ({ values, shown }) =>
      `une réponse était due ${periodIn("fr", values.period)} après le ${shown("from")}, au plus tard le ${shown("due")}, selon ${values.rules === "calendar" ? "le calendrier simple" : "le règlement 1182/71"}`,
    responsePeriodNotStarted: ({ values, label }) =>
      `aucune réponse n'est encore due : le jour de la ${label("periodStart", values.from)} n'est pas connu`,
    noResponsePeriod: () => "le rapport ne fixe aucun délai de réponse",
    answerUnknown: () => "la source ne dit pas si ce destinataire a répondu",
    noImplementationDeadline: () => "la recommandation n'a pas d'échéance propre",
    implementationDeadline: ({ shown }) => `l'échéance propre de la recommandation était le ${shown("due")}`,
    noCurrentDeadline: ({ shown }) =>
      `la date du ${shown("due")} était passée avant que le destinataire accepte à nouveau : aucune date ne vaut tant qu'il n'en est pas fixé une`,
    deadlineBeforeAsked: ({ shown }) =>
      `la date du ${shown("due")} était passée avant que le destinataire soit appelé à agir : elle ne lie pas, et aucune date ne vaut tant qu'il n'en est pas fixé une`,
    overdueBeforeAccepting: ({ values, when }) =>
      `le destinataire a refusé ${when("withdrawn")} et accepté plus tard${daysOverdue(values, " ; ce qu'il avait manqué était ")} : cela reste dit tant qu'aucune date n'est fixée`,
    unansweredOwesBoth: () => "un destinataire qui n'a pas répondu doit la réponse et la mise en œuvre",
    contentUnknown: () => "la source ne dit pas ce qui a été répondu : ce peut être un refus",
    commitmentWithoutDate: () => "le destinataire l'a promis sans date",
    commitmentNotKept: ({ values, shown, day }) =>
      `le destinataire l'a promis pour ${values.wording === undefined ? `${isDay(values.duePrecision) ? "le " : ""}${shown("due")}` : `« ${values.wording} », qui compte jusqu'au ${day("due")}`}`,
    updateMissed: ({ values, shown }) =>
      `pas d'état d'avancement pour ${values.reportingYears} ; le premier était dû le ${shown("due")}`,
    updateAsked: ({ values, shown }) =>
      `le cycle sur ${values.reportingYears}, ouvert depuis le ${shown("opens")}, demande un état d'avancement pour le ${shown("due")}`,
    verificationInCycle: ({ values, shown, when }) =>
      `déclaré ${when("claimed")} ; les évaluations du cycle sur ${values.reportingYear} étaient dues le ${shown("due")}`,
    verificationPeriod: ({ values, shown, when }) =>
      `déclaré ${when("claimed")} ; l'organisme émetteur vérifie dans un délai de ${periodIn("fr", values.period)}, pour le ${shown("due")}`,
    selectedByCycle: ({ values, shown }) =>
      `le cycle sur ${values.reportingYear} l'a choisie le ${shown("selected")} ; l'organisme émetteur l'évalue pour le ${shown("due")}`,
    replacesPromise: ({ shown }) => `il remplace un engagement : la date initiale est celle du ${shown("due")}`,
    deadlineSet: ({ values, shown }) =>
      `${values.by === "decision" ? "une décision" : "la réouverture"} a fixé la date au ${shown("due")}`,
    deadlineMoved: ({ values, shown }) =>
      `l'échéance est passée du ${shown("from")} au ${shown("to")}${values.moves === 1 ? "" : ` en ${values.moves} reports`}`,
    claimFoundWanting: ({ values: { daysWithIssuer } }) =>
      `une déclaration n'a pas été confirmée ; elle a attendu l'organisme émetteur ${days(daysWithIssuer)}. Les jours de retard comptent depuis l'échéance, s'il y en a une`,
    claimConfirmedBefore: ({ values: { daysWithIssuer } }) =>
      `une déclaration a été confirmée, et le suivi a été rouvert plus tard ; elle a attendu l'organisme émetteur ${days(daysWithIssuer)}. Les jours de retard comptent depuis l'échéance, s'il y en a une`,
    forInformationOwesNothing: () => "elle est adressée pour information et rien n'est dû",
    clockWithIssuer: () =>
      "le délai du destinataire est arrêté pendant que l'organisme émetteur vérifie sa déclaration",
    closedWithoutDeadline: () => "elle a été clôturée comme mise en œuvre et n'a jamais eu d'échéance",
    releasedByClosure: ({ when }) =>
      `elle a été clôturée ${when("closed")} ; jusque-là, aucune date n'était passée sans ce qui était dû`,
    settled: ({ values, shown, when, label }) =>
      `${settledNames[values.kind as OverdueKind]} : échéance le ${shown("due")}${settledWhen(values, when)} ; ${label("timeliness", values.timeliness)}`,
    nothingOwed: () => "le destinataire ne doit plus rien et n'avait pas d'échéance",
    declinedAndAnswered: ({ shown, when }) =>
      `la réponse était due le ${shown("due")} et a été donnée ${when("answered")} ; rien d'autre n'est dû`,
    lowestOfParts: ({ values, label }) =>
      `elle est au niveau le plus bas constaté dans ses parties : ${label("assessedLevel", values.level)}`,
    levelSet: ({ values, shown, label }) =>
      `${values.lowest === "notAssessed" ? "aucune de ses parties n'est évaluée" : `le plus bas de ses parties serait : ${label("assessedLevel", values.lowest)}`} ; l'organisme émetteur l'a mise au niveau « ${label("assessedLevel", values.level)} » le ${shown("set")} : « ${values.reason} »`,
    lowestOfAddressees: ({ values, label }) =>
      `elle est au niveau le plus bas constaté chez ses destinataires chefs de file et conjoints : ${label("assessedLevel", values.level)}`,
    notAllAssessed: ({ values: { unassessed } }) =>
      `${unassessed === 1 ? "un suivi n'est pas évalué" : `${unassessed} suivis ne sont pas évalués`} : le niveau est provisoire et ne compte pas comme mis en œuvre`,
    notAllReported: ({ values, label }) =>
      `${values.unreported === 1 ? "un suivi n'a" : `${values.unreported} suivis n'ont`} pas de niveau rapporté : « ${label("reportedLevel", values.level)} » est le plus bas de ce qui a été rapporté pour les autres`,
  },
};

const settledNames: Record<OverdueKind, string> = {
  response: "la réponse",
  commitment: "un engagement",
  implementation: "la mise en œuvre",
  update: "un état d'avancement",
  verification: "la vérification",
};

function settledWhen(values: Values, when: Told["when"]): string {
  if (values.on === undefined && values.onBy === undefined)
    return values.timeliness === "notMet" ? ", jamais respectée" : "";
  return `, fait ${when("on")}`;
}

function isDay(precision: string | number | undefined): boolean {
  return precision === undefined || precision === "day";
}

function days(count: string | number | undefined): string {
  return count === 1 ? "1 jour" : `${count} jours`;
}

function daysOverdue({ daysOverdue }: Values, before: string): string {
  if (daysOverdue === undefined) return "";
  return `${before}${daysOverdue === 0 ? "à temps" : `en retard de ${days(daysOverdue)}`}`;
}
