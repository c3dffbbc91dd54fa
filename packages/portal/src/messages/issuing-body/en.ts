/** What the desk of an issuing body says. */
export const issuingBodyEn = {
  "waiting.title": "What waits",
  "waiting.verifications":
    "{total, plural, =0 {Nothing waits to be verified} one {# waits to be verified} other {# wait to be verified}}",
  "waiting.secondReadings":
    "{total, plural, =0 {No second reading waits for you} one {# second reading waits for you} other {# second readings wait for you}}",
  "waiting.unanswered":
    "{total, plural, =0 {No response is overdue} one {# response is overdue} other {# responses are overdue}}",
  "waiting.deadlineRequests":
    "{total, plural, =0 {No request for a later date waits for a decision} one {# request for a later date waits for a decision} other {# requests for a later date wait for a decision}}",
  "waiting.successors":
    "{total, plural, =0 {No successor waits to be decided} one {# successor waits to be decided} other {# successors wait to be decided}}",
  "waiting.divergences":
    "{total, plural, =0 {Nowhere does the addressee say more than you found} one {In # place the addressee says more than you found} other {In # places the addressee says more than you found}}",
  "waiting.all": "All: {name}",
  "waiting.verifications.row": "to be verified by {day}",
  "waiting.secondReadings.row": "{name} asked for it on {day}",
  "waiting.unanswered.row":
    "{count, plural, one {# overdue response} other {# overdue responses; the days are those of the longest}}",
  "waiting.deadlineRequests.row": "{what}: asked for {to}; request of {day}",
  "waiting.successors.row": "since {day}: successor of the {side}",
  "waiting.divergences.row": "says: {reported}; found: {assessed}",
  "waiting.unknownDay": "an unknown day",
} as const;

export type IssuingBodyMessages = Readonly<Record<keyof typeof issuingBodyEn, string>>;
