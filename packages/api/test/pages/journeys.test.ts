import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fr } from "../../../portal/src/messages/fr.ts";
import { nl } from "../../../portal/src/messages/nl.ts";
import { hasChromium } from "./browser.ts";
import { byKeyboard, type Hand, pointing } from "./reader.ts";
import { type Look, servedWorld } from "./served-world.ts";

/** What a reader of a language looks for on the pages. */
const languages = {
  nl: {
    ...{ messages: nl, justice: "FOD Justitie", police: "Federale Politie", body: /^Myria/ },
    ...{ moved: "Verschoven één keer", from: "eerste helft van 2014", to: "31 december 2015" },
    ...{ overdue: "487 dagen", cycle: "Rapportagecyclus 2014", nine: "9 zaken zijn verschuldigd op 30 juni 2015" },
    ...{ circular: "Un projet de circulaire circule.", finding: "Jugements de trois arrondissements" },
  },
  fr: {
    ...{ messages: fr, justice: "SPF Justice", police: "Police fédérale", body: /^Myria/ },
    ...{ moved: "Reportée une fois", from: "premier semestre 2014", to: "31 décembre 2015" },
    ...{ overdue: "487 jours", cycle: "Cycle de suivi 2014", nine: "9 choses sont dues au 30 juin 2015" },
    ...{ circular: "Un projet de circulaire circule.", finding: "Jugements de trois arrondissements" },
  },
} as const;
type Language = keyof typeof languages;
type Journey = (page: Page, hand: Hand, start: string, language: Language) => Promise<void>;

/** From a newspaper to a demand: what was promised, the date that moved, why it is overdue, the rule, and the data. */
const citizen: Journey = async (page, hand, start, language) => {
  const { messages, police, moved, from, to, overdue } = languages[language];
  await page.goto(`${start}/recommendations/2011/2011-03`);
  const addressee = page.locator("section").filter({ has: page.getByRole("heading", { level: 3, name: police }) });
  const owed = addressee.getByRole("row", { name: moved });
  expect(await owed.textContent()).toContain(from);
  expect(await owed.textContent()).toContain(to);
  expect(await owed.getByRole("img").getAttribute("aria-label")).toContain(to);
  expect(await addressee.getByRole("row").filter({ hasText: overdue }).count()).toBe(1);
  const why = addressee.getByRole("listitem").filter({ hasText: "D29" });
  await hand.follow(why.getByRole("link"));
  expect(page.url()).toBe(`${start}/rules#D29`);
  expect(await page.locator(":target h3").isVisible()).toBe(true);
  await page.goBack();
  await hand.follow(page.getByRole("contentinfo").getByRole("link", { name: messages["site.json"] }));
  const data = JSON.parse((await page.locator("pre").textContent()) ?? "");
  expect(data.reference).toBe("2011-03");
};

/** Where the cycle is, who has not answered, what the issuing body itself owes, and why the two voices part. */
const jurist: Journey = async (page, hand, start, language) => {
  const { messages, justice, body, cycle, finding } = languages[language];
  await page.goto(start);
  await hand.follow(page.getByRole("navigation").getByRole("link", { name: messages["nav.cycles"] }));
  await hand.follow(
    page.getByRole("row").filter({ hasText: messages["cycle.open"] }).getByRole("link", { name: "2014" }),
  );
  await page.getByRole("heading", { level: 1, name: cycle }).waitFor();
  await hand.follow(page.getByRole("link", { name: messages["cycle.late"] }));
  expect(await page.locator(".heed-item").count()).toBe(7);
  expect(await page.locator(".heed-item").filter({ hasText: justice }).count()).toBe(3);
  await page.goBack();
  await hand.follow(page.getByRole("link", { name: messages["cycle.own"] }));
  expect(await page.locator(".heed-item").count()).toBe(3);
  expect(await page.locator(".heed-item").first().getByRole("link", { name: body }).count()).toBe(1);
  await hand.follow(page.getByRole("link", { name: messages["site.name"], exact: true }));
  await hand.follow(page.getByRole("main").getByRole("link", { name: "2011-03" }).first());
  const parted = page.locator("section").filter({ has: page.getByRole("heading", { level: 3, name: justice }) });
  expect(await parted.getByText(messages["answer.divergent"]).isVisible()).toBe(true);
  expect(await parted.getByText(finding).isVisible()).toBe(true);
};

/** All that a ministry owes by date, one of them, and its timeline. */
const ministry: Journey = async (page, hand, start, language) => {
  const { messages, justice, nine, circular } = languages[language];
  await page.goto(start);
  await hand.follow(page.getByRole("navigation").getByRole("link", { name: messages["nav.owed"], exact: true }));
  await hand.choose(page.getByLabel(messages["filter.responsible"], { exact: true }), justice);
  await hand.follow(page.getByRole("main").getByRole("button", { name: messages["filter.apply"], exact: true }));
  await page.getByText(nine).waitFor();
  expect(await page.locator(".heed-item").count()).toBe(9);
  await hand.follow(page.locator(".heed-item").first().getByRole("link", { name: "2011-03" }));
  // Of its four addressees the reader stands at the own one.
  expect(page.url()).toBe(`${start}/recommendations/2011/2011-03#to-just`);
  const own = page.locator(":target");
  expect(await own.getByRole("heading", { level: 3, name: justice }).isVisible()).toBe(true);
  expect(await own.getByRole("heading", { level: 4, name: messages["timeline.title"] }).isVisible()).toBe(true);
  expect(await own.getByText(circular).isVisible()).toBe(true);
};

const journeys = { citizen, jurist, ministry };
/** Each pair of language, script and width stands in one of them. */
const looks: [Language, Look][] = [
  ["nl", { script: true, width: 1280 }],
  ["nl", { script: false, width: 360 }],
  ["fr", { script: true, width: 360 }],
  ["fr", { script: false, width: 1280 }],
];

let world: Awaited<ReturnType<typeof servedWorld>>;

describe.skipIf(!hasChromium)("readers in a browser", () => {
  beforeAll(async () => {
    world = await servedWorld();
  });
  afterAll(() => world.end());

  describe.each(Object.entries(journeys))("the journey of a reader: %s", (_, journey) => {
    test.each(looks)("in %s, %o", async (language, look) => {
      const { page, complaints, close } = await world.opened(look);
      await journey(page, pointing(), `${world.base}/${language}`, language);
      expect(complaints).toEqual([]);
      await close();
    });

    test.each([
      ["nl", 1280],
      ["fr", 360],
    ] as const)("by the keyboard alone, in %s, %d pixels wide", { timeout: 60_000 }, async (language, width) => {
      const { page, close } = await world.opened({ width, script: false });
      await journey(page, byKeyboard(page), `${world.base}/${language}`, language);
      await close();
    });
  });
});
