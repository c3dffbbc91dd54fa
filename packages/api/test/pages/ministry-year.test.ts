import { defaultSettings } from "@heed/core";
import { performAct } from "@heed/store";
import { describe, expect, test } from "vitest";
import { aPdf } from "../../../files/test/evidence-files.ts";
import { filledWorkbook, textsOfAnswers } from "../../../files/test/filled-workbook.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { hasChromium } from "./browser.ts";
import { signedIn } from "./desk-app.ts";
import { handOn } from "./hand.ts";
import { morningWorld } from "./morning-world.ts";
import { servedWorld } from "./served-world.ts";

const followUp = "2013-02-just";
const at = "2015-06-30T08:00:00Z";

describe.skipIf(!hasChromium)("a ministry's year in a browser, from signing in at an issuer", () => {
  test.each([
    ["without script", { script: false, width: 1280 }],
    ["with script", { script: true, width: 360 }],
  ] as const)("goes %s", { timeout: 240_000 }, async (_, look) => {
    const world = await servedWorld({ desks: morningWorld, signsIn: true });
    if (world.issuer) world.issuer.account = { sub: "42", name: "N. Peeters", groups: ["heed-justice"] };
    try {
      const { page, complaints, close } = await world.opened(look);
      const hand = handOn(page);
      const received = () => page.getByRole("heading", { level: 1, name: "Ingediend: ontvangstbewijs" }).waitFor();
      const desk = (path = "") => `${world.base}/nl/desk${path}`;
      await hand.go(desk());
      await hand.click("Naar de aanmelding van uw organisatie");
      await page.getByText("N. Peeters").first().waitFor();

      // Ten answers in one form.
      const before = hand.count();
      await hand.click("Meerdere antwoorden tegelijk geven");
      const rows = await page.locator("fieldset.heed-answer").filter({ hasText: "2014-" }).all();
      expect(rows.length).toBe(10);
      for (const row of rows) {
        const prefix = ((await row.getAttribute("id")) ?? "").replace("followUp", "");
        await hand.choose(`${prefix}position`, "accepted");
        await hand.write(`${prefix}reason`, `Wij doen dit. (${prefix})`);
      }
      if (look.script) {
        // All rows are saved meanwhile: a browser that is closed loses nothing of them.
        await page.getByText(/^Bewaard als ontwerp om /).waitFor();
        await page.goto("about:blank");
        await page.goto(desk("/answers"));
        const kept = page.locator("fieldset.heed-answer").filter({ hasText: "2014-" });
        for (const text of await kept.locator("textarea").all())
          expect(await text.inputValue()).toContain("Wij doen dit.");
        // Who goes on typing changes these drafts, and makes no others.
        await kept.locator("textarea").first().press("End");
        await page.keyboard.type("!");
        await page.getByText(/^Bewaard als ontwerp om /).waitFor();
      }
      await hand.click("Alles samen indienen");
      await received();
      expect(await page.locator(".heed-block").count()).toBe(10);
      expect(hand.count() - before).toBe(12);

      // Evidence, as a file.
      await hand.go(desk("/follow-ups/2014-01-just/addEvidence"));
      await hand.choose("evidence.0.kind", "document");
      await hand.bring("evidence.0.upload", "omzendbrief.pdf", aPdf);
      await hand.click("Indienen");
      await received();

      // A promise, seen before it is made.
      await hand.go(desk(`/follow-ups/${followUp}/commit`));
      await hand.write("description", "Een omzendbrief voor alle parketten");
      await hand.field("due", "tweede kwartaal 2016");
      if (look.script) {
        // What is typed is saved meanwhile, and the form goes on with that draft.
        await page.getByText(/^Bewaard als ontwerp om /).waitFor();
        expect(page.url()).toContain("/nl/desk/drafts/");
        await page.locator('[id="description"]').fill("Een omzendbrief voor alle parketten en zones");
        await page.reload();
        expect(await page.locator('[id="description"]').inputValue()).toBe("Een omzendbrief voor alle parketten");
      }
      await hand.click("Voorbeeld");
      await page.getByText("Toezegging (termijn: het tweede kwartaal van 2016): vanaf dan verschuldigd.").waitFor();
      await hand.click("Indienen");
      await received();

      // A request for time, which the issuing body refuses.
      await hand.go(desk(`/follow-ups/${followUp}/requestDeadlineChange`));
      await hand.check("Antwoord (15 december 2014)");
      await hand.field("to", "2015-09-30");
      await hand.write("reason", "Het advies komt pas in september.");
      await hand.click("Indienen");
      await received();
      const request = (await entriesAt(world.base)).find(({ type }) => type === "deadlineRequest")?.id ?? "";
      await performAct(world.database, {
        ...{ act: "decideDeadlineChange", followUp, person: signedIn.peeters, at, newId: () => "refusal" },
        ...{ settings: defaultSettings, systemUser: "tester" },
        input: { request, decision: "refused", reason: "Het advies is er al.", decidedBy: "Myria" },
      });
      await hand.go(desk(`/follow-ups/${followUp}`));
      await page.getByText("Het advies is er al.").first().waitFor();

      // A workbook that came back with two faulty rows, and once more with these put right.
      await hand.go(desk("/workbook"));
      const link = (await page.locator('a[href^="/nl/desk/workbook/"]').getAttribute("href")) ?? "";
      const out = await (await page.request.get(`${world.base}${link}`)).body();
      const updates = textsOfAnswers(out).flatMap(({ B = "", K }, place) =>
        place > 0 && K !== undefined && /^\d{4}-/.test(B) ? [{ reference: B, row: place + 1 }] : [],
      );
      const [{ row: one, reference: first } = { row: 0, reference: "" }, second] = updates;
      const { row: other, reference: next } = second ?? { row: 0, reference: "" };
      expect(new Set([one, other, 0]).size).toBe(3);
      const right = { [`L${one}`]: "Aan de gang", [`N${one}`]: "1/6/2015", [`L${other}`]: "Aan de gang" };
      const faulty = { ...right, [`N${one}`]: "binnenkort", [`L${other}`]: "Bijna" };
      await hand.bring("workbook.0.upload", "antwoorden.xlsx", filledWorkbook(out, faulty));
      await hand.click("Bekijken");
      await page.getByText("2 rijen kunnen niet aangenomen worden").waitFor();
      await hand.bring("workbook.0.upload", "antwoorden.xlsx", filledWorkbook(out, right));
      await hand.click("Bekijken");
      await hand.click("De 2 ontwerpen maken");
      await page.getByText("Er kwamen 2 ontwerpen.").waitFor();
      for (const reference of [first, next]) {
        await hand.go(desk());
        await hand.click(`${reference}: Voortgang melden, of dat alles is gedaan`);
        await hand.click("Indienen");
        await received();
      }

      // A claim that lacks its evidence: what is wrong has the focus, and leads to its field.
      await hand.go(desk(`/follow-ups/${followUp}/update`));
      await hand.check("Volledig uitgevoerd");
      await hand.check("Melden dat alles is gedaan");
      await hand.click("Indienen");
      await page.getByRole("alert").waitFor();
      expect(await page.locator(".govuk-error-summary:focus").count()).toBe(1);
      await page.getByRole("alert").getByRole("link").click();
      expect(await page.locator("[id='evidence.0.title']:focus").count()).toBe(1);
      expect(await page.getByLabel("Volledig uitgevoerd").isChecked()).toBe(true);
      await hand.write("evidence.0.title", "Omzendbrief 12/2015");
      await hand.choose("evidence.0.kind", "document");
      await hand.click("Indienen");
      await received();

      const types = (await entriesAt(world.base)).map(({ type }) => type);
      expect(types).toEqual(
        expect.arrayContaining(["commitment", "deadlineRequest", "deadlineChange", "progressUpdate"]),
      );
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      expect([hand.count(), hand.minutes()]).toEqual([45, 6]);
      expect(complaints.filter((each) => !each.includes("422"))).toEqual([]);
      await close();
    } finally {
      await world.end();
    }
  });
});

async function entriesAt(base: string) {
  const answer = await fetch(`${base}${basePath}/followUps/${followUp}`);
  return ((await answer.json()) as { entries: { type: string; id: string }[] }).entries;
}
