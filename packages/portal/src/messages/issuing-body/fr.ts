import type { IssuingBodyMessages } from "./en.ts";

export const issuingBodyFr: IssuingBodyMessages = {
  "waiting.title": "Ce qui attend",
  "waiting.verifications":
    "{total, plural, =0 {Rien n'attend d'être vérifié} one {# suivi attend d'être vérifié} other {# suivis attendent d'être vérifiés}}",
  "waiting.secondReadings":
    "{total, plural, =0 {Aucune seconde lecture ne vous attend} one {# seconde lecture vous attend} other {# secondes lectures vous attendent}}",
  "waiting.unanswered":
    "{total, plural, =0 {Aucune réponse n'est en retard} one {# réponse est en retard} other {# réponses sont en retard}}",
  "waiting.deadlineRequests":
    "{total, plural, =0 {Aucune demande de date ultérieure n'attend de décision} one {# demande de date ultérieure attend une décision} other {# demandes de date ultérieure attendent une décision}}",
  "waiting.successors":
    "{total, plural, =0 {Aucun successeur n'attend d'être désigné} one {# successeur attend d'être désigné} other {# successeurs attendent d'être désignés}}",
  "waiting.divergences":
    "{total, plural, =0 {Nulle part le destinataire ne dit plus que votre constat} one {À # endroit, le destinataire dit plus que votre constat} other {À # endroits, le destinataire dit plus que votre constat}}",
  "waiting.all": "Tout : {name}",
  "waiting.verifications.row": "à vérifier pour le {day}",
  "waiting.secondReadings.row": "demandée par {name} le {day}",
  "waiting.unanswered.row":
    "{count, plural, one {# réponse en retard} other {# réponses en retard ; les jours sont ceux de la plus ancienne}}",
  "waiting.deadlineRequests.row": "{what} : date demandée : {to} ; demande du {day}",
  "waiting.successors.row": "depuis le {day} : successeur du rôle « {side} »",
  "waiting.divergences.row": "dit : {reported} ; constaté : {assessed}",
  "waiting.unknownDay": "jour inconnu",
};
