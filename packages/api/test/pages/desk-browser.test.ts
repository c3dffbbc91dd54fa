import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aDocument, aParagraph } from "../../../files/test/a-document.ts";
import { filledWorkbook } from "../../../files/test/filled-workbook.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { hasChromium } from "./browser.ts";
import { ownForm } from "./desk-forms.ts";
import { handOn } from "./hand.ts";
import { lookingAt } from "./looking-at.ts";
import { morningWorld } from "./morning-world.ts";
import { type Look, servedWorld } from "./served-world.ts";

const fiveRecommendations = [
  "Nos recommandations de cette année",
  "1. La ministre publie chaque année les chiffres des victimes.",
  "2. Le parquet désigne un magistrat de référence avant la fin de 2016.",
  "3. La ministre envoie une circulaire à toutes les zones de police.",
  "4. La ministre traduit la brochure en quinze langues.",
  "5. La ministre fait rapport au parlement tous les six mois.",
]
  .map(aParagraph)
  .join("");

let world: Awaited<ReturnType<typeof servedWorld>>;

describe.skipIf(!hasChromium)("the desks in a browser", () => {
  beforeAll(async () => {
    world = await servedWorld({ desks: morningWorld });
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

  test("a jurist of an issuing body has a report published, keeps a follow-up and a cycle, and a second reader reads, without script", {
    timeout: 240_000,
  }, async () => {
    const { page, complaints, close } = await opened({ script: false }, "dubois");
    const hand = handOn(page);
    const { check, field } = hand;
    const go = (path: string) => hand.go(`${world.base}/fr/desk${path}`);
    const received = () => page.getByRole("heading", { level: 1, name: "Soumis : accusé de réception" }).waitFor();
    // A report of five recommendations, from a Word file in which Word itself does not number them.
    await go("/reports/new");
    await page.locator('[id="issuingBody"]').check();
    await field("reference", "2015/1");
    await field("reportingYear", "2014");
    await page.locator('[id="authentic.fr"]').check();
    await hand.write("title.fr", "Rapport annuel 2015");
    await hand.click("Commencer le rapport");
    await hand.click("Reprendre les recommandations d’un fichier (Word, classeur ou CSV)");
    await hand.bring("found.upload", "rapport.docx", aDocument({ body: fiveRecommendations }));
    await hand.click("Trouver les recommandations");
    expect(await page.locator("fieldset.heed-answer").count()).toBe(5);
    await page.getByText("paragraphe 6").waitFor();
    await field("all", "just");
    await hand.click("Ajouter au projet ce qui n’est pas laissé de côté");
    await hand.click("Relire et publier");
    await page.getByText("5 recommandations deviennent publiques").waitFor();
    await check("J’ai relu le rapport dans chaque langue et ce qui commence : il peut être publié");
    await hand.click("Publier le rapport");
    await page.getByText("Le rapport est publié.").waitFor();
    const report = new URL(page.url()).pathname.split("/").at(-1);
    const asked = await (await fetch(`${world.base}${basePath}/recommendations?report=${report}`)).json();
    const { items } = asked as { items: { followUps: { id: string }[] }[] };
    expect(items.map(({ followUps }) => followUps.length)).toEqual([1, 1, 1, 1, 1]);
    const kept = items[2]?.followUps[0]?.id ?? "";
    // A letter of a ministry that has no account.
    await go(`/follow-ups/${kept}`);
    await hand.click("Répondre : donner ou changer la position");
    await field("source", "Lettre du 30 juin 2015, réf. 12/B");
    await field("givenOn", "2015-06-30");
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
    await check("J’en suis sûr : l’état de chaque suivi est conservé définitivement");
    await hand.click("Clôturer le cycle");
    await page.getByText("Le cycle est clôturé, et l'état de chaque suivi est conservé.").waitFor();
    await hand.click("Comparer au cycle précédent, comme tout le monde le voit");
    await page.getByRole("heading", { name: "Face au cycle sur 2013" }).waitFor();
    expect([hand.count(), hand.minutes()]).toEqual([37, 4]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("no page of a desk breaks a rule of WCAG 2.2 A or AA, wide and light, narrow and dark", {
    timeout: 300_000,
  }, async () => {
    const { page, complaints, close } = await opened({}, "wouters");
    const { look, told } = await lookingAt(page);
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
        ...["/recommendations/2014-01", "/reports/report-2014/change"],
      ],
      lambert: ["/recommendations/2013-03/level"],
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
  });

  test("no page of a new report does", { timeout: 300_000 }, async () => {
    const { page, complaints, close } = await opened({}, "dubois");
    const { look, told } = await lookingAt(page);
    const made = await newReport(page);
    for (const path of ["/reports", made.report, `${made.report}/add`, `${made.report}/proofreading`, made.one]) {
      await page.goto(`${world.base}/fr/desk${path}`);
      await look(path);
    }
    await page.goto(`${world.base}/fr/desk/reports/new`);
    await page.getByRole("button", { name: "Commencer le rapport", exact: true }).click();
    await look("a new report with faults");
    // What is typed is kept: the report from its reference on, and a recommendation, which the form then goes on with.
    const kept = () => page.getByText(/^Enregistré comme projet à /).waitFor();
    await page.goto(`${world.base}/fr/desk/reports/new`);
    await page.locator('[id="issuingBody"]').check();
    await page.locator('[id="reference"]').fill("2015/3");
    await kept();
    expect(page.url()).toMatch(/\/desk\/reports\/[^/]+\/change$/);
    await page.goto("about:blank");
    await page.goto(`${world.base}/fr/desk/reports`);
    await page.getByRole("link", { name: "2015/3" }).click();
    await page.getByRole("link", { name: "Saisir une recommandation" }).click();
    await page.locator('[id="reference"]').fill("1");
    await page.locator('[id="addressees"]').fill("just");
    await kept();
    await page.locator('[id="text.fr"]').fill("Former les magistrats.");
    await page.getByRole("button", { name: "L’ajouter, et en saisir une autre" }).click();
    await page.getByText("La recommandation est ajoutée.").waitFor();
    expect(page.url()).toMatch(/\/add\?done=addRecommendation$/);
    await page.getByRole("navigation").getByRole("link", { name: "2015/3" }).click();
    await page.getByText("Former les magistrats.").waitFor();
    expect(await page.locator(".heed-row").count()).toBe(1);
    await page.goto(`${world.base}/fr/desk${made.report}/text`);
    await page.locator('[id="text"]').fill("1. Former les magistrats chaque année.\n2. Continuer à former la police.");
    await page.getByRole("button", { name: "Trouver les recommandations", exact: true }).click();
    await look("what was found");
    await page.goto(`${world.base}/fr/desk${made.published}`);
    await page.getByRole("button", { name: "Créer le lien", exact: true }).click();
    await look("a correction and a link with faults");
    expect(told).toEqual([]);
    expect(complaints.filter((each) => !each.includes("422"))).toEqual([]);
    await close();
  });
});

/** A draft with a recommendation, made by the forms without their pages; and a recommendation that is published. */
async function newReport({ request }: Page) {
  const send = async (path: string, form: Readonly<Record<string, string>>) => {
    const sent = { form: { key: path, ...form }, headers: ownForm, maxRedirects: 0 };
    const answer = await request.post(`${world.base}/fr/desk${path}`, sent);
    expect(answer.status(), await answer.text()).toBe(303);
    return (answer.headers().location ?? "").replace(/^\/fr\/desk|\?.*$/g, "");
  };
  const report = await send("/reports/new", {
    ...{ issuingBody: "myria", reference: "2015/2", reportingYear: "2014", "authentic.fr": "yes" },
  });
  const text = "La ministre doit publier les chiffres. La police doit former ses agents.";
  const one = await send(`${report}/add`, { reference: "1", "text.fr": text, addressees: "just", do: "add" });
  return { report, one, published: "/recommendations/2014-01" };
}
