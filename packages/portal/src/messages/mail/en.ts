/** What mails say, and the pages about them. */
export const mailEn = {
  "mail.digest.subject": "{count, plural, one {# reminder} other {# reminders}} of {day}",
  "mail.digest.intro": "On {day} the following is to be done. You answer for it, or verify it.",
  "mail.step.beforeDue": "Soon due",
  "mail.step.atDue": "The due date is there",
  "mail.step.second": "Second reminder",
  "mail.step.escalation": "To be told to parliament",
  "mail.of": "{kind}, asked in the report {report}",
  "mail.all":
    "In all, {total, plural, one {# thing is owed} other {# things are owed}} by whom you answer for; {overdue, plural, =0 {nothing of it is overdue} one {# is overdue} other {# are overdue}}.",
  "mail.desk": "To your desk",
  "mail.why":
    "You get this mail because you have a role in Heed. Who keeps the users there can change your address or your role.",
  "mail.weekly.subject": "The week of {day}: what waits for the issuing body",
  "mail.weekly.intro": "This is how things stand on {day}.",
  "mail.weekly.verifications":
    "{count, plural, =0 {No verification is overdue.} one {# verification of your own is overdue:} other {# verifications of your own are overdue:}}",
  "mail.weekly.owing": "Who owes most that is overdue",
  "mail.weekly.owes":
    "{organization}: {count, plural, one {# thing} other {# things}}, the longest for {days, plural, one {# day} other {# days}}",
  "mail.weekly.nobody": "Nobody there can be reminded by mail: write a letter.",
  "mail.weekly.letters":
    "{count, plural, one {# letter to parliament is} other {# letters to parliament are}} prepared and wait for somebody to send or drop them.",
  "mail.weekly.more": "{count, plural, one {and # more} other {and # more}}",
  "mail.letter.subject": "What {organization} has not done by {day}",
  "mail.letter.intro":
    "On {day} the following was overdue at {organization}, after reminders before and on the due date and a second one. We bring it to the attention of parliament.",
  "reminders.title": "Reminders",
  "reminders.text":
    "Reminders go out by mail where the service has a mail server: before something is due, on that day, and a second time after it. A letter to parliament is prepared for a person to send.",
  "reminders.planned": "What would be decided on {day}",
  "reminders.planned.none": "Nobody is reminded of anything more on that day.",
  "reminders.digest": "{name}: {count, plural, one {# thing} other {# things}}",
  "reminders.letter": "A letter to parliament about {name}: {count, plural, one {# thing} other {# things}}",
  "reminders.messages": "{total, plural, =0 {No message was made yet} one {# message} other {# messages}}",
  "reminders.day": "Decided on",
  "reminders.what": "What",
  "reminders.for": "For or about",
  "reminders.state": "What became of it",
  "reminders.ended": "On",
  "reminders.attempts": "Attempts",
  "reminders.fault": "Why the last attempt failed",
  "reminders.kind.digest": "Reminders of a person",
  "reminders.kind.weeklyList": "Weekly list of the issuing body",
  "reminders.kind.escalation": "Letter to parliament",
  "reminders.state.waiting": "It waits",
  "reminders.state.sent": "Sent",
  "reminders.state.cancelled": "Not sent: nothing was left to tell, or somebody dropped it",
  "reminders.state.givenUp": "Given up",
  "reminders.do.again": "Try again",
  "reminders.do.sent": "It was sent",
  "reminders.do.dropped": "It is not sent",
  "reminders.done": "Somebody did that already, or it was sent meanwhile.",
  "reminders.told": "What it tells if it goes out today",
  "reminders.told.none": "Nothing of it stands any more: it is not sent.",
  "reminders.letter.none": "Nothing of it is overdue any more.",
} as const;

export type MailMessages = Readonly<Record<keyof typeof mailEn, string>>;
