import type { MakePage, SubmitForm } from "./asked/page.ts";
import type { PageParameters } from "./asked/parameters.ts";
import { deskRoutes } from "./desk/pages/desk-routes.ts";
import { changesFeed } from "./feeds/changes-feed.ts";
import { owedCalendar } from "./feeds/owed-calendar.ts";
import { confirmed, confirmFollowing, ended, endFollowing, follow, takeFollower } from "./followers/follow.tsx";
import { about } from "./pages/about.tsx";
import { briefing } from "./pages/briefing.tsx";
import { changes } from "./pages/changes.tsx";
import { collectedItem, collectedItemById } from "./pages/collected-item.tsx";
import { collectedItems } from "./pages/collected-items.tsx";
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
import { reportContents } from "./pages/report-contents.tsx";
import { reports } from "./pages/reports.tsx";
import { rules } from "./pages/rules.tsx";
import { theme } from "./pages/theme.tsx";
import { themes } from "./pages/themes.tsx";

const paged = { page: "one" } as const;
const filtered = { responsible: "list", report: "list", theme: "list", ...paged } as const;

/** Every page by its address below the language, with its parameters; `*` is a part that names a thing. */
const routes: readonly (readonly [string, MakePage, PageParameters?, SubmitForm?])[] = [
  ["", front],
  ["/overdue", overdue, { kind: "list", days: "one", ...filtered }],
  ["/owed", owed, { kind: "list", due: "one", dueOn: "one", ...filtered }],
  ["/owed.ics", owedCalendar, { kind: "list", due: "one", dueOn: "one", ...filtered }],
  ["/changes.atom", changesFeed, { from: "one", kind: "one", issuingBody: "list", ...filtered }],
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
  ["/reports/*/contents", reportContents],
  ["/organizations", organizations, paged],
  ["/organizations/*", organization],
  ["/themes", themes],
  ["/themes/*", theme, paged],
  ["/cycles", cycles],
  ["/cycles/*/*", cycle],
  ["/collected", collectedItems, { kind: "one", year: "one", theme: "list", q: "one", ...paged }],
  ["/collected/*", collectedItemById],
  ["/collected/*/*", collectedItem],
  ["/follow", follow, { responsible: "one", report: "one", theme: "one" }, takeFollower],
  ["/follow/confirm/*", confirmFollowing, {}, confirmed],
  ["/follow/end/*", endFollowing, {}, ended],
  ["/rules", rules],
  ["/about", about],
];

/** A page at a path: how it is made, what its form leads to, its parameters, and the parts that name its thing. */
export type Route = {
  make: MakePage;
  submit?: SubmitForm | undefined;
  parameters: PageParameters;
  parts: readonly string[];
  /** Whether it is of the desk of who is signed in. */
  isOfDesk: boolean;
};

export function routeOf(path: readonly string[]): Route | undefined {
  for (const [address, make, parameters = {}, submit] of routes) {
    const parts = partsIn(address, path);
    if (parts) return { make, submit, parameters, parts, isOfDesk: false };
  }
  for (const { address, make, submit, parameters = {} } of deskRoutes) {
    const parts = partsIn(address, path);
    if (parts) return { make, submit, parameters, parts, isOfDesk: true };
  }
  return undefined;
}

/** The parts of a path that name a thing; undefined where the address is another. */
function partsIn(address: string, path: readonly string[]): readonly string[] | undefined {
  const pattern = address === "" ? [] : address.slice(1).split("/");
  if (pattern.length !== path.length || !pattern.every((part, index) => part === "*" || part === path[index]))
    return undefined;
  return path.filter((_, index) => pattern[index] === "*");
}
