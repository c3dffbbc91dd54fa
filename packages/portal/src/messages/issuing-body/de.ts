import type { IssuingBodyMessages } from "./en.ts";

export const issuingBodyDe: IssuingBodyMessages = {
  "waiting.title": "Was wartet",
  "waiting.verifications":
    "{total, plural, =0 {Nichts wartet auf Prüfung} one {# wartet auf Prüfung} other {# warten auf Prüfung}}",
  "waiting.secondReadings":
    "{total, plural, =0 {Keine zweite Lesung wartet auf Sie} one {# zweite Lesung wartet auf Sie} other {# zweite Lesungen warten auf Sie}}",
  "waiting.unanswered":
    "{total, plural, =0 {Keine Antwort ist überfällig} one {# Antwort ist überfällig} other {# Antworten sind überfällig}}",
  "waiting.deadlineRequests":
    "{total, plural, =0 {Kein Antrag auf ein späteres Datum wartet auf eine Entscheidung} one {# Antrag auf ein späteres Datum wartet auf eine Entscheidung} other {# Anträge auf ein späteres Datum warten auf eine Entscheidung}}",
  "waiting.successors":
    "{total, plural, =0 {Keine Nachfolge wartet auf eine Entscheidung} one {# Nachfolge wartet auf eine Entscheidung} other {# Nachfolgen warten auf eine Entscheidung}}",
  "waiting.divergences":
    "{total, plural, =0 {Nirgends sagt der Adressat mehr, als Sie befunden haben} one {An # Stelle sagt der Adressat mehr, als Sie befunden haben} other {An # Stellen sagt der Adressat mehr, als Sie befunden haben}}",
  "waiting.all": "Alle: {name}",
  "waiting.verifications.row": "zu prüfen bis {day}",
  "waiting.secondReadings.row": "erbeten von {name} am {day}",
  "waiting.unanswered.row":
    "{count, plural, one {# überfällige Antwort} other {# überfällige Antworten; die Tage sind die der ältesten}}",
  "waiting.deadlineRequests.row": "{what}: erbeten: {to}; Antrag vom {day}",
  "waiting.successors.row": "seit {day}: Nachfolge ({side})",
  "waiting.divergences.row": "sagt: {reported}; befunden: {assessed}",
  "waiting.unknownDay": "einem unbekannten Tag",
};
