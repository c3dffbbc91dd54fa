import { ItemKindName } from "@heed/core/collected-item/item-kinds";
import { contentAsTyped } from "@heed/core/collected-item/typed-content";
import type { Database } from "@heed/store";
import { type FormBrowser, namesIn, type Opened, type Typed } from "./form-browser.ts";
import type { Step } from "./the-year.ts";

type Playing = {
  browser: FormBrowser;
  database: Database;
  /** The ids in the path. */
  parts: readonly string[];
  /** The body of the request that does the same. */
  given: Record<string, unknown>;
  step: Step;
};

/** The form of an act, by the request that does the same. `makes`: the table where its id is found, if no address tells it. */
export type PlayedForm = {
  method: string;
  path: RegExp;
  makes?: string;
  play: (playing: Playing) => Promise<Opened>;
};

const desk = "/en/desk";

/** One page with one form: what is typed in it is told of the body. */
function oneForm(
  request: `${string} ${string}`,
  [page, does]: [string | ((parts: readonly string[], browser: FormBrowser) => string | Promise<string>), string],
  typed: (given: never, page: Opened) => Typed = () => ({}),
  makes?: string,
): PlayedForm {
  const [method = "", path = ""] = request.split(" ");
  return {
    method,
    path: new RegExp(`^${path.replaceAll("*", "([^/]+)")}$`),
    ...(makes !== undefined && { makes }),
    play: async ({ browser, parts, given }) => {
      const opened = await browser.open(`${desk}/${typeof page === "string" ? page : await page(parts, browser)}`);
      return browser.press(opened, does, typed(given as never, opened));
    },
  };
}

type Texts = Readonly<Record<string, string>>;

function textsOf(name: string, texts: Texts | undefined): Typed {
  return Object.fromEntries(Object.entries(texts ?? {}).map(([language, text]) => [`${name}.${language}`, text]));
}

type Addressed = { organization: string; role?: string };
type Recommendation = {
  reference?: string;
  text?: Texts;
  addressees?: Addressed[];
  partOf?: string;
  label?: string;
  themes?: string[];
  implementationDue?: { on: string };
};

function recommendationOf({ text, addressees, themes, implementationDue, ...rest }: Recommendation): Typed {
  return {
    ...rest,
    ...textsOf("text", text),
    ...(addressees && {
      addressees: addressees
        .map(({ organization, role }) => [organization, role].filter(Boolean).join(": "))
        .join("\n"),
    }),
    ...(themes && { themes: themes.join("\n") }),
    ...(implementationDue && { implementationDue: implementationDue.on }),
  };
}

type Report = { title?: Texts; reportingYear?: number; [Name: string]: unknown };

function reportOf({ title, ...rest }: Report): Typed {
  const words = Object.entries(rest).map(([name, value]) => [name, String(value)]);
  return { ...Object.fromEntries(words), ...textsOf("title", title) };
}

/** Shows what a change would move, and records it from there. */
function fromPreview(path: string, page: string, typed: (given: never) => Typed): PlayedForm {
  return {
    method: "post",
    path: new RegExp(`^${path}$`),
    play: async ({ browser, given }) => {
      const opened = await browser.open(`${desk}/${page}`);
      return browser.press(await browser.press(opened, "foresee", typed(given as never)), "record");
    },
  };
}

const thing =
  (kind: string, more = "") =>
  ([id]: readonly string[]) =>
    `${kind}/${id}${more}`;

/** A cycle, which the year names by its own year: the list of cycles leads to it. */
async function cycleOf([year]: readonly string[], browser: FormBrowser): Promise<string> {
  const { text } = await browser.open(`${desk}/cycles`);
  const found = new RegExp(`href="${desk}/(cycles/[^"]+)">[^<]*${year}`).exec(text)?.[1];
  if (found === undefined) throw new Error(`the desk lists no cycle about ${year}`);
  return found;
}

/** The forms on the register. */
export const registerForms: readonly PlayedForm[] = [
  oneForm("post /reports", ["reports/new", "draftReport"], (report: Report) => ({
    // The languages of the pages are offered as authentic; the year names none.
    ...reportOf(report),
    "authentic.en": null,
  })),
  oneForm("patch /reports/*", [thing("reports", "/change"), "changeReport"], reportOf),
  oneForm("delete /reports/*", [thing("reports"), "discard"], () => ({ sure: "yes" })),
  oneForm("post /reports/*/publications", [thing("reports", "/proofreading"), "publish"], (days: Typed) => ({
    ...days,
    sure: "yes",
  })),
  oneForm("post /reports/*/recommendations", [thing("reports", "/add"), "add"], recommendationOf),
  oneForm("patch /reports/*/recommendations/*", [([, id]) => `recommendations/${id}`, "change"], recommendationOf),
  oneForm("delete /reports/*/recommendations/*", [([, id]) => `recommendations/${id}`, "remove"]),
  {
    method: "patch",
    path: /^\/recommendations\/([^/]+)$/,
    play: async ({ browser, parts, given }) => {
      const opened = await browser.open(`${desk}/${thing("recommendations")(parts)}`);
      return browser.press(await browser.press(opened, "preview", recommendationOf(given)), "correct");
    },
  },
  {
    method: "post",
    path: /^\/recommendations\/([^/]+)\/links$/,
    makes: "recommendation_link",
    play: async ({ browser, parts, given }) => {
      const page = await browser.open(`${desk}/${thing("recommendations")(parts)}`);
      const pressed = await browser.press(page, "link", {
        "link.type": String(given.type),
        "link.number": String(given.to),
        ...(namesIn(page).includes("link.to") && { "link.to": "another" }),
      });
      // What closes a follow-up is told first.
      return namesIn(pressed).includes("link.closes") ? browser.press(pressed, "link") : pressed;
    },
  },
  oneForm(
    "post /recommendations/*/grounds",
    [thing("recommendations"), "addGround"],
    ({ item = "", year, place = "" }: { item?: string; year?: number; place?: string }) => ({
      ...{ "ground.reference": item, "ground.place": place },
      "ground.year": year === undefined ? "" : String(year),
    }),
    "recommendation_link",
  ),
  {
    method: "post",
    path: /^\/recommendations\/([^/]+)\/links\/([^/]+)\/withdrawals$/,
    play: async ({ browser, parts: [id, link = ""], given }) =>
      browser.press(await browser.open(`${desk}/recommendations/${id}`), "withdrawLink", {
        "unlink.link": link,
        "unlink.reason": String(given.reason),
      }),
  },
  oneForm(
    "post /recommendations/*/levelOverrides",
    [thing("recommendations", "/level"), "overrideLevel"],
    ({ level, on, reason }: { level: string; on: string; reason: Texts }) => ({
      ...{ "overrideLevel.level": level, "overrideLevel.on": on },
      ...textsOf("overrideLevel.reason", reason),
    }),
    "level_override",
  ),
  {
    method: "post",
    path: /^\/recommendations\/([^/]+)\/levelOverrides\/([^/]+)\/withdrawals$/,
    play: async ({ browser, parts: [id, override = ""], given }) =>
      browser.press(await browser.open(`${desk}/recommendations/${id}/level`), "withdrawLevelOverride", {
        ...{ "withdrawLevelOverride.override": override, "withdrawLevelOverride.on": String(given.on) },
        ...textsOf("withdrawLevelOverride.reason", given.reason as Texts),
      }),
  },
  oneForm("post /reportingCycles", ["cycles/new", "openCycle"], reportOf),
  oneForm("patch /reportingCycles/*", [cycleOf, "changeCycle"], (days: Typed) => days),
  oneForm(
    "post /reportingCycles/*/selections",
    [cycleOf, "selectForAssessment"],
    ({ themes, reason }: { themes: string[]; reason: string }) => ({ themes: themes.join("\n"), reason }),
  ),
  oneForm("post /reportingCycles/*/publications", [cycleOf, "publishCycle"]),
  oneForm("post /reportingCycles/*/closures", [cycleOf, "closeCycle"], () => ({ sure: "yes" })),
  {
    method: "post",
    path: /^\/reportingCycles\/([^/]+)\/errata$/,
    play: async ({ browser, database, parts: [id = ""], given }) => {
      const [about] = await database.all<{ reference: string; code: string }>(
        `SELECT r.reference, o.code FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
         JOIN organization o ON o.id = f.addressee_id WHERE f.id = ?`,
        [String(given.followUp)],
      );
      return browser.press(await browser.open(`${desk}/${await cycleOf([id], browser)}`), "addErratum", {
        text: String(given.text),
        followUp: `${about?.reference}: ${about?.code}`,
      });
    },
  },
  oneForm(
    "post /organizations",
    ["organizations/new", "addOrganization"],
    ({ name, ...rest }: { name: Texts; code: string; level: string }) => ({ ...rest, ...textsOf("name", name) }),
  ),
  oneForm("patch /organizations/*", [thing("organizations"), "correctOrganization"], ({ name }: { name: Texts }) =>
    textsOf("name", name),
  ),
  fromPreview(
    "/organizationChanges",
    "organizations/change",
    ({ type, on, originals, results }: { type: string; on: string; originals: string[]; results: Addressed[] }) => ({
      ...{ type, on, originals: originals.join("\n") },
      results: results.map(({ organization }) => organization).join("\n"),
    }),
  ),
  fromPreview(
    "/settingChanges",
    "settings",
    (change: { changes: Record<string, string | { amount: number; unit: string }>; from: string; reason: string }) => ({
      ...{ from: change.from, reason: change.reason },
      ...Object.fromEntries(
        Object.entries(change.changes).flatMap(([name, value]) =>
          typeof value === "string"
            ? [[name, value]]
            : [
                [name, String(value.amount)],
                [`${name}.unit`, value.unit],
              ],
        ),
      ),
    }),
  ),
  {
    method: "post",
    path: /^\/collectedItems$/,
    makes: "collected_item",
    play: async ({ browser, given }) =>
      browser.press(await browser.open(`${desk}/items/new/${given.kind}`), "addItem", itemOf(given)),
  },
  oneForm("delete /collectedItems/*", [thing("items"), "eraseItem"], () => ({ "erase.sure": "yes" })),
  oneForm("patch /collectedItems/*", [thing("items"), "correctItem"], itemOf),
  oneForm("post /collectedItems/*/withdrawals", [thing("items"), "withdrawItem"], ({ reason }: { reason: string }) => ({
    reason,
  })),
  oneForm(
    "post /reports/*/sections",
    [([report]) => `reports/${report}/sections/new`, "addSection"],
    sectionOf,
    "report_section",
  ),
  oneForm("patch /reportSections/*", [thing("sections"), "correctSection"], sectionOf),
  oneForm(
    "post /reportSections/*/withdrawals",
    [thing("sections"), "withdrawSection"],
    ({ reason }: { reason: string }) => ({ reason }),
  ),
];

type Section = { title?: Texts; text?: Texts; reference?: string; state?: string; authenticLanguage?: string };

function sectionOf({ title, text, ...rest }: Section): Typed {
  return { ...rest, ...textsOf("title", title), ...textsOf("text", text) };
}

type Item = { kind?: string; title?: Texts; content?: Texts; year?: number; issuingBody?: string; reference?: string };

function itemOf({ kind, title, content, year, ...rest }: Item): Typed {
  const whole = ItemKindName.safeParse(kind).data;
  if (whole !== undefined) {
    const typed = [...contentAsTyped(whole, content as never)].map(([name, text]) => [`content.${name}`, text]);
    return { ...itemOf({ title, year, ...rest } as Item), ...Object.fromEntries(typed) };
  }
  return {
    ...rest,
    ...(year && { year: String(year) }),
    ...textsOf("title", title),
    ...textsOf("content", content),
  };
}
