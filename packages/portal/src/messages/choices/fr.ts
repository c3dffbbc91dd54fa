import type { ChoiceMessages } from "./en.ts";

export const choicesFr: ChoiceMessages = {
  "choice.position.accepted": "D'accord ; la mise en œuvre est due.",
  "choice.position.acceptedInPart": "D'accord avec une partie ; la mise en œuvre est due.",
  "choice.position.acceptedInPrinciple": "D'accord avec le but, pas encore avec un moyen ; la mise en œuvre est due.",
  "choice.position.noted": "Simplement pris en note ; aucune mise en œuvre n'est due.",
  "choice.position.rejected": "Pas d'accord ; aucune mise en œuvre n'est due.",
  "choice.position.notCompetent": "Nous ne sommes pas le bon organisme ; l'organisme émetteur dit s'il est d'accord.",
  "choice.level.contraryAction": "Ce qui a été fait va contre la recommandation.",
  "choice.level.noEvidence": "Rien ne montre qu'on ait fait quelque chose, malgré les rappels.",
  "choice.level.notStarted": "Rien n'a été entrepris.",
  "choice.level.announced": "Il a été dit que quelque chose sera fait, sans calendrier.",
  "choice.level.underWay": "Le travail est en cours, avec un calendrier.",
  "choice.level.partiallyImplemented": "Il y a des résultats, et il en faut davantage.",
  "choice.level.substantiallyImplemented": "Le plus important est fait, et il reste quelque chose à faire.",
  "choice.level.alternativeAction": "Le but a été atteint autrement.",
  "choice.level.fullyImplemented": "Il ne faut plus rien.",
  "choice.level.noLongerApplicable": "La question n'existe plus.",
};
