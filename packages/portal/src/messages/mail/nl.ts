import type { MailMessages } from "./en.ts";

/** What mails say, and the pages about them. */
export const mailNl: MailMessages = {
  "mail.digest.subject": "{count, plural, one {# herinnering} other {# herinneringen}} van {day}",
  "mail.digest.intro": "Op {day} is het volgende te doen. U antwoordt ervoor, of u controleert het.",
  "mail.step.beforeDue": "Vervalt binnenkort",
  "mail.step.atDue": "De vervaldag is er",
  "mail.step.second": "Tweede herinnering",
  "mail.step.escalation": "Te melden aan het parlement",
  "mail.of": "{kind}, gevraagd in het verslag {report}",
  "mail.all":
    "In totaal {total, plural, one {is er # zaak} other {zijn er # zaken}} te doen door wie u vertegenwoordigt; {overdue, plural, =0 {niets daarvan is te laat} one {# is te laat} other {# zijn te laat}}.",
  "mail.desk": "Naar uw bureau",
  "mail.why":
    "U krijgt deze mail omdat u een rol hebt in Heed. Wie daar de gebruikers beheert, kan uw adres of uw rol veranderen.",
  "mail.weekly.subject": "De week van {day}: wat wacht op de uitvaardigende instelling",
  "mail.weekly.intro": "Zo staan de zaken op {day}.",
  "mail.weekly.verifications":
    "{count, plural, =0 {Geen controle is te laat.} one {# eigen controle is te laat:} other {# eigen controles zijn te laat:}}",
  "mail.weekly.owing": "Wie het meest te laat is",
  "mail.weekly.owes":
    "{organization}: {count, plural, one {# zaak} other {# zaken}}, de langste sinds {days, plural, one {# dag} other {# dagen}}",
  "mail.weekly.nobody": "Niemand daar kan per mail worden herinnerd: schrijf een brief.",
  "mail.weekly.letters":
    "{count, plural, one {# brief aan het parlement is} other {# brieven aan het parlement zijn}} voorbereid en wachten tot iemand ze verstuurt of laat vallen.",
  "mail.weekly.more": "{count, plural, one {en nog #} other {en nog #}}",
  "mail.letter.subject": "Wat {organization} niet deed tegen {day}",
  "mail.letter.intro":
    "Op {day} was het volgende te laat bij {organization}, na herinneringen voor en op de vervaldag en een tweede herinnering. Wij brengen dit onder de aandacht van het parlement.",
  "reminders.title": "Herinneringen",
  "reminders.text":
    "Herinneringen gaan per mail uit waar de dienst een mailserver heeft: voor iets vervalt, op die dag, en een tweede keer erna. Een brief aan het parlement wordt voorbereid; een persoon verstuurt hem.",
  "reminders.planned": "Wat op {day} zou worden beslist",
  "reminders.planned.none": "Niemand wordt die dag nog aan iets herinnerd.",
  "reminders.digest": "{name}: {count, plural, one {# zaak} other {# zaken}}",
  "reminders.letter": "Een brief aan het parlement over {name}: {count, plural, one {# zaak} other {# zaken}}",
  "reminders.messages": "{total, plural, =0 {Er is nog geen bericht} one {# bericht} other {# berichten}}",
  "reminders.day": "Beslist op",
  "reminders.what": "Wat",
  "reminders.for": "Voor of over",
  "reminders.state": "Wat ervan werd",
  "reminders.ended": "Op",
  "reminders.attempts": "Pogingen",
  "reminders.fault": "Waarom de laatste poging mislukte",
  "reminders.kind.digest": "Herinneringen van een persoon",
  "reminders.kind.weeklyList": "Wekelijkse lijst van de uitvaardigende instelling",
  "reminders.kind.escalation": "Brief aan het parlement",
  "reminders.state.waiting": "Het wacht",
  "reminders.state.sent": "Verstuurd",
  "reminders.state.cancelled": "Niet verstuurd: er viel niets meer te melden, of iemand liet het vallen",
  "reminders.state.givenUp": "Opgegeven",
  "reminders.do.again": "Opnieuw proberen",
  "reminders.do.sent": "Hij is verstuurd",
  "reminders.do.dropped": "Hij wordt niet verstuurd",
  "reminders.done": "Iemand deed dat al, of het is intussen verstuurd.",
  "reminders.told": "Wat ze zegt als ze vandaag vertrekt",
  "reminders.told.none": "Niets ervan geldt nog: ze wordt niet verstuurd.",
  "reminders.letter.none": "Niets ervan is nog te laat.",
};
