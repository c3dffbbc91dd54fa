import type { ChapterWording } from "./told.ts";

/** In French, zero takes the singular. */
const of = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;
const either = (count: number, one: string, many: string) => (count < 2 ? one : many);
const followUps = (count: number) => of(count, "suivi", "suivis");

export const fr: ChapterWording = {
  title: (year) => `Suivi des recommandations antérieures, ${year}`,
  subtitle: ({ from, to }) => `La situation au ${to}, à côté de celle au ${from}`,
  reason: { rule: "Règle", list: "La liste sous-jacente" },
  heads: {
    recommendation: "Recommandation",
    responsible: "Responsable",
    position: "Position",
    says: "Il déclare",
    found: "Constat",
    state: "État",
    timeliness: "Dans les délais ?",
    what: "Quoi",
    due: "Échéance",
    firstDue: "Première échéance",
    days: "Jours de retard",
    moves: "Reports",
    promise: "Engagement",
    times: "Demandée",
    firstAsked: "Première demande",
    age: "Ancienneté",
    followUps: "Suivis",
    overdue: "En retard",
    longest: "Le plus long, jours",
    movement: "Évolution",
    before: "Avant",
    after: "Maintenant",
    rate: "Taux",
    tooYoung: "Trop récents pour juger",
    leftOut: "Non évalués ou indéterminés",
    year: "Rapport sur",
    day: "Jour",
    difference: "Différence",
  },
  share: (numerator, denominator, percent) => `${numerator} sur ${denominator}${percent ? ` (${percent} %)` : ""}`,
  years: (years) => of(years, "an", "ans"),
  withoutDate: "sans date",
  none: "aucun",
  cut: (shown, all) => `Les ${shown} premiers sur ${all} figurent ici.`,
  brief: {
    title: "En bref",
    followed: ({ body, day, followUps: all, reports, open, closed }) =>
      `Au ${day}, le registre compte ${followUps(all)} pour ${body}, issus de ${of(reports, "rapport", "rapports")} ; un suivi est une recommandation à un destinataire qui doit y donner suite. ${of(open, "était encore suivi", "étaient encore suivis")}, ${of(closed, "était clôturé", "étaient clôturés")}.`,
    answered: ({ answered, due }) =>
      `Sur ${due} dont la réponse était donnée ou due, ${of(answered, "avait une réponse", "avaient une réponse")}.`,
    done: ({ done, judged, notAssessed }) =>
      `Sur ${judged} assez anciens et jugés, ${of(done, "était mis en œuvre", "étaient mis en œuvre")} ; ${of(notAssessed, "n’était pas évalué", "n’étaient pas évalués")}, et le silence n’est pas un constat.`,
    overdue: ({ total, before, long, from }) =>
      `${of(total, "élément était", "éléments étaient")} en retard, dont ${long || "aucun"} depuis plus d’un an ; au ${from}, il ${before ? `y en avait ${before}` : "n’y en avait aucun"}.`,
    onlyOwn: "Ce sont toutes des vérifications que doit l'organisme émetteur lui-même.",
    voices: (divergent, unverified) =>
      `Dans ${of(divergent, "cas", "cas")}, le destinataire déclare que tout est fait et l’organisme émetteur constate moins ; ${of(unverified, "déclaration n’a", "déclarations n’ont")} pas encore de constat.`,
    rates: "Les taux, et sur quoi ils portent",
  },
  year: {
    title: "L’année comparée à la précédente",
    lead: ({ from, to, before, after }) =>
      `Il y avait ${followUps(before)} au ${from}, et ${after} au ${to}. Chacun de ces derniers a évolué d’une seule manière, selon ce que l’organisme émetteur a constaté et clôturé.`,
    moved: "Comment les suivis ont évolué",
    levels: "Niveaux constatés par l’organisme émetteur aux deux dates",
    levelsAlternative: ({ from, to, told }) =>
      `Deux colonnes empilées, pour le ${from} et le ${to}. Au ${to} : ${told}.`,
    changes: ({ from, told }) => `Depuis le ${from}, le registre mentionne : ${told}.`,
  },
  said: {
    title: "Ce que les destinataires ont dit",
    lead: ({ stated, accepted, declined, awaiting, unknown }) =>
      `Dans ${followUps(stated)}, le destinataire a donné sa position : ${accepted} fois il accepte, entièrement, en partie ou en principe, et ${declined} fois il prend note, rejette ou se dit incompétent. ${of(awaiting, "suivi reste", "suivis restent")} sans réponse${unknown > 0 ? ` ; pour ${unknown}, le registre ne dit pas ce qui a été répondu` : ""}.`,
    byResponsible: "Les réponses, par responsable",
    untold: (count) =>
      `De ${of(count, "autre organisation", "autres organisations")}, le registre ne contient rien dont un taux ressorte.`,
    positions: "Positions",
  },
  found: {
    title: "Ce qui a été constaté",
    lead: ({ assessed, all }) => `L’organisme émetteur a fait un constat pour ${assessed} sur ${followUps(all)}.`,
    byYear: "Niveaux constatés, par année sur laquelle porte le rapport",
    byYearAlternative: (told) => `Colonnes empilées, une par année de rapport. Ensemble : ${told}.`,
    moved: (from) => `Constatés autrement, clôturés ou rouverts depuis le ${from}`,
    nothingMoved: (from) => `Rien n’a été constaté autrement, clôturé ou rouvert depuis le ${from}.`,
  },
  promises: {
    title: "Engagements tenus et reportés",
    lead: ({ total, met, overdue, open, replaced, abandoned, ended, moved, moves }) =>
      `Le registre compte ${of(total, "engagement", "engagements")} : ${of(met, "tenu", "tenus")}, ${overdue} en retard, ${of(open, "ouvert", "ouverts")}, ${of(replaced, "remplacé", "remplacés")}, ${of(abandoned, "abandonné", "abandonnés")}, ${of(ended, "n’est plus dû", "ne sont plus dus")}. La date de ${moved} a été déplacée, ${of(moves, "fois", "fois")} en tout.`,
    none: "Le registre ne compte aucun engagement.",
    table: "Les engagements, avec la date promise d’abord",
  },
  promiseStates: { overdue: "En retard", open: "Ouvert", ended: "N’est plus dû" },
  voices: {
    title: "Là où les deux voix divergent",
    lead: (divergent) =>
      `Dans ${of(divergent, "cas", "cas")}, le destinataire déclare que tout est fait, et l’organisme émetteur a constaté moins. Les deux figurent ici côte à côte.`,
    none: "Dans aucun cas le destinataire ne déclare que tout est fait là où l’organisme émetteur a constaté moins.",
    unverified: (count) =>
      count === 0
        ? "Chaque déclaration que tout est fait a son constat."
        : `${of(count, "déclaration", "déclarations")} que tout est fait ${either(count, "n’a", "n’ont")} pas encore de constat.`,
    table: "Deux voix",
  },
  overdue: {
    title: "Ce qui est en retard, et chez qui",
    lead: ({ total, before, from }) =>
      `${of(total, "élément est", "éléments sont")} en retard ; au ${from}, il ${before ? `y en avait ${before}` : "n’y en avait aucun"}. Plusieurs éléments d’un même suivi peuvent être en retard.`,
    kinds: (told) => `Par sorte : ${told}.`,
    none: (day) => `Rien n’était en retard au ${day}.`,
    owing: "Qui doit ce qui est en retard",
    table: "Ce qui est en retard, le plus ancien d’abord",
    own: (body) => `En retard chez ${body}`,
    ownLead: (body, count) =>
      `${body} se tient à ses propres délais : ${of(count, "vérification", "vérifications")} de ce que déclare un destinataire ${either(count, "est", "sont")} en retard.`,
    ownNone: (body) => `${body} se tient à ses propres délais : aucune vérification n’est en retard.`,
    ownTable: "Les vérifications en retard",
  },
  repeats: {
    title: "Demandées à nouveau",
    lead: (count, longest) =>
      `${of(count, "suivi porte", "suivis portent")} sur une recommandation déjà demandée auparavant${longest ? ` ; la plus ancienne le fut d’abord le ${longest}` : ""}.`,
    none: "Aucune recommandation n’a été demandée plus d’une fois.",
    table: "Les recommandations demandées à nouveau, avec leur ancienneté",
  },
  each: {
    title: "Chaque recommandation, par thème et destinataire",
    lead: ({ listed, closedBefore, from }) =>
      `${of(listed, "suivi figure", "suivis figurent")} ici : ceux qui sont encore suivis, et ceux qui ont été clôturés depuis le ${from}. ${of(closedBefore, "l’avait été", "l’avaient été")} auparavant. Une recommandation qui a plusieurs thèmes figure sous le premier.`,
    withoutTheme: "Sans thème",
    table: (theme) => `${theme} : ce qui a été dit et constaté`,
  },
};
