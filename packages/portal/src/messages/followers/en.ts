/** What the pages about following say. */
export const followersEn = {
  "feeds.deadlines": "Deadlines of recommendations",
  "feeds.calendarEnds":
    "The calendar has the {most, number} earliest deadlines and ends with that of {day}. Choose an organization, a theme or a report to have all of theirs.",
  "feeds.calendar": "Follow the deadlines in a calendar (iCalendar)",
  "feeds.changes": "Follow what changes in a feed reader (Atom)",
  "follow.link": "Get a mail when something changes (no account needed)",
  "follow.title": "Follow by mail: {name}",
  "follow.text": "You get a mail when something changed, and none when nothing did.",
  "follow.email": "Your e-mail address",
  "follow.email.hint": "Such as name@example.org",
  "follow.email.fault": "Write an e-mail address, such as name@example.org",
  "follow.rhythm": "How often",
  "follow.rhythm.weekly": "Once a week, on Monday",
  "follow.rhythm.daily": "Each day on which something changed",
  "follow.privacy":
    "We use your address for this alone. It is erased as soon as you stop, or after {hours} hours where you do not confirm.",
  "follow.send": "Send me a mail to confirm",
  "follow.asked.title": "Look in your mailbox",
  "follow.asked":
    "If the address can be written to, a mail is on its way. Open the link in it within {hours} hours to follow {name}.",
  "follow.confirm.weekly": "From now on you get a mail once a week when something changed: {name}.",
  "follow.confirm.daily": "From now on you get a mail on each day after something changed: {name}.",
  "follow.confirm.do": "Yes, follow by mail",
  "follow.confirmed.title": "You follow",
  "follow.confirmed": "You get a mail when something changes: {name}. Each mail has a link to stop.",
  "follow.end.title": "Stop the mails",
  "follow.end": "You follow {name}. Stop?",
  "follow.end.do": "Stop these mails",
  "follow.end.all": "Stop all mails to this address",
  "follow.ended.title": "You get no more mails",
  "follow.ended": "Your address was erased.",
  "follow.gone.title": "This link is no longer good",
  "follow.gone": "It was used to stop, it is older than {hours} hours, or it is not whole. Nothing was changed.",
  "mail.follow.subject": "Please confirm: follow {name}",
  "mail.follow.text": "Somebody asked for mails to this address about {name}. If it was you, confirm it:",
  "mail.follow.ignore": "If it was not you, do nothing. Your address is erased after {hours} hours.",
  "mail.follow.known.subject": "You follow {name} already",
  "mail.follow.known":
    "Somebody asked for mails to this address about {name}. You get them already; there is nothing to do.",
  "mail.follow.end": "Stop these mails",
  "mail.changes.subject": "{name}: {count, plural, one {# change} other {# changes}}",
  "mail.changes.intro":
    "{count, plural, one {# thing changed} other {# things changed}} from {from} to {until}: {name}.",
  "mail.changes.page": "The same on the page",
  "mail.changes.why": "You get this mail because you asked to follow {name}.",
  "reminders.kind.confirmation": "Question to confirm, to a follower",
  "reminders.kind.webhookEvent": "One change, to a webhook",
  "reminders.kind.followedChanges": "What changed, to a follower",
} as const;

export type FollowerMessages = Readonly<Record<keyof typeof followersEn, string>>;
