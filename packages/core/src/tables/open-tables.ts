import { type Label, label } from "../label.ts";
import { collectedItemColumns } from "./collected-item-columns.ts";
import { cycleColumns } from "./cycle-columns.ts";
import type { Columns } from "./list-table.ts";
import { listedFollowUpColumns } from "./listed-follow-up-columns.ts";
import { obligationColumns } from "./obligation-columns.ts";
import { owingColumns } from "./owing-columns.ts";
import { matrixColumns, rateColumns } from "./progress-columns.ts";
import { recommendationColumns } from "./recommendation-columns.ts";
import { organizationColumns, reportColumns } from "./register-columns.ts";
import { staleColumns } from "./stale-and-unassessed-columns.ts";

export type OpenTable = { title: Label; columns: Columns<never> };

/** The lists of which everybody gets the whole, without asking for anything more, by their place below `/exports`. */
export const openTables: Readonly<Record<string, OpenTable>> = {
  overdue: {
    title: label("What is overdue", "Ce qui est en retard", "Wat te laat is", "Was überfällig ist"),
    columns: obligationColumns,
  },
  "overdue/organizations": {
    title: label("Who owes most", "Qui doit le plus", "Wie het meest verschuldigd is", "Wer am meisten schuldet"),
    columns: owingColumns,
  },
  obligations: {
    title: label("Everything that is owed", "Tout ce qui est dû", "Alles wat verschuldigd is", "Alles Geschuldete"),
    columns: obligationColumns,
  },
  stale: {
    title: label(
      "Without a deadline and without news",
      "Sans échéance et sans nouvelles",
      "Zonder termijn en zonder nieuws",
      "Ohne Frist und ohne Neuigkeiten",
    ),
    columns: staleColumns,
  },
  recommendations: {
    title: label("Recommendations", "Recommandations", "Aanbevelingen", "Empfehlungen"),
    columns: recommendationColumns,
  },
  followUps: {
    title: label("Follow-ups", "Suivis", "Opvolgingen", "Nachverfolgungen"),
    columns: listedFollowUpColumns,
  },
  reports: { title: label("Reports", "Rapports", "Rapporten", "Berichte"), columns: reportColumns },
  organizations: {
    title: label("Organizations", "Organisations", "Organisaties", "Organisationen"),
    columns: organizationColumns,
  },
  collectedItems: {
    title: label(
      "What bodies collect",
      "Ce que les organismes recueillent",
      "Wat instanties verzamelen",
      "Was Stellen sammeln",
    ),
    columns: collectedItemColumns(),
  },
  reportingCycles: {
    title: label("Reporting cycles", "Cycles de suivi", "Rapportagecycli", "Berichtszyklen"),
    columns: cycleColumns,
  },
  progress: { title: label("Progress in rates", "Taux", "Percentages", "Quoten"), columns: rateColumns },
  progressMatrix: {
    title: label("Progress by year", "Avancement par année", "Vooruitgang per jaar", "Fortschritt nach Jahr"),
    columns: matrixColumns,
  },
};
