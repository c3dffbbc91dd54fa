import type { FollowerMessages } from "./en.ts";

export const followersFr: FollowerMessages = {
  "feeds.deadlines": "Échéances des recommandations",
  "feeds.calendarEnds":
    "L'agenda contient les {most, number} premières échéances et s'arrête à celle du {day}. Choisissez une organisation, un thème ou un rapport pour en avoir toutes les échéances.",
  "feeds.calendar": "Suivre les échéances dans un agenda (iCalendar)",
  "feeds.changes": "Suivre les changements dans un lecteur de flux (Atom)",
  "follow.link": "Recevoir un mail quand quelque chose change (sans compte)",
  "follow.title": "Suivre par mail : {name}",
  "follow.text": "Vous recevez un mail quand quelque chose a changé, et aucun quand rien n'a changé.",
  "follow.email": "Votre adresse e-mail",
  "follow.email.hint": "Par exemple nom@example.org",
  "follow.email.fault": "Écrivez une adresse e-mail, par exemple nom@example.org",
  "follow.rhythm": "À quelle fréquence",
  "follow.rhythm.weekly": "Une fois par semaine, le lundi",
  "follow.rhythm.daily": "Chaque jour où quelque chose a changé",
  "follow.privacy":
    "Votre adresse ne sert qu'à cela. Elle est effacée dès que vous arrêtez, ou après {hours} heures si vous ne confirmez pas.",
  "follow.send": "M'envoyer un mail pour confirmer",
  "follow.asked.title": "Regardez dans votre boîte mail",
  "follow.asked":
    "Si l'adresse peut recevoir du courrier, un mail est en route. Ouvrez le lien qu'il contient dans les {hours} heures pour suivre {name}.",
  "follow.confirm.weekly":
    "Vous recevrez désormais un mail une fois par semaine quand quelque chose a changé : {name}.",
  "follow.confirm.daily": "Vous recevrez désormais un mail le lendemain de chaque changement : {name}.",
  "follow.confirm.do": "Oui, suivre par mail",
  "follow.confirmed.title": "Vous suivez",
  "follow.confirmed":
    "Vous recevez un mail quand quelque chose change : {name}. Chaque mail contient un lien pour arrêter.",
  "follow.end.title": "Arrêter les mails",
  "follow.end": "Vous suivez {name}. Arrêter ?",
  "follow.end.do": "Arrêter ces mails",
  "follow.end.all": "Arrêter tous les mails à cette adresse",
  "follow.ended.title": "Vous ne recevez plus de mails",
  "follow.ended": "Votre adresse a été effacée.",
  "follow.gone.title": "Ce lien n'est plus valable",
  "follow.gone": "Il a servi à arrêter, il a plus de {hours} heures, ou il n'est pas complet. Rien n'a été changé.",
  "mail.follow.subject": "Merci de confirmer : suivre {name}",
  "mail.follow.text":
    "Quelqu'un a demandé des mails à cette adresse au sujet de {name}. Si c'était vous, confirmez-le :",
  "mail.follow.ignore": "Si ce n'était pas vous, ne faites rien. Votre adresse est effacée après {hours} heures.",
  "mail.follow.known.subject": "Vous suivez déjà {name}",
  "mail.follow.known":
    "Quelqu'un a demandé des mails à cette adresse au sujet de {name}. Vous les recevez déjà ; il n'y a rien à faire.",
  "mail.follow.end": "Arrêter ces mails",
  "mail.changes.subject": "{name} : {count, plural, one {# changement} other {# changements}}",
  "mail.changes.intro":
    "{count, plural, one {# chose a changé} other {# choses ont changé}} du {from} au {until} : {name}.",
  "mail.changes.page": "La même chose sur la page",
  "mail.changes.why": "Vous recevez ce mail parce que vous avez demandé à suivre {name}.",
  "reminders.kind.confirmation": "Demande de confirmation, à un abonné",
  "reminders.kind.webhookEvent": "Un changement, à un webhook",
  "reminders.kind.followedChanges": "Ce qui a changé, à un abonné",
};
