import type { OrganizationsMessages } from "./en.ts";

export const organizationsNl: OrganizationsMessages = {
  "org.title": "Organisaties van het register",
  "org.count": "{total, plural, one {# organisatie} other {# organisaties}}",
  "org.add": "Een organisatie toevoegen",
  "org.add.text":
    "Daardoor verhuist niets: een opvolging komt bij een organisatie door een verslag, of door een wijziging van organisaties.",
  "org.change": "Een wijziging van organisaties vastleggen",
  "org.change.of": "Vastleggen wat ervan geworden is",
  "org.change.into": "Vastleggen waaruit ze ontstaan is",
  "org.change.text":
    "Een instelling die onder een andere naam voortgaat, is hernoemd: voeg eerst die met de nieuwe naam toe. Wat de wijziging zou verplaatsen, ziet u voordat iets wordt vastgelegd.",
  "org.change.type": "Wat er gebeurt",
  "org.change.type.hint":
    "Opgericht: niets voordien, één nadien. Hernoemd: één voordien, één nadien. Samengevoegd: meerdere voordien, één nadien. Opgegaan in: één of meer voordien, één nadien. Gesplitst: één voordien, meerdere nadien. Opgeheven: één voordien, geen nadien. Bevoegdheid overgedragen: één voordien, één of meer nadien, elk met de thema’s die ernaar overgaan.",
  "org.change.on": "Dag van de wijziging",
  "org.change.on.hint": "De eerste dag waarop ze geldt. Zonder dag is ze alleen gepland en verplaatst ze nog niets.",
  "org.change.originals": "Organisaties voordien",
  "org.change.originals.hint": "Eén per regel, met naam of code.",
  "org.change.results": "Organisaties nadien",
  "org.change.results.hint":
    "Eén per regel, met naam of code; bij een splitsing of overdracht na een dubbele punt de thema’s die ernaar overgaan, met een komma ertussen.",
  "org.change.legalBasis": "Rechtsgrond",
  "org.change.replaces": "Ze komt in de plaats van een geplande wijziging",
  "org.change.replaces.none": "Van geen",
  "org.change.foresee": "Tonen wat ze zou verplaatsen",
  "org.change.record": "De wijziging vastleggen",
  "org.planned": "Gepland, zonder dag",
  "org.planned.date": "Er een dag aan geven",
  "org.done.addOrganization": "De organisatie is toegevoegd.",
  "org.done.correctOrganization": "De verbetering is vastgelegd.",
  "org.done.changeOrganizations": "De wijziging van organisaties is vastgelegd.",
  "org.correct": "Verbeteren wat fout geschreven was",
  "org.correct.text":
    "Daardoor verhuist geen opvolging. Hoe ze voordien heette, blijft een van haar namen, zodat bestanden, links en brieven haar nog vinden. Een nieuwe naam vanaf een dag is geen verbetering maar een wijziging.",
  "org.correct.save": "De verbetering opslaan",
  "org.name": "Naam",
  "org.code.hint": "Kleine letters, cijfers en koppeltekens, zoals just; ze blijft in links staan.",
  "org.otherNames.hint": "Eén per regel: vroegere namen, en schrijfwijzen waaronder bronnen haar noemen.",
  "org.coordinator": "Wie ervoor antwoordt",
  "org.coordinator.hint": "Alleen bij een collectieve, zoals een regering: de naam of code van wie antwoordt.",
  "field.dayOrNothing": "Geschreven als 2027-06-30.",
  "org.foreseen.title": "Wat de wijziging zou verplaatsen",
  "org.foreseen.planned": "Ze heeft nog geen dag, dus verhuist er niets: ze is alleen gepland.",
  "org.foreseen.none": "Geen enkele opvolging verhuist erdoor.",
  "org.foreseen.from": "Vanaf {day}:",
  "org.foreseen.now": "Meteen, geteld vanaf {day}:",
  "org.foreseen.addressee.answers":
    "{count, plural, one {# opvolging gaat} other {# opvolgingen gaan}} van {from} naar {to}.",
  "org.foreseen.addressee.undecided":
    "{count, plural, one {# opvolging} other {# opvolgingen}} van {from}: een redacteur moet kiezen tussen {to}.",
  "org.foreseen.addressee.unassigned":
    "{count, plural, one {# opvolging} other {# opvolgingen}} van {from}: niemand antwoordt er nog voor.",
  "org.foreseen.issuingBody.answers":
    "{count, plural, one {# opvolging wordt} other {# opvolgingen worden}} nagegaan door {to} in plaats van {from}.",
  "org.foreseen.issuingBody.undecided":
    "{count, plural, one {# opvolging} other {# opvolgingen}} die {from} nagaat: een redacteur moet kiezen tussen {to}.",
  "org.foreseen.issuingBody.unassigned":
    "{count, plural, one {# opvolging} other {# opvolgingen}} die {from} nagaat: niemand gaat die nog na.",
  "org.foreseen.owed":
    "{owed, plural, =0 {Er is vandaag niets op verschuldigd.} one {# verplichting van vandaag gaat mee, {overdue, plural, =0 {niet te laat} other {te laat}}.} other {# verplichtingen van vandaag gaan mee, waarvan {overdue} te laat.}}",
  "moved.rows": "{total, plural, one {De opvolging} other {De eerste {shown} van {total} opvolgingen}}",
  "fault.rule.orgCode":
    "{label}: alleen kleine letters, cijfers en koppeltekens, niet met een koppelteken beginnend, en geen andere organisatie heeft ze.",
  "fault.rule.otherNames": "{label}: elke regel hoogstens 2000 tekens.",
  "fault.rule.changeShape":
    "{label}: de organisaties voordien en nadien passen niet bij dit soort wijziging; wat past, staat onder de vraag.",
  "fault.rule.changeDay":
    "{label}: schrijf ze als 2027-06-30; op die dag moet elke organisatie van voordien bestaan, en geen andere vastgelegde wijziging mag ze tegenspreken.",
  "fault.rule.changeOrganization":
    "{label}: een ervan bestond die dag niet, is tweemaal genoemd, of werd door een vastgelegde wijziging een andere.",
  "fault.rule.legalBasis": "{label}: dat is geen leesbare tekst, of te lang.",
};
