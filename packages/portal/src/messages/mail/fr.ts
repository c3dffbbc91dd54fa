import type { MailMessages } from "./en.ts";

/** What mails say, and the pages about them. */
export const mailFr: MailMessages = {
  "mail.digest.subject": "{count, plural, one {# rappel} other {# rappels}} du {day}",
  "mail.digest.intro": "Le {day}, voici ce qui est à faire. Vous en répondez, ou vous le vérifiez.",
  "mail.step.beforeDue": "Bientôt à échéance",
  "mail.step.atDue": "L’échéance est là",
  "mail.step.second": "Deuxième rappel",
  "mail.step.escalation": "À signaler au parlement",
  "mail.of": "{kind}, demandé dans le rapport {report}",
  "mail.all":
    "Au total, {total, plural, one {# chose est due} other {# choses sont dues}} par ceux dont vous répondez ; {overdue, plural, =0 {rien n’est en retard} one {# est en retard} other {# sont en retard}}.",
  "mail.desk": "Vers votre bureau",
  "mail.why":
    "Vous recevez ce courriel parce que vous avez un rôle dans Heed. La personne qui y gère les utilisateurs peut changer votre adresse ou votre rôle.",
  "mail.weekly.subject": "La semaine du {day} : ce qui attend l’organisme émetteur",
  "mail.weekly.intro": "Voici la situation au {day}.",
  "mail.weekly.verifications":
    "{count, plural, =0 {Aucune vérification n’est en retard.} one {# vérification de votre part est en retard :} other {# vérifications de votre part sont en retard :}}",
  "mail.weekly.owing": "Qui a le plus de retards",
  "mail.weekly.owes":
    "{organization} : {count, plural, one {# chose} other {# choses}}, la plus ancienne depuis {days, plural, one {# jour} other {# jours}}",
  "mail.weekly.nobody": "Personne n’y peut recevoir de rappel par courriel : écrivez une lettre.",
  "mail.weekly.letters":
    "{count, plural, one {# lettre au parlement est préparée et attend} other {# lettres au parlement sont préparées et attendent}} que quelqu’un l’envoie ou y renonce.",
  "mail.weekly.more": "{count, plural, one {et # de plus} other {et # de plus}}",
  "mail.letter.subject": "Ce que {organization} n’a pas fait au {day}",
  "mail.letter.intro":
    "Le {day}, ce qui suit était en retard chez {organization}, après des rappels avant l’échéance, à l’échéance, et un deuxième rappel. Nous le portons à l’attention du parlement.",
  "reminders.title": "Rappels",
  "reminders.text":
    "Les rappels partent par courriel si le service a un serveur de courriel : avant une échéance, le jour même, et une deuxième fois après. Une lettre au parlement est préparée ; une personne l’envoie.",
  "reminders.planned": "Ce qui serait décidé le {day}",
  "reminders.planned.none": "Plus personne ne reçoit de rappel ce jour-là.",
  "reminders.digest": "{name} : {count, plural, one {# chose} other {# choses}}",
  "reminders.letter": "Une lettre au parlement sur {name} : {count, plural, one {# chose} other {# choses}}",
  "reminders.messages": "{total, plural, =0 {Il n’y a pas encore de message} one {# message} other {# messages}}",
  "reminders.day": "Décidé le",
  "reminders.what": "Quoi",
  "reminders.for": "Pour ou sur",
  "reminders.state": "Ce qu’il est devenu",
  "reminders.ended": "Le",
  "reminders.attempts": "Essais",
  "reminders.fault": "Pourquoi le dernier essai a échoué",
  "reminders.kind.digest": "Rappels d’une personne",
  "reminders.kind.weeklyList": "Liste hebdomadaire de l’organisme émetteur",
  "reminders.kind.escalation": "Lettre au parlement",
  "reminders.state.waiting": "Il attend",
  "reminders.state.sent": "Envoyé",
  "reminders.state.cancelled": "Pas envoyé : il n’y avait plus rien à dire, ou quelqu’un y a renoncé",
  "reminders.state.givenUp": "Abandonné",
  "reminders.do.again": "Essayer à nouveau",
  "reminders.do.sent": "Elle est envoyée",
  "reminders.do.dropped": "Elle n’est pas envoyée",
  "reminders.done": "Quelqu’un l’a déjà fait, ou le message est parti entre-temps.",
  "reminders.told": "Ce qu'il dit s'il part aujourd'hui",
  "reminders.told.none": "Plus rien n'en tient : il n'est pas envoyé.",
  "reminders.letter.none": "Rien n’en est plus en retard.",
};
