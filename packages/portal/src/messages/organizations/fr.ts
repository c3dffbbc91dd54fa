import type { OrganizationsMessages } from "./en.ts";

export const organizationsFr: OrganizationsMessages = {
  "org.title": "Organisations du registre",
  "org.count": "{total, plural, one {# organisation} other {# organisations}}",
  "org.add": "Ajouter une organisation",
  "org.add.text":
    "Rien n’en bouge : un suivi revient à une organisation par un rapport, ou par un changement d’organisations.",
  "org.change": "Enregistrer un changement d’organisations",
  "org.change.of": "Enregistrer ce qu’elle est devenue",
  "org.change.into": "Enregistrer ce dont elle est issue",
  "org.change.text":
    "Un organisme qui continue sous un autre nom est renommé : ajoutez d’abord celui qui porte le nouveau nom. Ce que le changement déplacerait est montré avant tout enregistrement.",
  "org.change.type": "Ce qui se passe",
  "org.change.type.hint":
    "Créée : rien avant, une après. Renommée : une avant, une après. Fusionnées : plusieurs avant, une après. Absorbée : une ou plusieurs avant, une après. Scindée : une avant, plusieurs après. Dissoute : une avant, aucune après. Compétence transférée : une avant, une ou plusieurs après, chacune avec les thèmes qui lui reviennent.",
  "org.change.on": "Jour du changement",
  "org.change.on.hint": "Le premier jour où il vaut. Sans jour, il n’est que prévu et ne déplace rien encore.",
  "org.change.originals": "Organisations avant",
  "org.change.originals.hint": "Une par ligne, par nom ou par code.",
  "org.change.results": "Organisations après",
  "org.change.results.hint":
    "Une par ligne, par nom ou par code ; lors d’une scission ou d’un transfert, après deux-points les thèmes qui lui reviennent, séparés par des virgules.",
  "org.change.legalBasis": "Base légale",
  "org.change.replaces": "Il remplace un changement prévu",
  "org.change.replaces.none": "Aucun",
  "org.change.foresee": "Montrer ce qu’il déplacerait",
  "org.change.record": "Enregistrer le changement",
  "org.planned": "Prévus, sans jour",
  "org.planned.date": "Lui donner son jour",
  "org.done.addOrganization": "L’organisation est ajoutée.",
  "org.done.correctOrganization": "La correction est enregistrée.",
  "org.done.changeOrganizations": "Le changement d’organisations est enregistré.",
  "org.correct": "Corriger ce qui était mal écrit",
  "org.correct.text":
    "Aucun suivi n’en bouge. Son ancienne appellation reste un de ses noms, pour que les fichiers, liens et lettres la trouvent encore. Un nouveau nom à partir d’un jour n’est pas une correction mais un changement.",
  "org.correct.save": "Enregistrer la correction",
  "org.name": "Nom",
  "org.code.hint": "Des minuscules, chiffres et traits d’union, comme just ; il reste dans les liens.",
  "org.otherNames.hint": "Un par ligne : anciens noms, et graphies sous lesquelles des sources la nomment.",
  "org.coordinator": "Qui répond pour elle",
  "org.coordinator.hint":
    "Seulement pour une organisation collective, comme un gouvernement : le nom ou le code de qui répond.",
  "field.dayOrNothing": "Écrit comme 2027-06-30.",
  "org.foreseen.title": "Ce que le changement déplacerait",
  "org.foreseen.planned": "Il n’a pas encore de jour, donc rien ne bouge : il n’est que prévu.",
  "org.foreseen.none": "Aucun suivi n’en bouge.",
  "org.foreseen.from": "À partir du {day} :",
  "org.foreseen.now": "Aussitôt, compté à partir du {day} :",
  "org.foreseen.addressee.answers": "{count, plural, one {# suivi passe} other {# suivis passent}} de {from} à {to}.",
  "org.foreseen.addressee.undecided":
    "{count, plural, one {# suivi} other {# suivis}} de {from} : un rédacteur doit choisir entre {to}.",
  "org.foreseen.addressee.unassigned":
    "{count, plural, one {# suivi} other {# suivis}} de {from} : plus personne n’en répond.",
  "org.foreseen.issuingBody.answers":
    "{count, plural, one {# suivi est vérifié} other {# suivis sont vérifiés}} par {to} au lieu de {from}.",
  "org.foreseen.issuingBody.undecided":
    "{count, plural, one {# suivi} other {# suivis}} que vérifie {from} : un rédacteur doit choisir entre {to}.",
  "org.foreseen.issuingBody.unassigned":
    "{count, plural, one {# suivi} other {# suivis}} que vérifie {from} : plus personne ne les vérifie.",
  "org.foreseen.owed":
    "{owed, plural, =0 {Rien n’y est dû aujourd’hui.} one {# obligation d’aujourd’hui suit, {overdue, plural, =0 {pas en retard} other {en retard}}.} other {# obligations d’aujourd’hui suivent, dont {overdue} en retard.}}",
  "moved.rows": "{total, plural, one {Le suivi} other {Les {shown} premiers de {total} suivis}}",
  "fault.rule.orgCode":
    "{label} : seulement des minuscules, chiffres et traits d’union, sans trait d’union au début, et aucune autre organisation ne l’a.",
  "fault.rule.otherNames": "{label} : chaque ligne au plus 2000 caractères.",
  "fault.rule.changeShape":
    "{label} : les organisations avant et après ne conviennent pas à ce type de changement ; ce qui convient est indiqué sous la question.",
  "fault.rule.changeDay":
    "{label} : écrivez-le comme 2027-06-30 ; ce jour-là, chaque organisation d’avant doit exister, et aucun autre changement enregistré ne peut le contredire.",
  "fault.rule.changeOrganization":
    "{label} : l’une d’elles n’existait pas ce jour-là, est nommée deux fois, ou est devenue une autre par un changement enregistré.",
  "fault.rule.legalBasis": "{label} : ce n’est pas un texte lisible, ou trop long.",
};
