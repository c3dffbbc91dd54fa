import { DomainError } from "@heed/core";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { trackerOf } from "../../src/tracker.ts";
import { worldApp } from "../world-app.ts";

describeDatabase("the pages", (open, openToRead) => {
  const serve = async (options: Parameters<typeof worldApp>[1] = {}) =>
    supertest(await worldApp((await open(world)).database, options));

  test("the root leads to the reader's language, and to English where it is none of ours", async () => {
    const app = await serve();
    const to = async (languages: string) => (await app.get("/").set("Accept-Language", languages)).headers.location;
    expect(await to("fr-BE,fr;q=0.9,en;q=0.5")).toBe("/fr");
    expect(await to("pt, nl;q=0.2")).toBe("/nl");
    expect(await to("pt")).toBe("/en");
    const { headers } = await app.get("/");
    expect(headers.vary).toContain("Accept-Language");
  });

  test("the front tells how it stands on the day, who owes most, and where the voices part", async () => {
    const { status, text, headers } = await (await serve()).get("/nl");
    expect(status).toBe(200);
    expect(headers["content-language"]).toBe("nl");
    expect(textOf(text)).toContain("Op 30 juni 2015 zijn 33 opvolgingen opgenomen");
    expect(textOf(text)).toMatch(/19 ?te laat|te laat ?19/);
    expect(text).toContain('<a class="govuk-link" href="/nl/overdue?responsible=just">7</a>');
    expect(text).toContain('href="/nl/recommendations/2011/2011-03"');
    expect(text.length).toBeLessThan(60_000);
  });

  test("what is overdue at Justice tells its days by both dates, and why, in each language", async () => {
    const app = await serve();
    const nl = textOf((await app.get("/nl/overdue?responsible=just")).text);
    expect(nl).toContain("7 zaken zijn te laat op 30 juni 2015.");
    expect(nl).toContain("546 dagen te laat");
    expect(nl).toContain("De geadresseerde beloofde het tegen 31 december 2013.");
    const fr = textOf((await app.get("/fr/overdue?responsible=just&kind=response")).text);
    expect(fr).toContain("2 choses sont en retard au 30 juin 2015.");
    expect(fr).toContain(
      "Une réponse était due 2 mois après le 15 octobre 2014, au plus tard le 15 décembre 2014, selon le règlement 1182/71.",
    );
    const de = textOf((await app.get("/de/overdue?days=366")).text);
    expect(de).toContain("3 Sachen sind am 30. Juni 2015 überfällig.");
  });

  test("a verification that the issuing body owes is told beside what the addressee does not owe", async () => {
    const app = await serve();
    const text = textOf((await app.get("/nl/recommendations/2011/2011-03")).text);
    expect(text).toMatch(
      /de verificatie door de uitgevende instantie: (Te laat|Al lang te laat|Nog niet verwacht|Binnenkort verwacht)/,
    );
  });

  test("everything owed is listed by date, due or not yet, as the service counts it", async () => {
    const app = await serve();
    const { body } = await app.get(`${basePath}/obligations?responsible=just&withTotal=true`);
    const all = textOf((await app.get("/en/owed?responsible=just")).text);
    expect(all).toContain(`${body.total} things are owed on 30 June 2015, due or not yet.`);
    expect(all).toContain("No deadline");
    const late = textOf((await app.get("/en/owed?responsible=just&due=overdue")).text);
    expect(late).toContain("7 things are owed");
    expect(late).not.toContain("No deadline");
  });

  test.each([
    ["overdue", ["", "responsible=just", "kind=response&theme=minors", "report=2012", "asOf=2013-01-01&days=366"]],
    ["owed", ["", "kind=update", "theme=minors&report=2012"]],
    [
      "recommendations",
      ["", "q=minors", "show=divergent", "lifecycle=closed&assessed=notAssessed", "reportingYear=2013"],
    ],
    ["changes", ["from=2012-01-01", "from=2012-01-01&kind=answered&theme=minors", "from=2012-01-01&report=2012"]],
  ])("the number that the head of a list shows is the service's, under each filter: %s", async (list, filters) => {
    const app = supertest(await worldApp((await openToRead(world)).database));
    for (const filter of filters) {
      const { text } = await app.get(`/en/${list}?${filter}`);
      const [, href = ""] = /<link rel="alternate" type="application\/json" href="([^"]*)"/.exec(text) ?? [];
      const data = href.replaceAll("&amp;", "&");
      const { total } = (await app.get(list === "overdue" ? data : `${data}&withTotal=true`)).body;
      expect(textOf(text), filter).toMatch(
        total === 0
          ? /Nothing|No (thing|recommendation|change)/
          : new RegExp(`(?<!\\d)${total} (thing|recommendation)`),
      );
    }
  });

  test("what changed between two days is told in groups, as the service tells it, with its CSV", async () => {
    const app = await serve();
    const { body } = await app.get(`${basePath}/changes?from=2014-06-30&to=2015-06-30&responsible=just&withTotal=true`);
    const { text } = await app.get("/en/changes?from=2014-06-30&responsible=just");
    const shown = textOf(text);
    expect(shown).toContain(`${body.total} things changed from 30 June 2014 to 30 June 2015.`);
    const kinds = Object.entries(body.totalsByKind).filter(([, count]) => Number(count) > 0);
    expect(kinds.length).toBeGreaterThan(3);
    for (const [kind, count] of kinds)
      expect(text).toMatch(new RegExp(`<section id="${kind}"><h2[^>]*>[^<]*: ${count}<`));
    expect(text).toContain("/exports/changes?from=2014-06-30&amp;to=2015-06-30&amp;responsible=just&amp;lang=en");
    expect(shown).toContain("Response; due: 15 December 2014");

    const all = (await app.get(`${basePath}/changes?from=2008-01-01&kind=newlyOverdue&withTotal=true`)).body.total;
    let [rows, page] = [0, 1];
    for (let more = true; more; page++) {
      const { text } = await app.get(`/en/changes?from=2008-01-01&kind=newlyOverdue&page=${page}`);
      rows += text.match(/class="heed-item"/g)?.length ?? 0;
      more = text.includes('rel="next"');
    }
    expect(page).toBeGreaterThan(2);
    expect(rows).toBe(all);

    const none = textOf((await app.get("/fr/changes?asOf=2001-12-31&from=2001-01-01")).text);
    expect(none).toContain("Rien n'est enregistré qui aurait changé du 1er janvier 2001 au 31 décembre 2001.");
    const backwards = await app.get("/nl/changes?from=2015-07-01");
    expect(backwards.status).toBe(400);
    expect(textOf(backwards.text)).toContain("De eerste dag, 1 juli 2015, ligt na de laatste, 30 juni 2015.");
  });

  test("what changed is reached from the front, an organization and a report", async () => {
    const app = await serve();
    const front = (await app.get("/nl")).text;
    expect(front).toContain('href="/nl/changes?from=2015-05-30"');
    expect(front).toContain('href="/nl/changes?from=2014-06-30"');
    const [, last = ""] = /href="\/nl\/changes\?from=([^"]*)">het laatste verslag/.exec(front) ?? [];
    const { items } = (await app.get(`${basePath}/reports?pageSize=1000`)).body;
    const published = items.map(({ publishedOn = "" }: { publishedOn?: string }) => publishedOn);
    expect(last).toBe(
      published
        .filter((on: string) => on <= "2015-06-30")
        .sort()
        .at(-1),
    );
    expect((await app.get("/nl/organizations/just")).text).toContain('href="/nl/changes?responsible=just"');
    const report = items.find(({ reference }: { reference: string }) => reference === "2011");
    expect((await app.get("/nl/reports/2011")).text).toContain(
      `href="/nl/changes?from=${report.publishedOn}&amp;report=2011"`,
    );
  });

  test("a search is narrowed by what it found, each value with the number of its list, and its words are marked", async () => {
    const app = await serve();
    const { text } = await app.get("/nl/recommendations?q=police&lifecycle=open");
    const narrow = /<nav class="heed-facets"[\s\S]*?<\/nav>/.exec(text)?.[0] ?? "";
    const links = [
      ...narrow.matchAll(/href="([^"]*)" rel="nofollow">(?:<bdi[^>]*>)?[^<]*(?:<\/bdi>)?<\/a> <span[^>]*>(\d+)</g),
    ];
    expect(links.length).toBeGreaterThan(10);
    expect(narrow).toContain("Bevonden door de uitgevende instantie");
    for (const [, href = "", count] of links) {
      const list = await app.get(href.replaceAll("&amp;", "&"));
      expect(href).toContain("q=police");
      expect(textOf(list.text), href).toContain("Verfijn wat is gevonden");
      expect(list.text, href).toContain(`>${count} aanbeveling`);
    }
    const [without = ""] = /href="[^"]*" rel="nofollow">Laat weg/.exec(narrow) ?? [];
    expect(without).toContain("q=police");
    expect(without).not.toContain("lifecycle");

    const named = (await app.get(`${basePath}/recommendations?pageSize=1000`)).body.items;
    const { reference, title } = named.find((each: { title?: { nl?: string } }) => each.title?.nl !== undefined);
    const word = /\p{L}{5,}/u.exec(title.nl)?.[0] ?? "";
    const found = (await app.get(`/nl/recommendations?q=${encodeURIComponent(word)}`)).text;
    expect(found).toMatch(
      new RegExp(`<a class="govuk-link" href="[^"]*"><bdi>${reference}</bdi> <bdi>[^<]*<mark>${word}</mark>`),
    );
    const [part] = reference.split(/\W/);
    expect((await app.get(`/nl/recommendations?q=${reference}`)).text).toContain(`<bdi><mark>${part}</mark>`);
  });

  test("last year stands beside this year, one step from the front, each number with its list", async () => {
    const app = await serve();
    expect((await app.get("/nl")).text).toContain('href="/nl/comparison">Vorig jaar naast dit jaar');
    const { body } = await app.get(`${basePath}/comparison`);
    const { text } = await app.get("/en/comparison");
    // What was overdue on both days, each count as its list tells it.
    const overdueOn = async (asOf: string) => (await app.get(`${basePath}/overdue?asOf=${asOf}`)).body.total as number;
    const [was, is] = [await overdueOn("2014-06-30"), await overdueOn("2015-06-30")];
    const row = /<th scope="row">What is overdue<\/th>(.*?)<\/tr>/s.exec(text)?.[1] ?? "";
    expect([...row.matchAll(/>(\d+)</g)].map(([, count]) => Number(count))).toEqual([was, is]);
    expect(row).toContain('href="/en/overdue?asOf=2014-06-30"');
    expect(textOf(text)).toContain(
      `${body.before.followUps} follow-ups on 30 June 2014, ${body.after.followUps} on 30 June 2015.`,
    );
    for (const [movement, count] of Object.entries(body.totalsByMovement)) {
      const link = `<a class="govuk-link" href="/en/comparison?from=2014-06-30&amp;movement=${movement}">${count}</a>`;
      if (count === 0) expect(text).not.toContain(`movement=${movement}"`);
      else {
        expect(text).toContain(link);
        const list = (await app.get(`/en/comparison?from=2014-06-30&movement=${movement}`)).text;
        expect(list.match(/class="heed-row"/g)?.length, movement).toBe(Math.min(Number(count), 25));
      }
    }
    expect(textOf(text)).toMatch(
      new RegExp(`Awaiting${body.before.byPosition.awaiting}${body.after.byPosition.awaiting}`),
    );
    for (const [day, count] of [
      ["2014-06-30", body.before.byLifecycle.open],
      ["2015-06-30", body.after.byLifecycle.open],
    ])
      expect(text).toContain(`href="/en/recommendations?asOf=${day}&amp;lifecycle=open">${count}</a>`);
    const overdue = (await app.get(`${basePath}/changes?from=2014-06-30&kind=newlyOverdue&withTotal=true`)).body.total;
    expect(text).toContain(`href="/en/changes?from=2014-06-30&amp;kind=newlyOverdue">${overdue}</a>`);
  });

  test("an open cycle leads to the updates that are overdue in it", async () => {
    const app = await serve();
    const { items } = (await app.get(`${basePath}/reportingCycles`)).body;
    const open = items.find(({ year }: { year: number }) => year === 2014);
    const page = (await app.get(`/en/cycles/myria/${open.year}`)).text;
    const href = `/en/owed?kind=update&due=overdue&dueOn=${open.updatesDueOn}`;
    expect(page).toContain(`href="${href.replaceAll("&", "&amp;")}"`);
    const { body } = await app.get(
      `${basePath}/obligations?kind=update&overdue=true&dueFrom=${open.updatesDueOn}&dueUntil=${open.updatesDueOn}&withTotal=true`,
    );
    expect(body.total).toBeGreaterThan(0);
    expect(textOf((await app.get(href)).text)).toContain(`${body.total} thing`);
    expect((await app.get("/en/owed?dueOn=never")).status).toBe(400);
  });

  test("the rules tell in the reader's language what was decided here, and mark what is told in English", async () => {
    const { text } = await (await serve()).get("/de/rules");
    expect(text).toContain('<p class="heed-meta">hier entschieden</p>');
    expect(text).toContain('<p class="heed-meta" lang="en">UN treaty bodies</p>');
  });

  test("a reporting cycle stands beside the one before it", async () => {
    const app = await serve();
    const { body } = await app.get(`${basePath}/comparison?reportingCycle=2014`);
    const { text } = await app.get("/fr/cycles/myria/2014");
    expect(textOf(text)).toContain("Face au cycle sur 2013");
    for (const [movement, count] of Object.entries(body.totalsByMovement).filter(([, count]) => Number(count) > 0))
      expect(text).toContain(
        `href="/fr/comparison?asOf=${body.to}&amp;issuingBody=myria&amp;from=${body.from}&amp;movement=${movement}">${count}</a>`,
      );
    const list = await app.get(`/fr/comparison?asOf=${body.to}&issuingBody=myria&from=${body.from}&movement=added`);
    expect(list.text.match(/class="heed-row"/g)?.length ?? 0).toBe(body.totalsByMovement.added);
  });

  test("a briefing has a page for each recommendation that was chosen, with a question that follows from the record", async () => {
    const app = await serve();
    const { body } = await app.get(`${basePath}/briefing?responsible=just&withTotal=true&lang=nl`);
    const { text } = await app.get("/nl/briefing?responsible=just");
    expect(text.match(/<article class="heed-block heed-brief">/g)?.length).toBe(body.items.length);
    for (const { sentences, question } of body.items) expect(sentences.length + Number(question.text !== "")).toBe(4);
    const one = textOf((await app.get("/fr/briefing?reference=2011-03")).text);
    expect(one).toContain("dit que tout est fait\u202f; l'organisme émetteur constate\u00a0:");
    expect(one).toContain("1 sur 1 · 30 juin 2015 · /fr/recommendations/2011/2011-03");
    const list = textOf((await app.get("/en/briefing?reference=2011-03%3B+2011-04,2013-04&reference=2012-01")).text);
    expect(list).toContain("4 recommendations on 30 June 2015; printed, each has a page of its own.");
    const wrong = await app.get("/nl/briefing?reference=2011-03,1999-99");
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.text)).toContain("1999-99");
    const nothing = textOf((await app.get("/nl/briefing")).text);
    expect(nothing).toContain("Een pagina heeft ten hoogste 20 aanbevelingen.");
    for (const from of ["organizations/just", "reports/2011", "themes/victims", "recommendations?q=slachtoffers"])
      expect((await app.get(`/nl/${from}`)).text, from).toContain('href="/nl/briefing?');
    const { total } = (await app.get(`${basePath}/briefing?withTotal=true`)).body;
    const many = (await app.get("/en/briefing?report=2011&report=2012&report=2013&report=2010&report=2009")).text;
    if (total > 20) expect(textOf(many)).toMatch(/These are numbers 1 to 20 of \d+/);
    const sheet = /href="(\/assets\/[0-9a-f]{16}\/portal\.css)"/.exec(text)?.[1] ?? "";
    expect((await app.get(sheet)).text).toMatch(/\.heed-brief\+\.heed-brief\{break-before:page/);
  });

  test("a recommendation shows both voices apart, the reasons with their rules, and what is absent as known", async () => {
    const { text } = await (await serve()).get("/nl/recommendations/2011/2011-03");
    const shown = textOf(text);
    expect(shown).toContain("de geadresseerde zegt: Volledig uitgevoerd");
    expect(shown).toContain("de uitgevende instantie vindt: Gedeeltelijk uitgevoerd");
    expect(shown).toContain("geen bevinding opgenomen tot en met 30 juni 2015");
    expect(shown).toContain("en de uitgevende instantie vindt minder.");
    expect(text).toContain('href="/nl/rules#D11"');
    expect(text).toContain(
      '<link rel="alternate" type="application/json" href="/recommendationFollowUp/v1/recommendations/2011-03?asOf=2015-06-30"/>',
    );
  });

  test("a text that is not published in the reader's language is marked with its own", async () => {
    const { text } = await (await serve()).get("/de/recommendations/2011/2011-03");
    expect(text).toMatch(/<blockquote lang="(fr|nl)">/);
    expect(textOf(text)).toContain("Es wurde nicht in Ihrer Sprache veröffentlicht.");
  });

  test("any day can be asked for: the page says so, and each switch keeps the place and the day", async () => {
    const app = await serve();
    const { text } = await app.get("/en/overdue?asOf=2014-01-31&kind=commitment&page=1");
    expect(textOf(text)).toContain("This page shows the situation on 31 January 2014");
    expect(text).toContain('<link rel="canonical" href="/en/overdue?asOf=2014-01-31&amp;kind=commitment"/>');
    expect(text).toContain(
      '<link rel="alternate" hreflang="fr" href="/fr/overdue?asOf=2014-01-31&amp;kind=commitment"/>',
    );
    expect(text).toContain('<input type="hidden" name="kind" value="commitment"/>');
    const early = await app.get("/en/recommendations/2011/2011-03?asOf=2012-11-01");
    expect(textOf(early.text)).toContain("no answer recorded by 1 November 2012");
  });

  test("the lasting address is that of the references; an id, a bare reference and a name lead there", async () => {
    const app = await serve();
    expect((await app.get("/fr/recommendations/2011-03")).headers.location).toBe("/fr/recommendations/2011/2011-03");
    expect((await app.get("/fr/organizations/justice")).headers.location).toBe("/fr/organizations/just");
    expect((await app.get("/fr/organizations/FOD%20Justitie")).headers.location).toBe("/fr/organizations/just");
    expect((await app.get("/fr/")).headers.location).toBe("/fr");
    expect((await app.get("/fr/?asOf=2014-06-30")).headers.location).toBe("/fr?asOf=2014-06-30");
  });

  test("what is not there, and what cannot be read, is told on a page in the reader's language", async () => {
    const app = await serve();
    for (const path of [
      "nothing",
      "recommendations/2011/none",
      "reports/none",
      "organizations/none",
      "themes/none",
      "cycles/myria/1999",
      "%zz",
      "organizations/%00",
    ]) {
      const { status, type, text } = await app.get(`/fr/${path}`);
      expect([status, type], path).toEqual([404, "text/html"]);
      expect(textOf(text)).toContain("Il n'y a rien à cette adresse");
    }
    for (const [query, told] of [
      ["asOf=2015-02-30", "„2015-02-30“ ist kein Tag"],
      ["page=0", "„0“ ist nicht die Nummer einer Seite"],
      ["page=99999", "„99999“ ist nicht die Nummer einer Seite"],
      ["kind=nothing", "„nothing“ ist kein Wert des Filters „kind“"],
      ["responsible=nobody", "nichts heißt „nobody“"],
      ["responsible=nobody&theme=none", "nichts heißt „none“"],
    ] as const) {
      const { status, text } = await app.get(`/de/overdue?${query}`);
      expect(status, query).toBe(400);
      expect(textOf(text)).toContain(told);
    }
    // A day is read as it is typed in a form, and goes on as the record writes it.
    const typed = await app.get("/en/overdue?asOf=30/06/2014");
    expect([typed.status, textOf(typed.text).includes("30 June 2014")]).toEqual([200, true]);
    expect(typed.text).toContain("asOf=2014-06-30");
    const meant = async (query: string) =>
      [...(await app.get(`/de/overdue?${query}`)).text.matchAll(/<a class="govuk-link" href="(\?[^"]*)"/g)].map(
        ([, to]) => to,
      );
    expect(await meant("kind=updte&responsible=just")).toContain("?kind=update&amp;responsible=just");
    expect(await meant("responsible=FPS+Justise")).toContain("?responsible=FPS+Justice");
    for (const [address, told] of [
      ["overdue?responsble=just", "“responsble” is no parameter of this page; did you mean “responsible”?"],
      ["overdue?responsble=", "“responsble” is no parameter of this page"],
      ["overdue?asof=2015-06-30", "did you mean “asOf”?"],
      ["?asof=2015-06-30", "did you mean “asOf”?"],
      ["overdue?knownAt=2015-06-30", "“knownAt” is no parameter of this page; it has asOf, kind, days, responsible,"],
      ["overdue??kind=update", "“?kind” is no parameter"],
      ["overdue?asOf=2015-06-30&asOf=2014-06-30", "“asOf” can be given once only"],
      ["changes?kind=found&kind=closed", "“kind” can be given once only"],
      ["overdue?kind=%00", "“kind” has a character that no text has"],
      ["about?page=2", "“page” is no parameter of this page"],
      ["recommendations/2011/2011-03?theme=police", "“theme” is no parameter of this page; it has asOf."],
    ] as const) {
      const { status, text } = await app.get(`/en/${address}`.replace("/?", "?"));
      expect(status, address).toBe(400);
      expect(textOf(text), address).toContain(told);
    }
    expect((await app.post("/fr")).status).toBe(405);
    expect((await app.head("/fr")).status).toBe(200);
  });

  test("a number of a page beyond the last one leads to the last one", async () => {
    const app = await serve();
    for (const [address, last] of [
      ["overdue?responsible=just&page=99", "overdue?responsible=just"],
      ["owed?asOf=2014-06-30&page=7", "owed?asOf=2014-06-30"],
      ["recommendations?page=99", "recommendations"],
      ["recommendations?q=nobodywritesthis&page=2", "recommendations?q=nobodywritesthis"],
      ["reports?page=2", "reports"],
      ["reports/2011?page=9", "reports/2011"],
      ["organizations?page=9", "organizations"],
      ["changes?page=9", "changes"],
      ["changes?from=2008-01-01&kind=closed&page=99", "changes?from=2008-01-01&kind=closed"],
      ["comparison?page=99", "comparison"],
    ] as const) {
      const { status, headers } = await app.get(`/en/${address}`);
      expect([status, headers.location], address).toEqual([302, `/en/${last}`]);
      expect((await app.get(`/en/${last}`)).status, last).toBe(200);
    }
    const asked = "/en/changes?from=2008-01-01&kind=newlyOverdue";
    const { location = "" } = (await app.get(`${asked}&page=99`)).headers;
    const [, last = ""] = /&page=(\d+)$/.exec(location) ?? [];
    const before = await app.get(`${asked}&page=${Number(last) - 1}`);
    expect(before.text).toContain(`page=${last}" rel="next"`);
    expect((await app.get(location)).text).not.toContain('rel="next"');
  });

  test("a database that fails is told on a page, without its words", async () => {
    const { reads } = trackerOf((await openToRead(world)).database);
    const failing = async () => {
      throw new DomainError("databaseUnreachable", "the server at 10.0.0.1 does not answer");
    };
    const app = await serve({ reads: { ...reads, forOneRequest: () => ({ ...reads, overdue: failing }) } });
    const { status, text, type, headers } = await app.get("/en/overdue");
    expect([status, type]).toEqual([503, "text/html"]);
    expect(textOf(text)).toContain("The record cannot be read now.");
    expect(text).not.toContain("10.0.0.1");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["retry-after"]).toBeDefined();
  });

  test("a second request is a 304, and another day or language has another tag", async () => {
    const app = await serve();
    const { headers } = await app.get("/nl/overdue");
    expect((await app.get("/nl/overdue").set("If-None-Match", String(headers.etag))).status).toBe(304);
    const other = await app.get("/nl/overdue?asOf=2015-06-29").set("If-None-Match", String(headers.etag));
    expect(other.status).toBe(200);
  });

  test("a page allows nothing from elsewhere and no script, and sets no cookie", async () => {
    const app = await serve();
    for (const path of ["/nl", "/nl/overdue", "/nl/nothing"]) {
      const { headers, text } = await app.get(path);
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["set-cookie"]).toBeUndefined();
      expect(text).not.toMatch(/<script|<style| style=| on\w+=|https?:\/\//);
    }
  });

  test("the style sheet has a lasting address, and asks for nothing from elsewhere", async () => {
    const app = await serve();
    const { text } = await app.get("/nl");
    const sheet = /href="(\/assets\/[0-9a-f]{16}\/portal\.css)"/.exec(text)?.[1] ?? "";
    const { status, headers, text: css } = await app.get(sheet);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const asked = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, address = ""]) => address.replaceAll('"', ""));
    expect(asked.length).toBe(2);
    for (const address of asked)
      expect((await app.get(sheet.replace("portal.css", address))).status, address).toBe(200);
    expect(Buffer.byteLength(css)).toBeLessThan(100_000);
  });

  test("behind a public address, every link begins with its prefix, and the canonical one with its host", async () => {
    const app = await serve({ publicUrl: "https://heed.example/follow-up/" });
    const { text } = await app.get("/en");
    expect(text).toContain('<link rel="canonical" href="https://heed.example/follow-up/en"/>');
    for (const [, address = ""] of text.matchAll(/(?:href|action)="([^"]*)"/g))
      expect(address).toMatch(/^(#|\/follow-up\/|https:\/\/heed\.example\/follow-up\/)/);
    expect((await app.get("/")).headers.location).toBe("/follow-up/en");
  });

  test("a token opens nothing more: the pages are the same for everybody", async () => {
    const app = await serve();
    const [one, other] = [await app.get("/nl/reports"), await app.get("/nl/reports").set("Authorization", "Bearer x")];
    expect(other.text).toBe(one.text);
  });
});

/** What a reader sees: without tags, and with the signs that were escaped. */
function textOf(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
