import type { Label } from "../label.ts";

type Cohorts = Readonly<Record<"responded" | "accepted" | "implemented", (lookBackYears: number) => string>>;

/** What the denominator of each rate counts (R13), in the words of each language. */
export const cohorts: Readonly<Record<keyof Label, Cohorts>> = {
  en: {
    responded: (years) =>
      `follow-ups that were answered, or whose response was due before the day; without a deadline, those of reports published at least ${years} years before it`,
    accepted: () => "follow-ups whose addressee stated a position; accepted in part or in principle counts as accepted",
    implemented: (years) =>
      `follow-ups of reports published at least ${years} years before the day that the issuing body assessed, or closed as done or not done; implemented means closed by it as implemented or as done in another way`,
  },
  fr: {
    responded: (years) =>
      `les suivis qui ont une réponse, ou dont la réponse était due avant ce jour ; sans échéance, ceux des rapports publiés au moins ${years} ans avant`,
    accepted: () =>
      "les suivis dont le destinataire a donné une position ; acceptée en partie ou en principe compte comme acceptée",
    implemented: (years) =>
      `les suivis de rapports publiés au moins ${years} ans avant ce jour que l'organisme émetteur a évalués, ou clôturés comme faits ou non faits ; mise en œuvre veut dire : clôturée par lui comme mise en œuvre ou comme faite autrement`,
  },
  nl: {
    responded: (years) =>
      `opvolgingen met een antwoord, of waarvan het antwoord vóór die dag verwacht was; zonder termijn, die van verslagen die minstens ${years} jaar eerder zijn gepubliceerd`,
    accepted: () =>
      "opvolgingen waarvan de geadresseerde een standpunt gaf; gedeeltelijk of in beginsel aanvaard telt als aanvaard",
    implemented: (years) =>
      `opvolgingen van verslagen die minstens ${years} jaar vóór die dag zijn gepubliceerd, en die de uitgevende instantie beoordeelde of afsloot als gedaan of niet gedaan; uitgevoerd betekent: door haar afgesloten als uitgevoerd of als op een andere manier gedaan`,
  },
  de: {
    responded: (years) =>
      `Nachverfolgungen mit einer Antwort, oder deren Antwort vor diesem Tag fällig war; ohne Frist jene von Berichten, die mindestens ${years} Jahre davor erschienen sind`,
    accepted: () =>
      "Nachverfolgungen, deren Adressat einen Standpunkt abgab; teilweise oder grundsätzlich angenommen zählt als angenommen",
    implemented: (years) =>
      `Nachverfolgungen von Berichten, die mindestens ${years} Jahre vor diesem Tag erschienen sind, und die die herausgebende Stelle beurteilt oder als getan oder nicht getan abgeschlossen hat; umgesetzt heißt: von ihr als umgesetzt oder als auf andere Weise getan abgeschlossen`,
  },
};
