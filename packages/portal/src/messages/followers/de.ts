import type { FollowerMessages } from "./en.ts";

export const followersDe: FollowerMessages = {
  "feeds.deadlines": "Fristen der Empfehlungen",
  "feeds.calendarEnds":
    "Der Kalender hat die {most, number} frühesten Fristen und endet mit der vom {day}. Wählen Sie eine Organisation, ein Thema oder einen Bericht, um alle zugehörigen Fristen zu haben.",
  "feeds.calendar": "Den Fristen in einem Kalender folgen (iCalendar)",
  "feeds.changes": "Den Änderungen in einem Feedreader folgen (Atom)",
  "follow.link": "Eine E-Mail bekommen, wenn sich etwas ändert (ohne Konto)",
  "follow.title": "Per E-Mail folgen: {name}",
  "follow.text": "Sie bekommen eine E-Mail, wenn sich etwas geändert hat, und keine, wenn sich nichts geändert hat.",
  "follow.email": "Ihre E-Mail-Adresse",
  "follow.email.hint": "Zum Beispiel name@example.org",
  "follow.email.fault": "Schreiben Sie eine E-Mail-Adresse, zum Beispiel name@example.org",
  "follow.rhythm": "Wie oft",
  "follow.rhythm.weekly": "Einmal in der Woche, am Montag",
  "follow.rhythm.daily": "An jedem Tag, an dem sich etwas geändert hat",
  "follow.privacy":
    "Wir verwenden Ihre Adresse nur dafür. Sie wird gelöscht, sobald Sie aufhören, oder nach {hours} Stunden, wenn Sie nicht bestätigen.",
  "follow.send": "Mir eine E-Mail zum Bestätigen senden",
  "follow.asked.title": "Sehen Sie in Ihr Postfach",
  "follow.asked":
    "Wenn die Adresse erreichbar ist, ist eine E-Mail unterwegs. Öffnen Sie den Link darin innerhalb von {hours} Stunden, um zu folgen: {name}.",
  "follow.confirm.weekly":
    "Sie bekommen von nun an einmal in der Woche eine E-Mail, wenn sich etwas geändert hat: {name}.",
  "follow.confirm.daily": "Sie bekommen von nun an eine E-Mail am Tag nach jeder Änderung: {name}.",
  "follow.confirm.do": "Ja, per E-Mail folgen",
  "follow.confirmed.title": "Sie folgen",
  "follow.confirmed":
    "Sie bekommen eine E-Mail, wenn sich etwas ändert: {name}. Jede E-Mail enthält einen Link zum Aufhören.",
  "follow.end.title": "Die E-Mails beenden",
  "follow.end": "Sie folgen: {name}. Aufhören?",
  "follow.end.do": "Diese E-Mails beenden",
  "follow.end.all": "Alle E-Mails an diese Adresse beenden",
  "follow.ended.title": "Sie bekommen keine E-Mails mehr",
  "follow.ended": "Ihre Adresse wurde gelöscht.",
  "follow.gone.title": "Dieser Link gilt nicht mehr",
  "follow.gone":
    "Mit ihm wurde aufgehört, er ist älter als {hours} Stunden, oder er ist nicht vollständig. Nichts wurde geändert.",
  "mail.follow.subject": "Bitte bestätigen: {name}",
  "mail.follow.text": "Jemand hat E-Mails an diese Adresse verlangt: {name}. Wenn Sie das waren, bestätigen Sie es:",
  "mail.follow.ignore": "Wenn Sie es nicht waren, tun Sie nichts. Ihre Adresse wird nach {hours} Stunden gelöscht.",
  "mail.follow.known.subject": "Sie folgen schon: {name}",
  "mail.follow.known":
    "Jemand hat E-Mails an diese Adresse verlangt: {name}. Sie bekommen sie schon; es ist nichts zu tun.",
  "mail.follow.end": "Diese E-Mails beenden",
  "mail.changes.subject": "{name}: {count, plural, one {# Änderung} other {# Änderungen}}",
  "mail.changes.intro":
    "{count, plural, one {# Sache änderte sich} other {# Sachen änderten sich}} vom {from} bis zum {until}: {name}.",
  "mail.changes.page": "Dasselbe auf der Seite",
  "mail.changes.why": "Sie bekommen diese E-Mail, weil Sie folgen wollten: {name}.",
  "reminders.kind.confirmation": "Bitte um Bestätigung, an wen folgt",
  "reminders.kind.webhookEvent": "Eine Änderung, an einen Webhook",
  "reminders.kind.followedChanges": "Was sich änderte, an wen folgt",
};
