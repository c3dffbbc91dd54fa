import type { z } from "zod";
import { type ItemKindName, itemKinds } from "../collected-item/item-kinds.ts";
import type { Movement } from "../comparison/movement.ts";
import type { ChangeKind } from "../follow-up/changes/change.ts";
import type { AssuranceMethod } from "../follow-up/entries/assessment.ts";
import type { CommitmentOutcome } from "../follow-up/entries/commitment-outcome.ts";
import type { DeadlineChange } from "../follow-up/entries/deadline-change.ts";
import type { EntryType } from "../follow-up/entries/entry.ts";
import type { Evidence } from "../follow-up/entries/evidence.ts";
import type { SuccessorDecisionEntry } from "../follow-up/entries/successor-decision.ts";
import type { Role } from "../follow-up/follow-up.ts";
import type {
  AssessedLevel,
  ClosureReason,
  Lifecycle,
  OverdueKind,
  Position,
  ReportedLevel,
  Timeliness,
} from "../follow-up/levels.ts";
import { type Label, label } from "../label.ts";
import type { OrganizationLevel } from "../organization/organization.ts";
import type { OrganizationChangeType } from "../organization/organization-change.ts";
import type { LinkType } from "../recommendation/link.ts";
import type { CycleUpdate } from "../register/snapshot.ts";
import type { PeriodStart, Report } from "../report/report.ts";
import type { SectionState } from "../report-section/report-section.ts";
import type { PublicationOfAnswers } from "../settings/settings.ts";
import type { Precision } from "../time/due-date.ts";
import type { PeriodRules } from "../time/period.ts";

const position: Record<Position, Label> = {
  awaiting: label("Awaiting", "En attente", "In afwachting", "Ausstehend"),
  accepted: label("Accepted", "Acceptée", "Aanvaard", "Angenommen"),
  acceptedInPart: label("Accepted in part", "Acceptée en partie", "Gedeeltelijk aanvaard", "Teilweise angenommen"),
  acceptedInPrinciple: label(
    "Accepted in principle",
    "Acceptée en principe",
    "In beginsel aanvaard",
    "Grundsätzlich angenommen",
  ),
  noted: label("Noted", "Notée", "Genoteerd", "Zur Kenntnis genommen"),
  rejected: label("Rejected", "Rejetée", "Verworpen", "Abgelehnt"),
  notCompetent: label("Not competent", "Non compétent", "Niet bevoegd", "Nicht zuständig"),
  answeredNotStated: label(
    "Answered, position not stated",
    "Réponse sans position connue",
    "Beantwoord, standpunt niet vermeld",
    "Beantwortet, Standpunkt nicht angegeben",
  ),
  undetermined: label("Cannot be told", "Indéterminée", "Niet te bepalen", "Nicht feststellbar"),
};

const level: Record<Exclude<ReportedLevel, "notReported">, Label> = {
  contraryAction: label("Contrary action", "Action contraire", "Tegengestelde actie", "Gegenteilige Maßnahme"),
  noEvidence: label("No evidence", "Aucune preuve", "Geen bewijs", "Kein Nachweis"),
  notStarted: label("Not started", "Non entamée", "Niet gestart", "Nicht begonnen"),
  announced: label("Announced", "Annoncée", "Aangekondigd", "Angekündigt"),
  underWay: label("Under way", "En cours", "Aan de gang", "Im Gange"),
  partiallyImplemented: label(
    "Partially implemented",
    "Partiellement mise en œuvre",
    "Gedeeltelijk uitgevoerd",
    "Teilweise umgesetzt",
  ),
  substantiallyImplemented: label(
    "Substantially implemented",
    "Mise en œuvre pour l'essentiel",
    "Grotendeels uitgevoerd",
    "Weitgehend umgesetzt",
  ),
  alternativeAction: label("Alternative action", "Autre mesure", "Alternatieve maatregel", "Alternative Maßnahme"),
  fullyImplemented: label(
    "Fully implemented",
    "Entièrement mise en œuvre",
    "Volledig uitgevoerd",
    "Vollständig umgesetzt",
  ),
  noLongerApplicable: label("No longer applicable", "Sans objet", "Niet langer van toepassing", "Nicht mehr anwendbar"),
};

const reportedLevel: Record<ReportedLevel, Label> = {
  ...level,
  notReported: label("Not reported", "Non rapportée", "Niet gerapporteerd", "Nicht berichtet"),
};

const assessedLevel: Record<AssessedLevel, Label> = {
  ...level,
  notAssessed: label("Not assessed", "Non évaluée", "Niet beoordeeld", "Nicht beurteilt"),
};

const lifecycle: Record<Lifecycle, Label> = {
  open: label("Open", "Ouverte", "Open", "Offen"),
  pendingVerification: label("Pending verification", "À vérifier", "Te verifiëren", "Zu überprüfen"),
  closed: label("Closed", "Clôturée", "Afgesloten", "Abgeschlossen"),
};

const closureReason: Record<ClosureReason, Label> = {
  implemented: label("Implemented", "Mise en œuvre", "Uitgevoerd", "Umgesetzt"),
  alternativeAccepted: label(
    "Alternative accepted",
    "Autre mesure acceptée",
    "Alternatief aanvaard",
    "Alternative angenommen",
  ),
  notImplemented: label("Not implemented", "Non mise en œuvre", "Niet uitgevoerd", "Nicht umgesetzt"),
  overtakenByEvents: label(
    "Overtaken by events",
    "Dépassée par les faits",
    "Achterhaald door de feiten",
    "Durch Ereignisse überholt",
  ),
  superseded: label("Superseded", "Remplacée", "Vervangen", "Ersetzt"),
  withdrawn: label("Withdrawn", "Retirée", "Ingetrokken", "Zurückgezogen"),
  endOfFollowUp: label("End of follow-up", "Fin du suivi", "Einde van de opvolging", "Ende der Nachverfolgung"),
};

const timeliness: Record<Timeliness, Label> = {
  longOverdue: label("Long overdue", "En retard de longue date", "Al lang te laat", "Lange überfällig"),
  overdue: label("Overdue", "En retard", "Te laat", "Überfällig"),
  undetermined: label("Cannot be told", "Indéterminé", "Niet te bepalen", "Nicht feststellbar"),
  dueSoon: label("Due soon", "Échéance proche", "Binnenkort verwacht", "Bald fällig"),
  notDue: label("Not due", "Non échue", "Nog niet verwacht", "Nicht fällig"),
  noDeadline: label("No deadline", "Sans échéance", "Zonder termijn", "Ohne Frist"),
  metLate: label("Met late", "Réalisée en retard", "Te laat nagekomen", "Verspätet erfüllt"),
  metOnTime: label("Met on time", "Réalisée à temps", "Tijdig nagekomen", "Rechtzeitig erfüllt"),
  notMet: label("Not met", "Non réalisée", "Niet nagekomen", "Nicht erfüllt"),
  released: label("Released", "Obligation levée", "Vrijgesteld", "Pflicht entfallen"),
};

const cycleUpdate: Record<CycleUpdate, Label> = {
  onTime: label(
    "On time: an update for that year or a later one was given by its due date.",
    "À temps : un état d'avancement pour cette année ou une année ultérieure a été donné à l'échéance au plus tard.",
    "Tijdig: een voortgangsbericht over dat jaar of een later jaar is binnen de termijn gegeven.",
    "Rechtzeitig: Ein Fortschrittsbericht über dieses oder ein späteres Jahr wurde spätestens zum Termin gegeben.",
  ),
  late: label(
    "Late: it was owed, and given after its due date.",
    "En retard : il était dû et a été donné après l'échéance.",
    "Te laat: het was verschuldigd en is na de termijn gegeven.",
    "Verspätet: Er war geschuldet und wurde nach dem Termin gegeben.",
  ),
  missing: label(
    "Missing: it was owed on its due date, and never given, whatever became of the follow-up since.",
    "Manquant : il était dû à l'échéance et n'a jamais été donné, quoi que soit devenu le suivi depuis.",
    "Ontbreekt: het was aan het einde van de termijn verschuldigd en is nooit gegeven, wat er sindsdien ook met de opvolging gebeurde.",
    "Fehlt: Er war zum Termin geschuldet und wurde nie gegeben, was auch immer seither aus der Nachverfolgung wurde.",
  ),
  undetermined: label(
    "Cannot be told: the source gives no day by which it was given, or was no longer owed.",
    "Indéterminé : la source ne donne pas le jour où il a été donné ou a cessé d'être dû.",
    "Niet te bepalen: de bron geeft geen dag waarop het gegeven is of niet meer verschuldigd was.",
    "Nicht feststellbar: Die Quelle nennt keinen Tag, an dem er gegeben wurde oder nicht mehr geschuldet war.",
  ),
  notOwed: label(
    "Not owed: the cycle did not ask this follow-up for one, and none was given by the due date.",
    "Non dû : le cycle n'en demandait pas à ce suivi, et aucun n'a été donné à l'échéance.",
    "Niet verschuldigd: de cyclus vroeg er geen van deze opvolging, en binnen de termijn was er geen gegeven.",
    "Nicht geschuldet: Der Zyklus verlangte von dieser Nachverfolgung keinen, und bis zum Termin wurde keiner gegeben.",
  ),
};

const overdueKind: Record<OverdueKind, Label> = {
  response: label("Response", "Réponse", "Antwoord", "Antwort"),
  commitment: label("Commitment", "Engagement", "Toezegging", "Zusage"),
  implementation: label("Implementation", "Mise en œuvre", "Uitvoering", "Umsetzung"),
  update: label("Progress update", "État d'avancement", "Voortgangsbericht", "Fortschrittsbericht"),
  verification: label("Verification", "Vérification", "Verificatie", "Überprüfung"),
};

const role: Record<z.infer<typeof Role>, Label> = {
  lead: label("Lead", "Chef de file", "Trekker", "Federführend"),
  joint: label("Joint", "Destinataire conjoint", "Medegeadresseerde", "Mitwirkend"),
  forInformation: label("For information", "Pour information", "Ter informatie", "Zur Information"),
};

const assuranceMethod: Record<z.infer<typeof AssuranceMethod>, Label> = {
  statementOnly: label("Statement only", "Déclaration seule", "Enkel verklaring", "Nur Erklärung"),
  documentsReviewed: label("Documents reviewed", "Documents examinés", "Documenten onderzocht", "Unterlagen geprüft"),
  interview: label("Interview", "Entretien", "Gesprek", "Gespräch"),
  siteVisit: label("Site visit", "Visite sur place", "Bezoek ter plaatse", "Vor-Ort-Besuch"),
  caseStudy: label("Case study", "Étude de cas", "Casestudie", "Fallstudie"),
  courtRecord: label("Court record", "Dossier judiciaire", "Gerechtsdossier", "Gerichtsakte"),
  dataTest: label("Data test", "Test de données", "Gegevenstoets", "Datenprüfung"),
  notRecorded: label("Not recorded", "Non consignée", "Niet vastgelegd", "Nicht festgehalten"),
};

const precision: Record<Precision, Label> = {
  day: label("Day", "Jour", "Dag", "Tag"),
  month: label("Month", "Mois", "Maand", "Monat"),
  quarter: label("Quarter", "Trimestre", "Kwartaal", "Quartal"),
  semester: label("Half-year", "Semestre", "Halfjaar", "Halbjahr"),
  year: label("Year", "Année", "Jaar", "Jahr"),
};

const periodStart: Record<z.infer<typeof PeriodStart>, Label> = {
  publication: label("Publication", "Publication", "Publicatie", "Veröffentlichung"),
  transmissionToGovernment: label(
    "Transmission to government",
    "Transmission au gouvernement",
    "Overzending aan de regering",
    "Übermittlung an die Regierung",
  ),
  transmissionToParliament: label(
    "Transmission to parliament",
    "Transmission au parlement",
    "Overzending aan het parlement",
    "Übermittlung an das Parlament",
  ),
  transmissionToField: label(
    "Transmission to the field",
    "Transmission aux acteurs de terrain",
    "Overzending aan het werkveld",
    "Übermittlung an die Praxis",
  ),
};

const organizationLevel: Record<OrganizationLevel, Label> = {
  federal: label("Federal", "Fédéral", "Federaal", "Föderal"),
  community: label("Community", "Communauté", "Gemeenschap", "Gemeinschaft"),
  region: label("Region", "Région", "Gewest", "Region"),
  local: label("Local", "Local", "Lokaal", "Lokal"),
  judiciary: label("Judiciary", "Pouvoir judiciaire", "Rechterlijke macht", "Justiz"),
  police: label("Police", "Police", "Politie", "Polizei"),
  civilSociety: label("Civil society", "Société civile", "Middenveld", "Zivilgesellschaft"),
  international: label("International", "International", "Internationaal", "International"),
  other: label("Other", "Autre", "Andere", "Andere"),
};

const organizationChangeType: Record<OrganizationChangeType, Label> = {
  created: label("Created", "Créée", "Opgericht", "Gegründet"),
  renamed: label("Renamed", "Renommée", "Hernoemd", "Umbenannt"),
  merged: label("Merged", "Fusionnée", "Gefuseerd", "Fusioniert"),
  absorbed: label("Absorbed", "Absorbée", "Opgeslorpt", "Eingegliedert"),
  split: label("Split", "Scindée", "Gesplitst", "Aufgeteilt"),
  dissolved: label("Dissolved", "Dissoute", "Ontbonden", "Aufgelöst"),
  competenceTransferred: label(
    "Competence transferred",
    "Compétence transférée",
    "Bevoegdheid overgedragen",
    "Zuständigkeit übertragen",
  ),
};

const entryType: Record<EntryType, Label> = {
  response: label("Response", "Réponse", "Antwoord", "Antwort"),
  commitment: label("Commitment", "Engagement", "Toezegging", "Zusage"),
  commitmentOutcome: label(
    "Outcome of a commitment",
    "Suite d'un engagement",
    "Afloop van een toezegging",
    "Ergebnis einer Zusage",
  ),
  deadlineRequest: label(
    "Request for a later date",
    "Demande de report",
    "Vraag om uitstel",
    "Antrag auf Fristverlängerung",
  ),
  deadlineRequestWithdrawal: label("Request withdrawn", "Demande retirée", "Vraag ingetrokken", "Antrag zurückgezogen"),
  deadlineChange: label(
    "Decision on a deadline",
    "Décision sur une échéance",
    "Beslissing over een termijn",
    "Entscheidung über eine Frist",
  ),
  deadlineContest: label("Deadline contested", "Échéance contestée", "Termijn betwist", "Frist bestritten"),
  progressUpdate: label("Progress update", "État d'avancement", "Voortgangsbericht", "Fortschrittsbericht"),
  claimWithdrawal: label("Claim withdrawn", "Déclaration retirée", "Melding ingetrokken", "Meldung zurückgezogen"),
  assessment: label("Assessment", "Évaluation", "Beoordeling", "Beurteilung"),
  closure: label("Closure", "Clôture", "Afsluiting", "Abschluss"),
  reopening: label("Reopening", "Réouverture", "Heropening", "Wiederaufnahme"),
  notCompetentUpheld: label(
    "Not competent, upheld",
    "Incompétence reconnue",
    "Onbevoegdheid erkend",
    "Unzuständigkeit anerkannt",
  ),
  roleChange: label("Role changed", "Rôle modifié", "Rol gewijzigd", "Rolle geändert"),
  successorDecision: label("Successor decided", "Successeur désigné", "Opvolger aangewezen", "Nachfolger bestimmt"),
  evidence: label("Evidence", "Preuve", "Bewijs", "Nachweis"),
  observation: label("Observation", "Observation", "Opmerking", "Beobachtung"),
  answerPublication: label("Answer published", "Réponse publiée", "Antwoord gepubliceerd", "Antwort veröffentlicht"),
  retraction: label("Entry retracted", "Entrée retirée", "Vermelding ingetrokken", "Eintrag zurückgenommen"),
};

const commitmentOutcome: Record<CommitmentOutcome["outcome"], Label> = {
  met: label("Met", "Tenu", "Nagekomen", "Eingehalten"),
  replaced: label("Replaced", "Remplacé", "Vervangen", "Ersetzt"),
  abandoned: label("Abandoned", "Abandonné", "Opgegeven", "Aufgegeben"),
};

const deadlineDecision: Record<DeadlineChange["decision"], Label> = {
  granted: label("Granted", "Accordé", "Toegestaan", "Bewilligt"),
  refused: label("Refused", "Refusé", "Geweigerd", "Abgelehnt"),
};

const evidenceKind: Record<Evidence["kind"], Label> = {
  document: label("Document", "Document", "Document", "Dokument"),
  law: label("Law", "Loi", "Wet", "Gesetz"),
  statistic: label("Statistic", "Statistique", "Statistiek", "Statistik"),
  judgment: label("Judgment", "Jugement", "Vonnis", "Urteil"),
  file: label("File", "Dossier", "Dossier", "Akte"),
  interview: label("Interview", "Entretien", "Gesprek", "Gespräch"),
};

const changeKind: Record<ChangeKind, Label> = {
  published: label("Published", "Publiée", "Gepubliceerd", "Veröffentlicht"),
  askedAnew: label("Asked again", "Demandée à nouveau", "Opnieuw gevraagd", "Erneut gefordert"),
  answered: label("Answered", "Réponse donnée", "Beantwoord", "Beantwortet"),
  promised: label("Promised", "Engagement pris", "Toegezegd", "Zugesagt"),
  claimed: label("Claimed done", "Déclarée réalisée", "Als uitgevoerd gemeld", "Als umgesetzt gemeldet"),
  found: label("Finding published", "Constat publié", "Bevinding gepubliceerd", "Feststellung veröffentlicht"),
  deadlineMoved: label("Deadline moved", "Échéance déplacée", "Termijn verplaatst", "Frist verschoben"),
  newlyOverdue: label("Newly overdue", "Nouvellement en retard", "Nieuw te laat", "Neu überfällig"),
  closed: label("Closed", "Clôturée", "Afgesloten", "Abgeschlossen"),
  reopened: label("Reopened", "Rouverte", "Heropend", "Wieder aufgenommen"),
};

const movement: Record<Movement, Label> = {
  added: label("Published since", "Publiée depuis", "Sindsdien gepubliceerd", "Seitdem veröffentlicht"),
  closed: label("Closed since", "Clôturée depuis", "Sindsdien afgesloten", "Seitdem abgeschlossen"),
  reopened: label("Reopened since", "Rouverte depuis", "Sindsdien heropend", "Seitdem wieder aufgenommen"),
  advanced: label("Found further", "Constatée plus avancée", "Verder bevonden", "Weiter befunden"),
  slipped: label("Found less far", "Constatée moins avancée", "Minder ver bevonden", "Weniger weit befunden"),
  foundOtherwise: label(
    "Found for the first time, or outside the order of levels",
    "Constatée pour la première fois, ou hors de l'ordre des niveaux",
    "Voor het eerst bevonden, of buiten de volgorde van niveaus",
    "Erstmals befunden, oder außerhalb der Reihenfolge der Niveaus",
  ),
  unchanged: label("Unchanged", "Inchangée", "Ongewijzigd", "Unverändert"),
};

const linkType: Record<LinkType, Label> = {
  repeats: label("Repeats", "Répète", "Herhaalt", "Wiederholt"),
  sharpens: label("Sharpens", "Précise", "Scherpt aan", "Verschärft"),
  supersedes: label("Supersedes", "Remplace", "Vervangt", "Ersetzt"),
  splitFrom: label("Split from", "Issue de la division de", "Afgesplitst van", "Abgespalten von"),
  mergedInto: label("Merged into", "Fusionnée dans", "Opgegaan in", "Aufgegangen in"),
  relatesTo: label("Relates to", "En rapport avec", "Houdt verband met", "Steht in Zusammenhang mit"),
  echoes: label("Echoes", "Fait écho à", "Sluit aan bij", "Greift auf"),
  restsOn: label("Rests on", "S'appuie sur", "Steunt op", "Stützt sich auf"),
};

const periodRules: Record<PeriodRules, Label> = {
  eu1182: label(
    "Regulation (EEC, Euratom) No 1182/71",
    "Règlement (CEE, Euratom) n° 1182/71",
    "Verordening (EEG, Euratom) nr. 1182/71",
    "Verordnung (EWG, Euratom) Nr. 1182/71",
  ),
  calendar: label("Plain calendar", "Calendrier simple", "Gewone kalender", "Einfacher Kalender"),
};

const publicationOfAnswers: Record<PublicationOfAnswers, Label> = {
  atSubmission: label("From their submission", "Dès leur remise", "Vanaf hun indiening", "Ab ihrer Einreichung"),
  byAct: label(
    "From the act that publishes them",
    "Dès l'acte qui les publie",
    "Vanaf de handeling die ze publiceert",
    "Ab dem Schritt, der sie veröffentlicht",
  ),
};

const reportStatus: Record<Report["status"], Label> = {
  draft: label("Draft", "Projet", "Ontwerp", "Entwurf"),
  published: label("Published", "Publié", "Gepubliceerd", "Veröffentlicht"),
};

const side: Record<SuccessorDecisionEntry["of"], Label> = {
  addressee: label("Addressee", "Destinataire", "Geadresseerde", "Adressat"),
  issuingBody: label("Issuing body", "Organisme émetteur", "Uitgevende instantie", "Herausgebende Stelle"),
};

const rate: Record<"responded" | "accepted" | "implemented", Label> = {
  responded: label("Responded", "Avec réponse", "Met antwoord", "Beantwortet"),
  accepted: label("Accepted", "Acceptées", "Aanvaard", "Angenommen"),
  implemented: label("Implemented", "Mises en œuvre", "Uitgevoerd", "Umgesetzt"),
};

const collectedItemKind = Object.fromEntries(Object.values(itemKinds).map((kind) => [kind.name, kind.label])) as Record<
  ItemKindName,
  Label
>;

const sectionState: Record<SectionState, Label> = {
  draft: label("Draft", "Projet", "Ontwerp", "Entwurf"),
  reviewed: label("Reviewed", "Relue", "Nagelezen", "Gegengelesen"),
  final: label("Final", "Définitive", "Definitief", "Endgültig"),
};

/** Every list of codes by its name, with labels; a code without a label does not compile. */
export const refData = {
  position,
  reportedLevel,
  assessedLevel,
  lifecycle,
  closureReason,
  timeliness,
  overdueKind,
  cycleUpdate,
  role,
  assuranceMethod,
  precision,
  periodStart,
  organizationLevel,
  organizationChangeType,
  entryType,
  changeKind,
  commitmentOutcome,
  deadlineDecision,
  evidenceKind,
  linkType,
  movement,
  periodRules,
  publicationOfAnswers,
  reportStatus,
  side,
  rate,
  collectedItemKind,
  sectionState,
} as const;

export type RefDataList = keyof typeof refData;
