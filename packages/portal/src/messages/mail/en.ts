/** What mails say. */
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
} as const;

export type MailMessages = Readonly<Record<keyof typeof mailEn, string>>;
