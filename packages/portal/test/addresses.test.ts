import { expect, test } from "vitest";
import { addresses } from "../src/address/addresses.ts";
import { queryText } from "../src/address/query.ts";
import { segment, textOfSegment } from "../src/address/segment.ts";
import { routeOf } from "../src/routes.ts";

/** An example of every address: the site map. */
const examples = {
  front: addresses.front(),
  overdue: addresses.overdue(),
  owed: addresses.owed(),
  owedCalendar: addresses.owedCalendar(),
  changes: addresses.changes(),
  changesFeed: addresses.changesFeed(),
  briefing: addresses.briefing(),
  comparison: addresses.comparison(),
  recommendations: addresses.recommendations(),
  recommendation: addresses.recommendation("2011", "2011-03"),
  recommendationById: addresses.recommendationById("r-17"),
  reports: addresses.reports(),
  report: addresses.report("A/HRC/48 (part 1)"),
  reportContents: addresses.reportContents("2011"),
  organizations: addresses.organizations(),
  organization: addresses.organization("just"),
  themes: addresses.themes(),
  theme: addresses.theme("asked in three reports"),
  cycles: addresses.cycles(),
  cycle: addresses.cycle("myria", 2015),
  collectedItems: addresses.collectedItems(),
  collectedItemById: addresses.collectedItemById("item-17"),
  collectedItem: addresses.collectedItem("myria", "JUD-2014-1"),
  follow: addresses.follow(),
  confirmFollowing: addresses.confirmFollowing("f-1.signed"),
  endFollowing: addresses.endFollowing("f-1.signed"),
  about: addresses.about(),
  rules: addresses.rules(),
} satisfies Record<keyof typeof addresses, string>;

test("every page has an address, which leads to it", () => {
  expect(examples).toMatchInlineSnapshot(`
    {
      "about": "/about",
      "briefing": "/briefing",
      "changes": "/changes",
      "changesFeed": "/changes.atom",
      "collectedItem": "/collected/myria/JUD-2014-1",
      "collectedItemById": "/collected/item-17",
      "collectedItems": "/collected",
      "comparison": "/comparison",
      "confirmFollowing": "/follow/confirm/f-1.signed",
      "cycle": "/cycles/myria/2015",
      "cycles": "/cycles",
      "endFollowing": "/follow/end/f-1.signed",
      "follow": "/follow",
      "front": "",
      "organization": "/organizations/just",
      "organizations": "/organizations",
      "overdue": "/overdue",
      "owed": "/owed",
      "owedCalendar": "/owed.ics",
      "recommendation": "/recommendations/2011/2011-03",
      "recommendationById": "/recommendations/r-17",
      "recommendations": "/recommendations",
      "report": "/reports/A%2FHRC%2F48%20(part%201)",
      "reportContents": "/reports/2011/contents",
      "reports": "/reports",
      "rules": "/rules",
      "theme": "/themes/asked%20in%20three%20reports",
      "themes": "/themes",
    }
  `);
  for (const [name, address] of Object.entries(examples)) {
    const parts = address.split("/").slice(1).map(textOfSegment);
    expect(routeOf(parts)?.make.name, name).toBe(name);
  }
  expect(routeOf(["nothing"])).toBeUndefined();
});

test("a parameter without a value is left out, and one with several is repeated", () => {
  expect(queryText({ asOf: "2015-06-30", kind: ["response", "update"], theme: undefined, q: "" })).toBe(
    "?asOf=2015-06-30&kind=response&kind=update",
  );
  expect(queryText({})).toBe("");
});

test.each(["..", ".", "~..", "a/b", "100 %", "é?#", "~"])(
  "the part %s of an address is read as it was written",
  (text) => {
    expect(textOfSegment(segment(text))).toBe(text);
    expect(new URL(`/one/${segment(text)}`, "http://localhost").pathname.split("/").length).toBe(3);
  },
);
