import type { SettingsMessages } from "./en.ts";

export const settingsDe: SettingsMessages = {
  "settings.title": "Einstellungen der Installation",
  "settings.today": "Wie sie am {day} sind",
  "settings.changes":
    "{total, plural, =0 {Noch nichts wurde geändert} one {# festgehaltene Änderung} other {# festgehaltene Änderungen}}",
  "settings.change": "Sie ab einem Tag ändern",
  "settings.change.text":
    "Was so bleibt, wird nicht geändert. Eine Frist, die vor dem Tag begann, behält ihr Datum. Was die Änderung bewegen würde, wird gezeigt, bevor sie festgehalten wird.",
  "settings.foresee": "Zeigen, was sie bewegen würde",
  "settings.foreseen": "Was die Änderung der Einstellungen bewegen würde",
  "settings.record": "Die Änderung festhalten",
  "settings.done": "Die Änderung ist festgehalten.",
  "settings.from": "Ab",
  "settings.from.hint": "Der erste Tag, an dem sie gilt; heute, wenn leer.",
  "settings.fromDay": "Ab {day}:",
  "settings.reason": "Warum",
  "settings.reason.hint": "Das bleibt bei der Änderung.",
  "settings.unit": "{label}: Einheit",
  "settings.name.timeZone": "Zeitzone",
  "settings.hint.timeZone": "In der die Tage beginnen, wie Europe/Brussels.",
  "settings.name.responsePeriod": "Frist für eine Antwort",
  "settings.hint.responsePeriod": "Wo der Bericht keine setzt.",
  "settings.name.periodRules": "Wie eine Frist gezählt wird",
  "settings.hint.periodRules": "Wo der Bericht es nicht sagt.",
  "settings.name.verificationPeriod": "Frist zum Prüfen einer Behauptung",
  "settings.hint.verificationPeriod": "Der ausstellenden Stelle, außerhalb eines Zyklus.",
  "settings.name.staleAfter": "Ohne Nachricht nach",
  "settings.hint.staleAfter": "Ohne Frist und ohne Eintrag.",
  "settings.name.dueSoonDays": "Tage, ab denen etwas bald fällig ist",
  "settings.hint.dueSoonDays": "Zurückgezählt vom Fälligkeitstag.",
  "settings.name.longOverdueDays": "Tage, nach denen etwas lange überfällig ist",
  "settings.hint.longOverdueDays": "Gezählt ab dem Fälligkeitstag.",
  "settings.name.longOutstandingYears": "Jahre, nach denen etwas lange offen ist",
  "settings.hint.longOutstandingYears": "Gezählt ab dem ersten Fragen.",
  "settings.name.lookBackYears": "Jahre, bevor eine Nachverfolgung beurteilt werden kann",
  "settings.hint.lookBackYears": "Jüngere sind in keiner Quote.",
  "settings.moves": "Was sie bewegt, wie alles am {day} steht",
  "settings.moves.nothing": "Nichts Geschuldetes steht dadurch an diesem Tag anders.",
  "settings.moves.due":
    "{count, plural, one {# Geschuldetes ist an einem anderen Tag fällig.} other {# Geschuldete sind an einem anderen Tag fällig.}}",
  "settings.moves.overdue": "{count, plural, one {# wird dadurch überfällig.} other {# werden dadurch überfällig.}}",
  "settings.moves.noLonger":
    "{count, plural, one {# ist nicht mehr überfällig.} other {# sind nicht mehr überfällig.}}",
  "settings.moves.dueSoon":
    "{count, plural, one {# ist dadurch bald fällig, oder nicht mehr.} other {# sind dadurch bald fällig, oder nicht mehr.}}",
  "fault.rule.settingPeriod": "{label}: eine Zahl ab 1, höchstens hundert Jahre.",
  "fault.rule.settingNumber": "{label}: eine ganze Zahl im Möglichen, höchstens hundert Jahre.",
  "fault.rule.timeZone": "{label}: Schreiben Sie einen Namen wie Europe/Brussels.",
  "fault.rule.settingsNothing":
    "Nichts ist geändert: Schreiben Sie einen anderen Wert für mindestens eine Einstellung.",
};
