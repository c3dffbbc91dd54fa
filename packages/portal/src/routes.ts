import type { MakePage } from "./asked/page.ts";
import type { PageParameters } from "./asked/parameters.ts";
import { about } from "./pages/about.tsx";
import { briefing } from "./pages/briefing.tsx";
import { changes } from "./pages/changes.tsx";
import { comparison } from "./pages/comparison.tsx";
import { cycle } from "./pages/cycle.tsx";
import { cycles } from "./pages/cycles.tsx";
import { front } from "./pages/front.tsx";
import { organization } from "./pages/organization.tsx";
import { organizations } from "./pages/organizations.tsx";
import { overdue } from "./pages/overdue.tsx";
import { owed } from "./pages/owed.tsx";
import { recommendation, recommendationById } from "./pages/recommendation.tsx";
import { recommendations } from "./pages/recommendations.tsx";
import { report } from "./pages/report.tsx";
import { reports } from "./pages/reports.tsx";
import { rules } from "./pages/rules.tsx";
import { theme } from "./pages/theme.tsx";
import { themes } from "./pages/themes.tsx";

const paged = { page: "one" } as const;
const filtered = { responsible: "list", report: "list", theme: "list", ...paged } as const;

/** Every page by its address below the language, with its parameters; `*` is a part that names a thing. */
const routes: readonly (readonly [string, MakePage, PageParameters?])[] = [
  ["", front],
  ["/overdue", overdue, { kind: "list", days: "one", ...filtered }],
  ["/owed", owed, { kind: "list", due: "one", dueOn: "one", ...filtered }],
  ["/changes", changes, { from: "one", kind: "one", issuingBody: "list", ...filtered }],
  ["/briefing", briefing, { q: "one", reference: "list", ...filtered }],
  ["/comparison", comparison, { from: "one", movement: "one", issuingBody: "list", ...filtered }],
  [
    "/recommendations",
    recommendations,
    {
      q: "one",
      reportingYear: "list",
      position: "list",
      reported: "list",
      assessed: "list",
      lifecycle: "list",
      show: "one",
      ...filtered,
    },
  ],
  ["/recommendations/*", recommendationById],
  ["/recommendations/*/*", recommendation],
  ["/reports", reports, paged],
  ["/reports/*", report, paged],
  ["/organizations", organizations, paged],
  ["/organizations/*", organization],
  ["/themes", themes],
  ["/themes/*", theme, paged],
  ["/cycles", cycles],
  ["/cycles/*/*", cycle],
  ["/rules", rules],
  ["/about", about],
];

/** The page at a path, its parameters, and the parts that name its thing. */
export function routeOf(
  path: readonly string[],
): { make: MakePage; parameters: PageParameters; parts: readonly string[] } | undefined {
  for (const [address, make, parameters = {}] of routes) {
    const pattern = address === "" ? [] : address.slice(1).split("/");
    if (pattern.length !== path.length) continue;
    if (pattern.every((part, index) => part === "*" || part === path[index]))
      return { make, parameters, parts: path.filter((_, index) => pattern[index] === "*") };
  }
  return undefined;
}
