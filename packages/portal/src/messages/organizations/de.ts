import type { OrganizationsMessages } from "./en.ts";

export const organizationsDe: OrganizationsMessages = {
  "org.title": "Organisationen des Registers",
  "org.count": "{total, plural, one {# Organisation} other {# Organisationen}}",
  "org.add": "Eine Organisation hinzufügen",
  "org.add.text":
    "Dadurch ändert sich nichts: Eine Nachverfolgung kommt zu einer Organisation durch einen Bericht oder durch eine Änderung von Organisationen.",
  "org.change": "Eine Änderung von Organisationen festhalten",
  "org.change.of": "Festhalten, was aus ihr wurde",
  "org.change.into": "Festhalten, woraus sie entstand",
  "org.change.text":
    "Eine Stelle, die unter anderem Namen weiterbesteht, ist umbenannt: Fügen Sie zuerst die mit dem neuen Namen hinzu. Was die Änderung bewegen würde, wird gezeigt, bevor etwas festgehalten wird.",
  "org.change.type": "Was geschieht",
  "org.change.type.hint":
    "Gegründet: nichts davor, eine danach. Umbenannt: eine davor, eine danach. Zusammengelegt: mehrere davor, eine danach. Aufgegangen: eine oder mehrere davor, eine danach. Geteilt: eine davor, mehrere danach. Aufgelöst: eine davor, keine danach. Zuständigkeit übertragen: eine davor, eine oder mehrere danach, jede mit den Themen, die an sie gehen.",
  "org.change.on": "Tag der Änderung",
  "org.change.on.hint": "Der erste Tag, an dem sie gilt. Ohne Tag ist sie nur geplant und bewegt noch nichts.",
  "org.change.originals": "Organisationen davor",
  "org.change.originals.hint": "Eine pro Zeile, mit Namen oder Kürzel.",
  "org.change.results": "Organisationen danach",
  "org.change.results.hint":
    "Eine pro Zeile, mit Namen oder Kürzel; bei einer Teilung oder Übertragung nach einem Doppelpunkt die Themen, die an sie gehen, durch Kommas getrennt.",
  "org.change.legalBasis": "Rechtsgrundlage",
  "org.change.replaces": "Sie tritt an die Stelle einer geplanten Änderung",
  "org.change.replaces.none": "Von keiner",
  "org.change.foresee": "Zeigen, was sie bewegen würde",
  "org.change.record": "Die Änderung festhalten",
  "org.planned": "Geplant, ohne Tag",
  "org.planned.date": "Ihr den Tag geben",
  "org.done.addOrganization": "Die Organisation ist hinzugefügt.",
  "org.done.correctOrganization": "Die Berichtigung ist festgehalten.",
  "org.done.changeOrganizations": "Die Änderung von Organisationen ist festgehalten.",
  "org.correct": "Berichtigen, was falsch geschrieben war",
  "org.correct.text":
    "Dadurch ändert sich keine Nachverfolgung. Wie sie vorher hieß, bleibt einer ihrer Namen, damit Dateien, Links und Briefe sie noch finden. Ein neuer Name ab einem Tag ist keine Berichtigung, sondern eine Änderung.",
  "org.correct.save": "Die Berichtigung speichern",
  "org.name": "Name",
  "org.code.hint": "Kleinbuchstaben, Ziffern und Bindestriche, wie just; es bleibt in Links stehen.",
  "org.otherNames.hint": "Einer pro Zeile: frühere Namen und Schreibweisen, unter denen Quellen sie nennen.",
  "org.coordinator": "Wer für sie antwortet",
  "org.coordinator.hint": "Nur bei einer gemeinsamen wie einer Regierung: Name oder Kürzel dessen, wer antwortet.",
  "field.dayOrNothing": "Geschrieben als 2027-06-30.",
  "org.foreseen.title": "Was die Änderung bewegen würde",
  "org.foreseen.planned": "Sie hat noch keinen Tag, also bewegt sich nichts: Sie ist nur geplant.",
  "org.foreseen.none": "Keine Nachverfolgung bewegt sich dadurch.",
  "org.foreseen.from": "Ab {day}:",
  "org.foreseen.now": "Sofort, gezählt ab {day}:",
  "org.foreseen.addressee.answers":
    "{count, plural, one {# Nachverfolgung geht} other {# Nachverfolgungen gehen}} von {from} an {to}.",
  "org.foreseen.addressee.undecided":
    "{count, plural, one {# Nachverfolgung} other {# Nachverfolgungen}} von {from}: Eine Redakteurin oder ein Redakteur muss zwischen {to} wählen.",
  "org.foreseen.addressee.unassigned":
    "{count, plural, one {# Nachverfolgung} other {# Nachverfolgungen}} von {from}: Niemand antwortet mehr dafür.",
  "org.foreseen.issuingBody.answers":
    "{count, plural, one {# Nachverfolgung wird} other {# Nachverfolgungen werden}} von {to} statt von {from} geprüft.",
  "org.foreseen.issuingBody.undecided":
    "{count, plural, one {# Nachverfolgung} other {# Nachverfolgungen}}, die {from} prüft: Eine Redakteurin oder ein Redakteur muss zwischen {to} wählen.",
  "org.foreseen.issuingBody.unassigned":
    "{count, plural, one {# Nachverfolgung} other {# Nachverfolgungen}}, die {from} prüft: Niemand prüft sie mehr.",
  "org.foreseen.owed":
    "{owed, plural, =0 {Heute ist dort nichts geschuldet.} one {# heute Geschuldetes geht mit, {overdue, plural, =0 {nicht überfällig} other {überfällig}}.} other {# heute Geschuldete gehen mit, davon {overdue} überfällig.}}",
  "moved.rows": "{total, plural, one {Die Nachverfolgung} other {Die ersten {shown} von {total} Nachverfolgungen}}",
  "fault.rule.orgCode":
    "{label}: nur Kleinbuchstaben, Ziffern und Bindestriche, ohne Bindestrich am Anfang, und keine andere Organisation hat es.",
  "fault.rule.otherNames": "{label}: jede Zeile höchstens 2000 Zeichen.",
  "fault.rule.changeShape":
    "{label}: Die Organisationen davor und danach passen nicht zu dieser Art von Änderung; was passt, steht unter der Frage.",
  "fault.rule.changeDay":
    "{label}: Schreiben Sie ihn als 2027-06-30; an diesem Tag muss jede Organisation davor bestehen, und keine andere festgehaltene Änderung darf ihr widersprechen.",
  "fault.rule.changeOrganization":
    "{label}: Eine davon bestand an diesem Tag nicht, ist zweimal genannt oder wurde durch eine festgehaltene Änderung eine andere.",
  "fault.rule.legalBasis": "{label}: Das ist kein lesbarer Text, oder zu lang.",
};
