import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filledWorkbook } from "../../../files/test/filled-workbook.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { hasChromium } from "./browser.ts";
import { morningWorld } from "./morning-world.ts";
import { type Look, servedWorld } from "./served-world.ts";

let world: Awaited<ReturnType<typeof servedWorld>>;
let axe = "";

/** A follow-up that nobody closed yet. */
const kept = "2013-02-just";

/** Clicks, and fields that are filled in besides texts. */
function counted(page: Page) {
  let count = 0;
  return {
    click: async (name: string) => {
      count++;
      await page
        .getByRole("main")
        .getByRole("button", { name, exact: true })
        .or(page.getByRole("main").getByRole("link", { name, exact: true }))
        .last()
        .click();
    },
    choose: async (id: string, value: string) => {
      count++;
      await page.locator(`[id="${id}"]`).selectOption(value);
    },
    write: (id: string, text: string) => page.locator(`[id="${id}"]`).fill(text),
    touched: () => count++,
    count: () => count,
  };
}

describe.skipIf(!hasChromium)("a ministry's morning in a browser", () => {
  beforeAll(async () => {
    world = await servedWorld({ desks: morningWorld });
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  });
  afterAll(() => world.end());

  const opened = async (look: Look, by = "claes") => {
    const own = await world.opened(look);
    await own.page.context().addCookies([{ name: "visitor", value: by, url: world.base }]);
    return own;
  };
  const entriesOf = async (followUp: string) =>
    ((await (await fetch(`${world.base}${basePath}/followUps/${followUp}`)).json()) as { entries: { type: string }[] })
      .entries;

  test("goes without script: ten answers in one form, and what they cost", { timeout: 120_000 }, async () => {
    const { page, complaints, close } = await opened({ script: false });
    const hand = counted(page);
    await page.goto(`${world.base}/nl/desk`);
    await hand.click("Meerdere antwoorden tegelijk geven");
    const rows = await page.locator("fieldset.heed-answer").filter({ hasText: "2014-" }).all();
    expect(rows.length).toBe(10);
    for (const row of rows) {
      const prefix = ((await row.getAttribute("id")) ?? "").replace("followUp", "");
      await hand.choose(`${prefix}position`, "accepted");
      await hand.write(`${prefix}reason`, `Wij doen dit. (${prefix})`);
    }
    await hand.click("Alles samen indienen");
    expect(page.url()).toContain("/nl/desk/receipt?of=");
    expect(await page.locator(".heed-block").count()).toBe(10);
    expect(hand.count()).toBe(12);
    expect((await entriesOf("2014-07-just")).map(({ type }) => type)).toEqual(["response"]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a promise, a request for time and a claim with evidence go without script", { timeout: 120_000 }, async () => {
    const { page, close } = await opened({ script: false, width: 360 });
    const hand = counted(page);
    const at = (act: string) => `${world.base}/nl/desk/follow-ups/2013-02-just/${act}`;
    await page.goto(at("commit"));
    await hand.write("description", "Een omzendbrief voor alle parketten");
    await hand.write("due", "tweede kwartaal 2016");
    await hand.click("Voorbeeld");
    await page.getByText("Toezegging (termijn: het tweede kwartaal van 2016): vanaf dan verschuldigd.").waitFor();
    await hand.click("Indienen");
    await page.getByRole("heading", { level: 1, name: "Ingediend: ontvangstbewijs" }).waitFor();
    await page.goto(at("requestDeadlineChange"));
    await page.getByLabel("Antwoord (15 december 2014)").check();
    await hand.write("to", "2015-09-30");
    await hand.write("reason", "Het advies komt pas in september.");
    await hand.click("Indienen");
    await page.getByRole("heading", { level: 1, name: "Ingediend: ontvangstbewijs" }).waitFor();
    await page.goto(at("update"));
    await page.getByLabel("Volledig uitgevoerd").check();
    await page.getByLabel("Wij zeggen dat alles is gedaan").check();
    await hand.click("Indienen");
    // What is wrong has the focus, and leads to its field.
    await page.getByRole("alert").waitFor();
    expect(await page.locator(".govuk-error-summary:focus").count()).toBe(1);
    await page.getByRole("alert").getByRole("link").click();
    expect(await page.locator("[id='evidence.0.title']:focus").count()).toBe(1);
    expect(await page.getByLabel("Volledig uitgevoerd").isChecked()).toBe(true);
    await hand.write("evidence.0.title", "Omzendbrief 12/2015");
    await hand.choose("evidence.0.kind", "document");
    await hand.click("Indienen");
    await page.getByRole("heading", { level: 1, name: "Ingediend: ontvangstbewijs" }).waitFor();
    const types = (await entriesOf("2013-02-just")).map(({ type }) => type);
    for (const type of ["commitment", "deadlineRequest", "progressUpdate"]) expect(types).toContain(type);
    await close();
  });

  test("a jurist of an issuing body keeps a follow-up and a cycle, and a second reader reads, without script", {
    timeout: 120_000,
  }, async () => {
    const { page, complaints, close } = await opened({ script: false }, "dubois");
    const hand = counted(page);
    // Counted as the one click by which a reader goes there.
    const go = async (path: string) => {
      hand.touched();
      await page.goto(`${world.base}/fr/desk${path}`);
    };
    const check = async (label: string) => {
      hand.touched();
      await page.getByLabel(label, { exact: true }).first().check();
    };
    const field = async (id: string, text: string) => {
      hand.touched();
      await hand.write(id, text);
    };
    const received = () => page.getByRole("heading", { level: 1, name: "Soumis : accusé de réception" }).waitFor();
    // A letter of a ministry that has no account.
    await go(`/follow-ups/${kept}`);
    await hand.click("Répondre : donner ou changer la position");
    await field("source", "Lettre du 1er juin 2015, réf. 12/B");
    await field("givenOn", "2015-06-01");
    await check("Acceptée");
    await hand.write("reason", "Nous le ferons.");
    await hand.click("Soumettre");
    await received();
    // Verified with what the addressee says beside it.
    await go(`/follow-ups/${kept}`);
    await hand.click("Vérifier : consigner un constat");
    await page.getByRole("complementary").getByText("Nous le ferons.").waitFor();
    await check("Entièrement mise en œuvre");
    await check("Documents examinés");
    await hand.write("rationale", "La circulaire existe et est appliquée.");
    await hand.write("evidence.0.title", "Circulaire 12/2015");
    await hand.choose("evidence.0.kind", "document");
    await hand.click("Soumettre");
    await received();
    // Closing says what it takes, and is given to a second reader.
    await go(`/follow-ups/${kept}/close`);
    await page.getByText("possible maintenant").first().waitFor();
    await check("Mise en œuvre");
    await hand.click("Aperçu");
    await hand.click("Demander une seconde lecture");
    const draft = new URL(page.url()).pathname.replace("/fr/desk", "");
    await page.context().addCookies([{ name: "visitor", value: "delvaux", url: world.base }]);
    await go("");
    await page.getByText("1 seconde lecture vous attend").first().waitFor();
    await go(draft);
    await hand.click("Approuver");
    await received();
    expect((await entriesOf(kept)).map(({ type }) => type)).toContain("closure");
    // The cycle is closed, and compared with the one before.
    await page.context().addCookies([{ name: "visitor", value: "dubois", url: world.base }]);
    await go("/cycles");
    await hand.click("Cycle de suivi 2014");
    await hand.click("Consigner sa publication");
    await hand.click("Clôturer le cycle");
    await page.getByText("Le cycle est clôturé, et l'état de chaque suivi est conservé.").waitFor();
    await hand.click("Comparer au cycle précédent, comme tout le monde le voit");
    await page.getByRole("heading", { name: "Face au cycle sur 2013" }).waitFor();
    expect(hand.count()).toBe(24);
    expect(complaints).toEqual([]);
    await close();
  });

  test.each([
    ["light", 1280],
    ["dark", 360],
  ] as const)(
    "no page of a desk breaks a rule of WCAG 2.2 A or AA, %s, %d pixels wide",
    { timeout: 300_000 },
    async (colorScheme, width) => {
      const { page, complaints, close } = await opened({ colorScheme, width }, "wouters");
      const told: string[] = [];
      const look = async (what: string) => {
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), what).toBe(true);
        await page.evaluate(axe);
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)} })`)) as {
          violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[];
        };
        told.push(
          ...violations.flatMap(({ id, nodes }) =>
            nodes.map((each) => `${what} ${id} ${each.target}: ${each.failureSummary}`),
          ),
        );
      };
      for (const path of ["", "/follow-ups/2011-03-just", "/answers", "/updates"]) {
        await page.goto(`${world.base}/fr/desk${path}`);
        await look(path);
      }
      for (const act of ["respond", "commit", "update", "addEvidence", "requestDeadlineChange"]) {
        await page.goto(`${world.base}/fr/desk/follow-ups/2011-03-just/${act}`);
        await look(act);
        await page.getByRole("button", { name: "Soumettre", exact: true }).click();
        await look(`${act} with faults`);
      }
      await page.goto(`${world.base}/fr/desk/workbook`);
      await look("workbook");
      const out = await (await page.request.get(`${world.base}/fr/desk/workbook/justice`)).body();
      const buffer = Buffer.from(filledWorkbook(out, { P2: "Une loi", Q2: "un jour", P3: "Un arrêté" }));
      await page.locator('[id="workbook.0.upload"]').setInputFiles({ name: "r.xlsx", mimeType: "", buffer });
      await page.getByRole("button", { name: "Le regarder", exact: true }).click();
      await page.getByText("1 ligne ne peut être prise").waitFor();
      await look("workbook with faults");
      await page.context().addCookies([{ name: "visitor", value: "dubois", url: world.base }]);
      for (const path of ["", "/waiting/unanswered", "/cycles", "/cycles/new", "/cycles/round-2014"]) {
        await page.goto(`${world.base}/fr/desk${path}`);
        await look(path);
      }
      for (const act of ["assess", "close"]) {
        await page.goto(`${world.base}/fr/desk/follow-ups/2011-03-just/${act}`);
        await look(act);
        await page.getByRole("button", { name: "Soumettre", exact: true }).click();
        await look(`${act} with faults`);
      }
      const kept = {
        peeters: [
          ...["/organizations", "/organizations/new", "/organizations/change", "/organizations/justice", "/settings"],
          ...["/follow-ups/2011-03-just/changeRole", "/follow-ups/2011-03-just/entries"],
        ],
        janssens: ["", "/users", "/users/new", "/tokens", "/tokens/new"],
      };
      for (const [value, paths] of Object.entries(kept)) {
        await page.context().addCookies([{ name: "visitor", value, url: world.base }]);
        for (const path of paths) {
          await page.goto(`${world.base}/fr/desk${path}`);
          await look(path);
        }
      }
      await page.getByRole("button", { name: "Créer un jeton" }).click();
      await look("token with faults");
      await page.context().addCookies([{ name: "visitor", value: "wouters", url: world.base }]);
      await page.goto(`${world.base}/fr/desk/follow-ups/2011-03-just/respond`);
      await page.getByLabel("Rejetée").check();
      await page.getByRole("button", { name: "Aperçu" }).click();
      await look("preview");
      await page.getByRole("button", { name: "Enregistrer comme projet" }).click();
      await look("draft");
      expect(told).toEqual([]);
      expect(complaints.filter((each) => !each.includes("422"))).toEqual([]);
      await close();
    },
  );
});
