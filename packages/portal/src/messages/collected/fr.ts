import type { WorkbookMessages } from "./en.ts";

export const collectedFr: WorkbookMessages = {
  "nav.collectedItems": "Ce qui est recueilli",
  "collected.description":
    "Ce que les organismes recueillent au cours d’une année et sur quoi reposent leurs rapports : lois, décisions, cas, pratiques et autres.",
  "collected.none": "Rien n’a été trouvé.",
  "collected.kind": "Ce que c’est",
  "collected.reference": "Référence",
  "collected.by": "Recueilli par",
  "collected.year": "Année",
  "collected.source": "Source",
  "collected.withdrawn": "Retiré le {day} :",
  "collected.withdrawn.short": "retiré",
  "collected.confidential": "Confidentiel : seuls ceux qui tiennent les données de l’organisme le voient.",
  "collected.confidential.short": "confidentiel",
  "collected.yes": "oui",
  "collected.no": "non",
  "collected.reference.hint":
    "Courte, et propre à cet élément parmi tout ce que l’organisme recueille, par exemple JUD-2014-1.",
  "collected.title": "Titre",
  "collected.text": "Texte",
  "collected.themes": "Thèmes",
  "collected.lines": "Un par ligne.",
  "collected.rows": "Une par ligne, ses parties séparées par |, par exemple 2014-05-06 | audience.",
  "collected.confidential.mark": "Confidentiel : seuls ceux qui tiennent les données de l’organisme le voient",
  "collected.new": "Ajouter",
  "collected.own": "{total, plural, =0 {Rien de recueilli} one {# élément recueilli} other {# éléments recueillis}}",
  "collected.keep": "Conserver",
  "collected.withdraw": "Retirer",
  "collected.reason": "Pourquoi cela ne vaut plus",
};
