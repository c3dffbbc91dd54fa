import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { type Fields, hiddenIn, servedDesks } from "./desk-forms.ts";

const reports = "/en/desk/reports";
const sound = {
  ...{ issuingBody: "myria", reference: "2015/1", reportingYear: "2014", "authentic.fr": "yes", "authentic.nl": "yes" },
  ...{ "title.fr": "Rapport annuel 2015", "title.nl": "Jaarverslag 2015" },
};
const recommendation = {
  reference: "1",
  "text.fr": "Le ministre publie chaque année les chiffres des victimes.",
  "text.nl": "De minister publiceert elk jaar de cijfers van de slachtoffers.",
  addressees: "just\nibz: for information",
  implementationDue: "2016-12-31",
  themes: "data\nvictims",
};

describeDatabase("a new report at the desk", (open) => {
  /** A draft with one recommendation. */
  async function drafted() {
    const { database } = await open(world);
    const served = servedDesks(database);
    const { get, send } = served;
    const made = await send("dubois", `${reports}/new`, { ...sound, key: "k1", do: "draftReport" });
    const address = (made.headers.location ?? "").replace(/\?.*/, "");
    expect([made.status, address.startsWith(reports)]).toEqual([303, true]);
    const added = await send("dubois", `${address}/add`, { ...recommendation, key: "k2", do: "add" });
    expect(added.status).toBe(303);
    const one = (added.headers.location ?? "").replace(/\?.*/, "");
    const proof = async (fields: Fields) => {
      const { text } = await get("dubois", `${address}/proofreading`);
      return send("dubois", `${address}/proofreading`, {
        ...hiddenIn(text),
        ...{ publishedOn: "2015-06-30", sure: "yes" },
        ...fields,
      });
    };
    return { ...served, address, one, proof, id: address.split("/").at(-1) ?? "" };
  }

  test("is discarded by its button alone, for who is sure", async () => {
    const { get, send, address } = await drafted();
    const sent = hiddenIn((await get("dubois", address)).text);
    for (const [fields, status] of [
      [{ sure: "yes" }, 404],
      [{ do: "other", sure: "yes" }, 404],
      [{ do: "discard" }, 422],
    ] as [Fields, number][]) {
      expect((await send("dubois", address, { ...sent, ...fields })).status, JSON.stringify(fields)).toBe(status);
      expect((await get("dubois", address)).status).toBe(200);
    }
    expect((await send("dubois", address, { ...sent, do: "discard", sure: "yes" })).status).toBe(303);
    expect((await get("dubois", address)).status).toBe(404);
  });

  test("is begun, gets typed recommendations, is proofread with its dates, and published once", async () => {
    const { app, get, send, address, proof, id } = await drafted();
    // A form that was sent twice made one report and one recommendation.
    expect(
      (await send("dubois", `${reports}/new`, { ...sound, key: "k1", do: "draftReport" })).headers.location,
    ).toContain(id);
    expect((await send("dubois", `${address}/add`, { ...recommendation, key: "k2", do: "add" })).status).toBe(303);
    expect((await get(undefined, `/en/reports/${encodeURIComponent("2015/1")}`)).status).toBe(404);
    expect((await get("claes", address)).status).toBe(404);
    expect((await get("lambert", address)).status).toBe(404);

    const proofread = await get("dubois", `${address}/proofreading`);
    for (const words of [
      "Rapport annuel 2015",
      "Jaarverslag 2015",
      "1 follow-up",
      "réponse au plus tard le 31 août 2015",
    ])
      expect(proofread.text.replaceAll("2 follow-ups begin", "1 follow-up"), words).toContain(words);
    const later = await proof({ publishedOn: "2015-05-31", do: "foresee" });
    expect([later.status, later.text.includes("antwoord tegen 31 juli 2015")]).toEqual([200, true]);
    for (const day of ["2015-07-01", "2013-12-31", "soon"]) {
      const refused = await proof({ publishedOn: day, do: "publish" });
      expect([refused.status, refused.text.includes('<a href="#publishedOn">'), refused.text.includes(day)]).toEqual([
        ...[422, true, true],
      ]);
    }
    const { text } = await get("dubois", `${address}/proofreading`);
    const unsure = {
      ...hiddenIn(text),
      publishedOn: "2015-06-30",
      transmittedToParliamentOn: "2015-06-29",
      do: "publish",
    };
    // What is left to look at stands at the button, and nothing is published by a press alone.
    expect(text).toContain("1 recommendation still has something to look at:");
    const refused = await send("dubois", `${address}/proofreading`, unsure);
    expect([refused.status, refused.text.includes('<a href="#sure">')]).toEqual([422, true]);
    expect((await app.get(`${basePath}/reports/${id}`)).status).toBe(404);
    const sent = { ...unsure, sure: "yes" };
    const published = await send("dubois", `${address}/proofreading`, sent);
    expect([published.status, published.headers.location]).toEqual([303, `${address}?done=publish`]);
    const again = await send("dubois", `${address}/proofreading`, sent);
    expect(again.headers.location).toBe(published.headers.location);
    expect((await get("dubois", `${address}/proofreading`)).status).toBe(404);
    const { body } = await app.get(`${basePath}/reports/${id}`);
    expect(body).toMatchObject({
      ...{ status: "published", publishedOn: "2015-06-30", transmittedToParliamentOn: "2015-06-29" },
      title: { fr: "Rapport annuel 2015", nl: "Jaarverslag 2015" },
    });
    const list = await app.get(`${basePath}/recommendations?report=${id}`);
    expect(list.body.items).toMatchObject([{ reference: "1", themes: ["data", "victims"] }]);
    const roles = list.body.items[0].followUps.map((each: { addressee: { code: string }; role: string }) => [
      ...[each.addressee.code, each.role],
    ]);
    expect(roles.sort()).toEqual([
      ["ibz", "forInformation"],
      ["just", "lead"],
    ]);
  });

  test("names each fault at its field and keeps what was typed", async () => {
    const { get, send, address, one } = await drafted();
    const faults: [string, string, Fields, Fields][] = [
      [`${reports}/new`, "reference", sound, { reference: "" }],
      [`${reports}/new`, "reference", sound, {}],
      [`${reports}/new`, "issuingBody", sound, { issuingBody: "" }],
      [`${reports}/new`, "reportingYear", sound, { reference: "2", reportingYear: "soon" }],
      [`${reports}/new`, "responsePeriod", sound, { reference: "2", responsePeriod: "two" }],
      [`${reports}/new`, "title.fr", sound, { reference: "2", "title.fr": "\u200b" }],
      [`${address}/add`, "reference", recommendation, {}],
      [`${address}/add`, "reference", recommendation, { reference: "" }],
      [`${address}/add`, "addressees", recommendation, { reference: "2", addressees: "the ministry of nothing" }],
      [`${address}/add`, "addressees", recommendation, { reference: "2", addressees: "just\njust" }],
      [`${address}/add`, "implementationDue", recommendation, { reference: "2", implementationDue: "soon" }],
      [`${address}/add`, "text.nl", recommendation, { reference: "2", "text.nl": "\u200b" }],
      [one, "addressees", recommendation, { addressees: "nobody at all" }],
    ];
    for (const [page, at, fields, fault] of faults) {
      const { text: form } = await get("dubois", page);
      const { status, text } = await send("dubois", page, { ...hiddenIn(form), ...fields, ...fault });
      const told = `${page} ${at} ${JSON.stringify(fault)}`;
      expect([status, text.includes(`<a href="#${at}"`), text.includes(`id="${at}-fault"`)], told).toEqual([
        ...[422, true, true],
      ]);
      const kept = Object.entries({ ...fields, ...fault }).filter(
        ([name]) => name.startsWith("title") || name === "reference",
      );
      for (const [, typed] of kept) if (!typed.includes("\u200b") && typed !== "") expect(text, told).toContain(typed);
    }
    const near = await send("dubois", `${address}/add`, {
      ...{ ...hiddenIn((await get("dubois", `${address}/add`)).text), ...recommendation, reference: "2" },
      addressees: "FOD Binnenlandse Zake",
    });
    expect(near.text).toContain("FOD Binnenlandse Zaken");
    for (const other of ["Parket", "Fedasil", "FPS Justice", "just,"]) expect(near.text).not.toContain(other);
    const empty = await send("dubois", `${reports}/new`, { ...sound, reference: "" });
    const taken = await send("dubois", `${reports}/new`, sound);
    expect([
      empty.text.includes("this has to be filled in"),
      taken.text.includes("has this reference already"),
    ]).toEqual([true, true]);
    // Another site sends nothing, and who does not edit for the body does nothing.
    for (const by of ["claes", "lambert", undefined] as const)
      expect([403, 404]).toContain((await send(by, `${reports}/new`, { ...sound, reference: "9" })).status);
  });

  test("shows what to look at in each recommendation, and takes a proposal of parts", async () => {
    const { app, get, send, address } = await drafted();
    const text = "La ministre doit publier les chiffres. La police doit former ses agents.";
    const added = await send("dubois", `${address}/add`, {
      reference: "2",
      "text.fr": text,
      addressees: "just",
      key: "k3",
    });
    const two = (added.headers.location ?? "").replace(/\?.*/, "");
    const page = await get("dubois", two);
    for (const remark of ["several things", "by when", "missing in an authentic language"])
      expect(page.text, remark).toContain(remark);
    expect((await get("dubois", address)).text).toContain("several things");
    const [, parts = ""] = /(<section class="heed-block" aria-labelledby="parts".*<\/section>)/s.exec(page.text) ?? [];
    const fields: Fields = {
      ...hiddenIn(parts),
      ...{ "part.0.text.fr": "Publier les chiffres.", "part.1.text.fr": "Former les agents.", do: "makeParts" },
    };
    expect(fields).toMatchObject({ "part.0.label": "a", "part.1.label": "b" });
    const twice = await send("dubois", two, { ...fields, "part.1.label": "a" });
    expect([twice.status, twice.text.includes('<a href="#part.1.label"')]).toEqual([422, true]);
    const unseen = await send("dubois", two, { ...fields, "part.1.text.fr": "\u200b" });
    expect([unseen.status, unseen.text.includes('<a href="#part.1.text.fr"')]).toEqual([422, true]);
    const left = await get("dubois", two);
    expect([left.text.includes('name="addressees"'), hiddenIn(left.text).version]).toEqual([true, fields.version]);
    expect((await send("dubois", two, fields)).status).toBe(303);
    const list = await get("dubois", address);
    for (const part of ["2a", "2b"]) expect(list.text).toContain(`<bdi>${part}</bdi>`);
    const { version } = hiddenIn((await get("dubois", `${address}/proofreading`)).text);
    const published = { version: version ?? "", key: "k4", publishedOn: "2015-06-30", sure: "yes", do: "publish" };
    expect((await send("dubois", `${address}/proofreading`, published)).status).toBe(303);
    const { body } = await app.get(`${basePath}/recommendations?report=${address.split("/").at(-1)}`);
    expect(
      body.items.map((each: { reference: string; followUps: object[] }) => [each.reference, each.followUps.length]),
    ).toEqual([
      ...[
        ["1", 2],
        ["2", 0],
        ["2a", 1],
        ["2b", 1],
      ],
    ]);
  });

  test("takes recommendations from a pasted text and from a file, looked through, all or none", async () => {
    const { app, get, send, bring, address, id } = await drafted();
    const none = await send("dubois", `${address}/text`, { language: "fr", text: " ", key: "t0" });
    expect([none.status, none.text.includes('<a href="#text"')]).toEqual([422, true]);
    const text =
      "7. La ministre publie les chiffres chaque année.\n8. La police forme ses agents.\n9. Le parquet répond.";
    const found = await send("dubois", `${address}/text`, { language: "fr", text, key: "t1" });
    expect(found.status).toBe(200);
    expect(found.text).toContain("paragraph 2");
    const row = (place: number, words: string) => ({
      ...{ [`r.${place}.place`]: `0 0 ${place + 1}`, [`r.${place}.reference`]: String(place + 7) },
      ...{ [`r.${place}.text.fr`]: words },
    });
    const rows = {
      ...row(0, "Publier."),
      ...row(1, "Former."),
      ...row(2, "Répondre."),
      "r.2.leaveOut": "yes",
      all: "just",
      key: "t2",
    };
    const faulty = await send("dubois", `${address}/found`, {
      ...rows,
      "r.1.reference": "7",
      "r.0.addressees": "nobody",
    });
    expect([faulty.status, faulty.text.includes("#r.0.addressees"), faulty.text.includes("#r.1.reference")]).toEqual([
      ...[422, true, true],
    ]);
    // What the act itself refuses of one leaves nothing of those before it.
    const late = await send("dubois", `${address}/found`, { ...rows, "r.1.implementationDue": "soon" });
    expect([late.status, late.text.includes("#r.1.implementationDue")]).toEqual([422, true]);
    expect((await get("dubois", address)).text).toContain("1 recommendation<");
    for (const _ of ["once", "twice"])
      expect((await send("dubois", `${address}/found`, rows)).headers.location).toBe(`${address}?done=joined`);
    const csv = Buffer.from("N°;Recommandation;Destinataires\n12;Publier les chiffres.;just\n");
    const file = await bring(
      "dubois",
      `${address}/file`,
      { language: "fr", key: "t3" },
      { "found.upload": [csv, "a.csv"] },
    );
    expect([file.status, file.text.includes("row 2"), file.text.includes('value="12"')]).toEqual([200, true, true]);
    for (const [name, bytes] of [
      ["a.pdf", "%PDF"],
      ["a.docx", "no"],
      ["a.csv", "name\n1\n"],
    ] as const) {
      const bad = await bring(
        "dubois",
        `${address}/file`,
        { language: "fr", key: name },
        { "found.upload": [Buffer.from(bytes), name] },
      );
      expect([bad.status, bad.text.includes('<a href="#found.upload"')], name).toEqual([422, true]);
    }
    const { version = "" } = hiddenIn((await get("dubois", `${address}/proofreading`)).text);
    await send("dubois", `${address}/proofreading`, {
      version,
      key: "t4",
      publishedOn: "2015-06-30",
      sure: "yes",
      do: "publish",
    });
    const { body } = await app.get(`${basePath}/recommendations?report=${id}`);
    expect(body.items.map((each: { reference: string }) => each.reference)).toEqual(["1", "7", "8"]);
  });

  test("tells of what was found what the record knows, before anything is joined", async () => {
    const { app, send, address } = await drafted();
    const { body } = await app.get(`${basePath}/recommendations/2011-04`);
    const [asked = ""] = Object.values(body.text as Record<string, string>);
    const text = `1. ${asked.replaceAll("\n", " ")}\n2. Le Centre répond chaque année.`;
    const found = await send("dubois", `${address}/text`, { language: "fr", text, key: "t1" });
    const remarked = (page: string) =>
      page
        .split('<fieldset class="govuk-fieldset heed-answer"')
        .slice(1)
        .map((row) => ({
          asked: row.includes("2011-04"),
          nobody: row.includes("No addressee is filled in yet"),
          ended: row.includes("an organization that does not exist"),
          dutch: row.includes("missing in an authentic language"),
        }));
    expect(remarked(found.text)).toEqual([
      { asked: true, nobody: true, ended: false, dutch: true },
      { asked: false, nobody: true, ended: false, dutch: true },
    ]);
    const rows = {
      ...{ "r.0.place": "0 0 1", "r.0.reference": "1", "r.0.text.fr": asked, "r.0.addressees": "ceoor" },
      ...{ "r.1.place": "0 0 2", "r.1.reference": "1", "r.1.text.fr": "Le Centre répond.", "r.1.text.nl": "Ja." },
    };
    // What was typed meanwhile is looked at again when the form comes back with a fault.
    const back = await send("dubois", `${address}/found`, { ...rows, all: "just", key: "t2" });
    expect([back.status, remarked(back.text)]).toEqual([
      422,
      [
        { asked: true, nobody: false, ended: true, dutch: true },
        { asked: false, nobody: false, ended: false, dutch: false },
      ],
    ]);
  });

  test("is kept while it is typed, once, and a published one never", async () => {
    const { get, send, address, one, proof } = await drafted();
    const typed = { ...sound, reference: "2015/2", key: "keep", do: "keep" };
    const faulty = await send("dubois", `${reports}/new`, { ...typed, reference: "" });
    expect([faulty.status, faulty.text.includes('data-saves="keep"')]).toEqual([422, true]);
    const kept = await send("dubois", `${reports}/new`, typed);
    expect([kept.status, (await send("dubois", `${reports}/new`, typed)).headers.location]).toEqual([
      ...[303, kept.headers.location],
    ]);
    const form = kept.headers.location ?? "";
    expect(form).toMatch(/\/change$/);
    const now = { ...typed, ...hiddenIn((await get("dubois", form)).text) };
    expect((await send("dubois", form, { ...now, "title.fr": "Autre", do: "keep" })).headers.location).toBe(form);
    // What was read before is not saved over what is there now.
    const late = await send("dubois", form, { ...now, "title.fr": "Tard", key: "late", do: "keep" });
    expect([late.status, (await get("dubois", form)).text.includes("Autre")]).toEqual([422, true]);
    const added = { ...recommendation, reference: "2", key: "a", do: "keep" };
    const two = (await send("dubois", `${address}/add`, added)).headers.location ?? "";
    const next = { ...recommendation, ...hiddenIn((await get("dubois", two)).text), partOf: "", label: "" };
    expect((await send("dubois", two, { ...next, reference: "2", do: "another" })).headers.location).toBe(
      `${address}/add?done=addRecommendation`,
    );
    expect((await proof({ do: "publish" })).status).toBe(303);
    for (const page of [one, `${address}/change`]) {
      const { text } = await get("dubois", page);
      expect([page, text.includes("data-saves")]).toEqual([page, false]);
      expect((await send("dubois", page, { ...hiddenIn(text), do: "keep" })).status).toBe(404);
    }
  });

  test("is corrected after its publication as a new version, whose former words stay", async () => {
    const { app, get, send, one, proof } = await drafted();
    expect((await proof({ do: "publish" })).status).toBe(303);
    const page = await get("dubois", one);
    expect([page.status, page.text.includes('name="addressees"')]).toEqual([200, false]);
    const { addressees: _, ...typed } = recommendation;
    const fields = { ...typed, ...hiddenIn(page.text), "text.fr": "Le ministre publie les chiffres.", do: "correct" };
    const faulty = await send("dubois", one, { ...fields, reference: "" });
    expect([faulty.status, faulty.text.includes('<a href="#reference"')]).toEqual([422, true]);
    expect(faulty.text).toContain("Le ministre publie les chiffres.");
    for (const by of ["claes", "lambert", undefined] as const)
      expect([403, 404]).toContain((await send(by, one, fields)).status);
    // What readers will see otherwise is shown before; the form comes back with what was typed.
    const preview = await send("dubois", one, { ...fields, do: "preview" });
    expect(preview.status).toBe(200);
    for (const words of [recommendation["text.fr"], "Le ministre publie les chiffres.", "What would change"])
      expect(preview.text).toContain(words);
    expect(preview.text.match(/<th class="govuk-table__header" scope="row">/g)).toHaveLength(1);
    expect((await send("dubois", one, { ...fields, do: "edit" })).text).toContain("Le ministre publie les chiffres.");
    expect(preview.text).not.toContain("own deadline");
    const sooner = await send("dubois", one, { ...fields, implementationDue: "2015-09-30", do: "preview" });
    expect(sooner.text).toContain("now Implementation (31 December 2016, Not due)");
    expect(sooner.text).toContain("as corrected Implementation (30 September 2015,");
    const same = await send("dubois", one, { ...fields, "text.fr": recommendation["text.fr"], do: "preview" });
    expect([same.status, same.text.includes("Nothing would change")]).toEqual([422, true]);
    for (const _ of ["once", "twice"])
      expect((await send("dubois", one, fields)).headers.location).toBe(`${one}?done=correctRecommendation`);
    const { body } = await app.get(`${basePath}/recommendations/${one.split("/").at(-1)}`);
    expect(body.text).toEqual({ fr: "Le ministre publie les chiffres.", nl: recommendation["text.nl"] });
    expect(body.formerVersions).toMatchObject([{ recommendation: { text: { fr: recommendation["text.fr"] } } }]);
    // Who had read the version before it overwrites nothing.
    const late = await send("dubois", one, { ...fields, key: "late", "text.fr": "Rien." });
    expect([late.status, late.text.includes("Rien.")]).toEqual([422, true]);
  });

  test("is linked after its publication to an earlier one, which is offered by its words or named by its number", async () => {
    const { app, get, send, address, proof, one } = await drafted();
    const earlier = await app.get(`${basePath}/recommendations/2011-04`);
    const [asked = ""] = Object.values(earlier.body.text as Record<string, string>);
    const again = {
      reference: "2",
      "text.fr": asked,
      "text.nl": "Nog eens.",
      addressees: "just",
      key: "k3",
      do: "add",
    };
    const two = ((await send("dubois", `${address}/add`, again)).headers.location ?? "").replace(/\?.*/, "");
    // A link leads between two that are published.
    expect((await get("dubois", two)).text).not.toContain('id="link.type"');
    expect((await proof({ do: "publish" })).status).toBe(303);
    const page = (await get("dubois", two)).text;
    expect(page).toContain(`value="${earlier.body.id}"`);
    // What a link closes is told first, and confirmed.
    const link = async (fields: Fields, at = two) => {
      const answer = await send("dubois", at, { do: "link", ...fields });
      const [, closes] = /name="link.closes" value="([^"]*)"/.exec(answer.text) ?? [];
      return closes === undefined ? answer : send("dubois", at, { do: "link", ...fields, "link.closes": closes });
    };
    const told = async (fields: Fields, at?: string) => {
      const { status, text } = await link({ key: JSON.stringify(fields), ...fields }, at);
      return [status, ...[...text.matchAll(/<a href="#(link\.\w+)"/g)].map(([, name]) => name)];
    };
    const type = { "link.type": "repeats" };
    expect(await told({})).toEqual([422, "link.number", "link.type"]);
    expect(await told({ "link.to": "another", "link.number": "no such", ...type })).toEqual([422, "link.number"]);
    expect(await told({ "link.number": "2", "link.type": "echoes" })).toEqual([422, "link.number"]);
    const sound = { "link.to": earlier.body.id, ...type, "link.reason": "Still not done.", key: "once" };
    for (const _ of ["once", "twice"]) expect((await link(sound)).headers.location).toBe(`${two}?done=link`);
    expect(await told({ ...sound, key: "again" })).toEqual([422]);
    const [own] = (await app.get(`${basePath}/recommendations/${two.split("/").at(-1)}/links`)).body.items;
    expect(own).toMatchObject({ type: "repeats", to: "2011-04", reason: "Still not done." });
    const after = (await get("dubois", `${two}?done=link`)).text;
    expect([after.includes("The link is made"), after.includes("Linked already")]).toEqual([true, true]);
    expect((await link({ "link.number": "2 (2015/1)", ...type, key: "own" }, one)).status).toBe(303);
    for (const by of ["claes", "lambert", undefined] as const)
      expect([403, 404]).toContain((await send(by, two, { ...sound, do: "link" })).status);
  });
});
