import type { MakePage } from "./asked/page.ts";
import { about } from "./pages/about.tsx";
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

/** Every page by its address below the language; `*` is a part that names a thing. */
const routes: readonly (readonly [string, MakePage])[] = [
  ["", front],
  ["/overdue", overdue],
  ["/owed", owed],
  ["/changes", changes],
  ["/comparison", comparison],
  ["/recommendations", recommendations],
  ["/recommendations/*", recommendationById],
  ["/recommendations/*/*", recommendation],
  ["/reports", reports],
  ["/reports/*", report],
  ["/organizations", organizations],
  ["/organizations/*", organization],
  ["/themes", themes],
  ["/themes/*", theme],
  ["/cycles", cycles],
  ["/cycles/*/*", cycle],
  ["/rules", rules],
  ["/about", about],
];

/** The page at a path, and the parts that name its thing. */
export function routeOf(path: readonly string[]): { make: MakePage; parts: readonly string[] } | undefined {
  for (const [address, make] of routes) {
    const pattern = address === "" ? [] : address.slice(1).split("/");
    if (pattern.length !== path.length) continue;
    if (pattern.every((part, index) => part === "*" || part === path[index]))
      return { make, parts: path.filter((_, index) => pattern[index] === "*") };
  }
  return undefined;
}
