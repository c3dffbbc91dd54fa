/** What the pages of organizations at the desk say. */
export const organizationsEn = {
  "org.title": "Organizations of the record",
  "org.count": "{total, plural, one {# organization} other {# organizations}}",
  "org.add": "Add an organization",
  "org.add.text":
    "Nothing moves by it: a follow-up goes to an organization by a report, or by a change of organizations.",
  "org.change": "Record a change of organizations",
  "org.change.of": "Record what became of it",
  "org.change.into": "Record what it came from",
  "org.change.text":
    "A body that goes on under another name is renamed: add the one with the new name first. What the change would move is shown before anything is recorded.",
  "org.change.type": "What happens",
  "org.change.type.hint":
    "Created: nothing before, one after. Renamed: one before, one after. Merged: several before, one after. Absorbed: one or more before, one after. Split: one before, several after. Dissolved: one before, none after. Transfer of competence: one before, one or more after, each with the themes that go to it.",
  "org.change.on": "Day of the change",
  "org.change.on.hint": "The first day on which it holds. Without a day it is only planned, and moves nothing yet.",
  "org.change.originals": "Organizations before",
  "org.change.originals.hint": "One on each line, by name or code.",
  "org.change.results": "Organizations after",
  "org.change.results.hint":
    "One on each line, by name or code; of a split or a transfer the themes that go to it after a colon, a comma between two.",
  "org.change.legalBasis": "Legal basis",
  "org.change.replaces": "It takes the place of a planned change",
  "org.change.replaces.none": "Of none",
  "org.change.foresee": "Show what it would move",
  "org.change.record": "Record the change",
  "org.planned": "Planned, without a day",
  "org.planned.date": "Give it its day",
  "org.done.addOrganization": "The organization is added.",
  "org.done.correctOrganization": "The correction is recorded.",
  "org.done.changeOrganizations": "The change of organizations is recorded.",
  "org.correct": "Correct what was written wrongly",
  "org.correct.text":
    "No follow-up moves by it. What it was called before stays one of its names, so that files, links and letters still find it. A new name from a day on is no correction but a change.",
  "org.correct.save": "Save the correction",
  "org.name": "Name",
  "org.code.hint": "Small letters, digits and hyphens, such as just; it stays in links.",
  "org.otherNames.hint": "One on each line: former names, and spellings under which sources name it.",
  "org.coordinator": "Who answers for it",
  "org.coordinator.hint": "Only of a collective one, such as a government: the name or code of who answers.",
  "field.dayOrNothing": "Written as 2027-06-30.",
  "org.foreseen.title": "What the change would move",
  "org.foreseen.planned": "It has no day yet, so nothing moves by it: it is only planned.",
  "org.foreseen.none": "No follow-up moves by it.",
  "org.foreseen.from": "From {day} on:",
  "org.foreseen.now": "At once, counted from {day}:",
  "org.foreseen.addressee.answers":
    "{count, plural, one {# follow-up goes} other {# follow-ups go}} from {from} to {to}.",
  "org.foreseen.addressee.undecided":
    "{count, plural, one {# follow-up} other {# follow-ups}} of {from}: an editor has to decide among {to}.",
  "org.foreseen.addressee.unassigned":
    "{count, plural, one {# follow-up} other {# follow-ups}} of {from}: nobody answers for it any more.",
  "org.foreseen.issuingBody.answers":
    "{count, plural, one {# follow-up is} other {# follow-ups are}} verified by {to} instead of {from}.",
  "org.foreseen.issuingBody.undecided":
    "{count, plural, one {# follow-up} other {# follow-ups}} that {from} verifies: an editor has to decide among {to}.",
  "org.foreseen.issuingBody.unassigned":
    "{count, plural, one {# follow-up} other {# follow-ups}} that {from} verifies: nobody verifies it any more.",
  "org.foreseen.owed":
    "{owed, plural, =0 {Nothing is owed on them today.} one {# thing owed today goes along, {overdue, plural, =0 {not overdue} other {overdue}}.} other {# things owed today go along, {overdue} of them overdue.}}",
  "moved.rows": "{total, plural, one {The follow-up} other {The first {shown} of {total} follow-ups}}",
  "fault.rule.orgCode":
    "{label}: only small letters, digits and hyphens, beginning with no hyphen, and no other organization has it.",
  "fault.rule.otherNames": "{label}: each line at most 2000 characters.",
  "fault.rule.changeShape":
    "{label}: the organizations before and after do not fit this kind of change; what fits stands below the question.",
  "fault.rule.changeDay":
    "{label}: write it as 2027-06-30; on that day each organization before must exist, and no other recorded change may contradict it.",
  "fault.rule.changeOrganization":
    "{label}: one of them did not exist on that day, is named twice, or became another by a recorded change.",
  "fault.rule.legalBasis": "{label}: that is no text that can be read, or too long.",
} as const;

export type OrganizationsMessages = Readonly<Record<keyof typeof organizationsEn, string>>;
