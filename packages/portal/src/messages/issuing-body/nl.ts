import type { IssuingBodyMessages } from "./en.ts";

export const issuingBodyNl: IssuingBodyMessages = {
  "waiting.title": "Wat wacht",
  "waiting.verifications":
    "{total, plural, =0 {Niets wacht op verificatie} one {# wacht op verificatie} other {# wachten op verificatie}}",
  "waiting.secondReadings":
    "{total, plural, =0 {Geen tweede lezing wacht op u} one {# tweede lezing wacht op u} other {# tweede lezingen wachten op u}}",
  "waiting.unanswered":
    "{total, plural, =0 {Geen antwoord is te laat} one {# antwoord is te laat} other {# antwoorden zijn te laat}}",
  "waiting.deadlineRequests":
    "{total, plural, =0 {Geen vraag om een latere datum wacht op een beslissing} one {# vraag om een latere datum wacht op een beslissing} other {# vragen om een latere datum wachten op een beslissing}}",
  "waiting.successors":
    "{total, plural, =0 {Geen opvolger wacht op een beslissing} one {# opvolger wacht op een beslissing} other {# opvolgers wachten op een beslissing}}",
  "waiting.divergences":
    "{total, plural, =0 {Nergens zegt de geadresseerde meer dan u vond} one {Op # plaats zegt de geadresseerde meer dan u vond} other {Op # plaatsen zegt de geadresseerde meer dan u vond}}",
  "waiting.all": "Alle: {name}",
  "waiting.verifications.row": "te verifiëren tegen {day}",
  "waiting.secondReadings.row": "gevraagd door {name} op {day}",
  "waiting.unanswered.row":
    "{count, plural, one {# antwoord te laat} other {# antwoorden te laat; de dagen zijn die van het langste}}",
  "waiting.deadlineRequests.row": "{what}: gevraagd: {to}; vraag van {day}",
  "waiting.successors.row": "sinds {day}: opvolger van de {side}",
  "waiting.divergences.row": "zegt: {reported}; gevonden: {assessed}",
  "waiting.unknownDay": "een onbekende dag",
};
