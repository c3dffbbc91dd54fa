import type { MailMessages } from "./en.ts";

/** What mails say, and the pages about them. */
export const mailDe: MailMessages = {
  "mail.digest.subject": "{count, plural, one {# Erinnerung} other {# Erinnerungen}} vom {day}",
  "mail.digest.intro": "Am {day} ist Folgendes zu tun. Sie antworten dafür, oder Sie prüfen es.",
  "mail.step.beforeDue": "Bald fällig",
  "mail.step.atDue": "Die Frist ist da",
  "mail.step.second": "Zweite Erinnerung",
  "mail.step.escalation": "Dem Parlament zu melden",
  "mail.of": "{kind}, verlangt im Bericht {report}",
  "mail.all":
    "Insgesamt {total, plural, one {ist # Sache} other {sind # Sachen}} von denen zu tun, für die Sie antworten; {overdue, plural, =0 {nichts davon ist überfällig} one {# ist überfällig} other {# sind überfällig}}.",
  "mail.desk": "Zu Ihrem Schreibtisch",
  "mail.why":
    "Sie erhalten diese E-Mail, weil Sie in Heed eine Rolle haben. Wer dort die Benutzer verwaltet, kann Ihre Adresse oder Ihre Rolle ändern.",
  "mail.weekly.subject": "Die Woche vom {day}: was auf die herausgebende Stelle wartet",
  "mail.weekly.intro": "So stehen die Dinge am {day}.",
  "mail.weekly.verifications":
    "{count, plural, =0 {Keine Prüfung ist überfällig.} one {# eigene Prüfung ist überfällig:} other {# eigene Prüfungen sind überfällig:}}",
  "mail.weekly.owing": "Wer am meisten überfällig hat",
  "mail.weekly.owes":
    "{organization}: {count, plural, one {# Sache} other {# Sachen}}, die längste seit {days, plural, one {# Tag} other {# Tagen}}",
  "mail.weekly.nobody": "Dort kann niemand per E-Mail erinnert werden: Schreiben Sie einen Brief.",
  "mail.weekly.letters":
    "{count, plural, one {# Schreiben an das Parlament ist} other {# Schreiben an das Parlament sind}} vorbereitet und warten darauf, dass jemand sie versendet oder fallen lässt.",
  "mail.weekly.more": "{count, plural, one {und # weitere} other {und # weitere}}",
  "mail.letter.subject": "Was {organization} bis zum {day} nicht getan hat",
  "mail.letter.intro":
    "Am {day} war bei {organization} Folgendes überfällig, nach Erinnerungen vor der Frist, am Tag der Frist und einer zweiten Erinnerung. Wir bringen es dem Parlament zur Kenntnis.",
  "reminders.title": "Erinnerungen",
  "reminders.text":
    "Erinnerungen gehen per E-Mail hinaus, wo der Dienst einen Mailserver hat: bevor etwas fällig ist, an diesem Tag und ein zweites Mal danach. Ein Schreiben an das Parlament wird vorbereitet; eine Person versendet es.",
  "reminders.planned": "Was am {day} entschieden würde",
  "reminders.planned.none": "Niemand wird an diesem Tag noch an etwas erinnert.",
  "reminders.digest": "{name}: {count, plural, one {# Sache} other {# Sachen}}",
  "reminders.letter": "Ein Schreiben an das Parlament über {name}: {count, plural, one {# Sache} other {# Sachen}}",
  "reminders.messages": "{total, plural, =0 {Es gibt noch keine Nachricht} one {# Nachricht} other {# Nachrichten}}",
  "reminders.day": "Entschieden am",
  "reminders.what": "Was",
  "reminders.for": "Für oder über",
  "reminders.state": "Was daraus wurde",
  "reminders.ended": "Am",
  "reminders.attempts": "Versuche",
  "reminders.fault": "Warum der letzte Versuch scheiterte",
  "reminders.kind.digest": "Erinnerungen einer Person",
  "reminders.kind.weeklyList": "Wöchentliche Liste der herausgebenden Stelle",
  "reminders.kind.escalation": "Schreiben an das Parlament",
  "reminders.state.waiting": "Sie wartet",
  "reminders.state.sent": "Versandt",
  "reminders.state.cancelled": "Nicht versandt: Es war nichts mehr zu melden, oder jemand ließ es fallen",
  "reminders.state.givenUp": "Aufgegeben",
  "reminders.do.again": "Noch einmal versuchen",
  "reminders.do.sent": "Es wurde versandt",
  "reminders.do.dropped": "Es wird nicht versandt",
  "reminders.done": "Das hat schon jemand getan, oder die Nachricht ging inzwischen hinaus.",
  "reminders.told": "Was sie sagt, wenn sie heute hinausgeht",
  "reminders.told.none": "Nichts davon gilt noch: Sie wird nicht versandt.",
  "reminders.letter.none": "Nichts davon ist mehr überfällig.",
};
