import type { SectionMessages } from "./en.ts";

export const sectionsNl: SectionMessages = {
  "section.list": "Wat het verslag zegt",
  "section.list.text": "De delen in hun volgorde. Alleen wat definitief is, wordt met het verslag bekendgemaakt.",
  "section.new": "Een nieuw deel schrijven",
  "section.stale": "ouder dan de authentieke tekst: {language}",
  "section.reference": "Referentie",
  "section.reference.hint": "Kort, zoals rechtspraak. Geen ander deel van het verslag heeft ze.",
  "section.kind": "Soort",
  "section.kind.hint": "Waarover het gaat, in uw eigen woorden, zoals rechtspraak.",
  "section.parent": "Deel van",
  "section.parent.none": "niets: het staat bovenaan",
  "section.position": "Plaats",
  "section.position.hint": "Een getal: het laagste komt eerst. Leeg: het laatste.",
  "section.authentic": "Authentieke taal",
  "section.title": "Titel",
  "section.text": "Tekst",
  "section.text.hint":
    "Een lege regel tussen alinea's, # voor een kop, - voor een punt van een lijst, *nadruk*, **vet**. Een blok dat begint met ```heed items kind=judgment komt uit de gegevens.",
  "section.checked": "Ik heb het {language} met de authentieke tekst vergeleken, en het klopt",
  "section.authors": "Auteurs",
  "section.state": "Hoever het staat",
  "section.state.hint":
    "Wat definitief is, wordt met het verslag bekendgemaakt, of meteen als het verslag al bekendgemaakt is.",
  "section.keep": "Bewaren",
  "section.withdraw": "Intrekken",
  "section.reason": "Waarom het geen deel van het verslag meer is",
  "report.sections": "Schrijven wat het verslag zegt",
};
