import type { ChapterWording } from "./told.ts";

const of = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const is = (count: number) => (count === 1 ? "is" : "zijn");
const was = (count: number) => (count === 1 ? "was" : "waren");
const followUps = (count: number) => of(count, "opvolging", "opvolgingen");

export const nl: ChapterWording = {
  title: (year) => `Opvolging van eerdere aanbevelingen, ${year}`,
  subtitle: ({ from, to }) => `De toestand op ${to}, naast die op ${from}`,
  reason: { rule: "Regel", list: "De lijst erachter" },
  heads: {
    recommendation: "Aanbeveling",
    responsible: "Verantwoordelijk",
    position: "Standpunt",
    says: "Zegt zelf",
    found: "Bevonden",
    state: "Stand",
    timeliness: "Op tijd?",
    what: "Wat",
    due: "Termijn",
    firstDue: "Eerste datum",
    days: "Dagen te laat",
    moves: "Verplaatst",
    promise: "Toezegging",
    times: "Gevraagd",
    firstAsked: "Eerst gevraagd",
    age: "Leeftijd",
    followUps: "Opvolgingen",
    overdue: "Te laat",
    longest: "Langste, dagen",
    movement: "Beweging",
    before: "Voordien",
    after: "Nu",
    rate: "Aandeel",
    tooYoung: "Te jong om te beoordelen",
    leftOut: "Niet beoordeeld of niet te bepalen",
    year: "Verslag over",
    day: "Dag",
    difference: "Verschil",
  },
  share: (numerator, denominator, percent) => `${numerator} van ${denominator}${percent ? ` (${percent} %)` : ""}`,
  years: (years) => `${years} jaar`,
  withoutDate: "geen datum",
  none: "geen",
  cut: (shown, all) => `Hier staan de eerste ${shown} van ${all}.`,
  brief: {
    title: "In het kort",
    followed: ({ body, day, followUps: all, reports, open, closed }) =>
      `Op ${day} had ${body} ${followUps(all)} in het register, uit ${of(reports, "verslag", "verslagen")}; een opvolging is één aanbeveling aan één geadresseerde die er iets aan moet doen. ${open} ${was(open)} nog in opvolging, ${closed} ${was(closed)} afgesloten.`,
    answered: ({ answered, due }) =>
      `Van ${due} waarvan het antwoord gegeven of verwacht was, ${was(answered)} er ${answered} beantwoord.`,
    done: ({ done, judged, notAssessed }) =>
      `Van ${judged} die oud genoeg zijn en beoordeeld werden, ${was(done)} er ${done} uitgevoerd; ${notAssessed} ${was(notAssessed)} niet beoordeeld, en zwijgen is geen bevinding.`,
    overdue: ({ total, before, long, from }) =>
      `${of(total, "zaak was", "zaken waren")} te laat, waarvan ${long || "geen"} al meer dan een jaar; op ${from} ${was(before)} het er ${before || "geen"}.`,
    onlyOwn: "Het zijn allemaal verificaties die de uitgevende instantie zelf verschuldigd is.",
    voices: (divergent, unverified) =>
      `In ${of(divergent, "geval", "gevallen")} zegt de geadresseerde dat alles is gedaan, en bevindt de uitgevende instantie minder; ${of(unverified, "melding dat alles is gedaan heeft", "meldingen dat alles is gedaan hebben")} nog geen bevinding.`,
    rates: "Aandelen, met waarvan ze zijn",
  },
  year: {
    title: "Het jaar naast het vorige",
    lead: ({ from, to, before, after }) =>
      `Op ${from} ${was(before)} er ${followUps(before)}, op ${to} ${after}. Elk daarvan veranderde op precies één manier, naar wat de uitgevende instantie bevond en afsloot.`,
    moved: "Hoe de opvolgingen bewogen",
    levels: "Niveaus volgens de uitgevende instantie op beide dagen",
    levelsAlternative: ({ from, to, told }) => `Twee gestapelde kolommen, voor ${from} en ${to}. Op ${to}: ${told}.`,
    changes: ({ from, told }) => `Sinds ${from} vertelt het register: ${told}.`,
  },
  said: {
    title: "Wat de geadresseerden zeiden",
    lead: ({ stated, accepted, declined, awaiting, unknown }) =>
      `Bij ${followUps(stated)} gaf de geadresseerde een standpunt: ${accepted} aanvaard, geheel, gedeeltelijk of in beginsel, en ${declined} genoteerd, verworpen of niet bevoegd verklaard. ${awaiting} ${awaiting === 1 ? "bleef" : "bleven"} zonder antwoord${unknown > 0 ? `; bij ${unknown} vertelt het register niet wat er geantwoord werd` : ""}.`,
    byResponsible: "Antwoorden, per verantwoordelijke",
    untold: (count) =>
      `Over ${of(count, "andere organisatie", "andere organisaties")} bevat het register niets waaruit een aandeel blijkt.`,
    positions: "Standpunten",
  },
  found: {
    title: "Wat werd bevonden",
    lead: ({ assessed, all }) => `De uitgevende instantie heeft een bevinding over ${assessed} van ${followUps(all)}.`,
    byYear: "Bevonden niveaus, per jaar waarover het verslag gaat",
    byYearAlternative: (told) => `Gestapelde kolommen, één per jaar van een verslag. Samen: ${told}.`,
    moved: (from) => `Anders bevonden, afgesloten of heropend sinds ${from}`,
    nothingMoved: (from) => `Niets werd anders bevonden, afgesloten of heropend sinds ${from}.`,
  },
  promises: {
    title: "Toezeggingen: nagekomen en verplaatst",
    lead: ({ total, met, overdue, open, replaced, abandoned, ended, moved, moves }) =>
      `Het register heeft ${of(total, "toezegging", "toezeggingen")}: ${met} nagekomen, ${overdue} te laat, ${open} open, ${replaced} vervangen, ${abandoned} opgegeven, ${ended} niet meer verschuldigd. Van ${moved} werd de datum verplaatst, samen ${of(moves, "keer", "keer")}.`,
    none: "Het register heeft geen toezegging.",
    table: "Toezeggingen, met de datum die eerst was toegezegd",
  },
  promiseStates: { overdue: "Te laat", open: "Open", ended: "Niet meer verschuldigd" },
  voices: {
    title: "Waar de twee stemmen verschillen",
    lead: (divergent) =>
      `In ${of(divergent, "geval", "gevallen")} zegt de geadresseerde dat alles is gedaan, en bevond de uitgevende instantie minder. Beide staan hier naast elkaar.`,
    none: "Nergens zegt de geadresseerde dat alles is gedaan waar de uitgevende instantie minder bevond.",
    unverified: (count) =>
      count === 0
        ? "Elke melding dat alles is gedaan heeft een bevinding."
        : `${of(count, "melding", "meldingen")} dat alles is gedaan ${count === 1 ? "heeft" : "hebben"} nog geen bevinding.`,
    table: "Twee stemmen",
  },
  overdue: {
    title: "Wat te laat is, en bij wie",
    lead: ({ total, before, from }) =>
      `${of(total, "zaak", "zaken")} ${is(total)} te laat; op ${from} ${was(before)} het er ${before || "geen"}. Van één opvolging kunnen verschillende zaken te laat zijn.`,
    kinds: (told) => `Per soort: ${told}.`,
    none: (day) => `Niets was te laat op ${day}.`,
    owing: "Wie verschuldigd is wat te laat is",
    table: "Wat te laat is, het langste eerst",
    own: (body) => `Te laat bij ${body} zelf`,
    ownLead: (body, count) =>
      `${body} houdt zich aan de eigen termijnen: ${of(count, "verificatie", "verificaties")} van wat een geadresseerde meldt ${is(count)} te laat.`,
    ownNone: (body) => `${body} houdt zich aan de eigen termijnen: geen verificatie is te laat.`,
    ownTable: "Verificaties die te laat zijn",
  },
  repeats: {
    title: "Opnieuw gevraagd",
    lead: (count, longest) =>
      `${of(count, "opvolging is", "opvolgingen zijn")} van een aanbeveling die al eerder gevraagd was${longest ? `; de oudste werd het eerst gevraagd op ${longest}` : ""}.`,
    none: "Geen aanbeveling werd meer dan één keer gevraagd.",
    table: "Opnieuw gevraagde aanbevelingen, met hun leeftijd",
  },
  each: {
    title: "Elke aanbeveling, per thema en geadresseerde",
    lead: ({ listed, closedBefore, from }) =>
      `${followUps(listed)} ${is(listed)} opgenomen: die nog in opvolging zijn, en die sinds ${from} werden afgesloten. ${closedBefore} ${was(closedBefore)} al eerder afgesloten. Een aanbeveling met verschillende thema’s staat bij haar eerste.`,
    withoutTheme: "Zonder thema",
    table: (theme) => `${theme}: wat werd gezegd en bevonden`,
  },
};
