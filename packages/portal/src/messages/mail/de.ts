import type { MailMessages } from "./en.ts";

/** What mails say. */
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
};
