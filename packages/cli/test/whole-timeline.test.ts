import { describe, expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

describe("the timeline of a follow-up", () => {
  test("tells which newer recommendation took its place, and the link in it", async () => {
    const { heed } = await worldDatabase();
    const { stdout } = await heed("follow-up", "show", "2009-01", "--addressee", "just");
    expect(stdout).toContain(
      "a link to a newer recommendation closed it on 2012-10-17: that one is followed now (R50)",
    );
    expect(stdout).not.toContain("(R1)");
    expect(stdout).toMatch(/2012-10-17 +link +2011-01 of report 2011 repeats it: closed as superseded/);
    const before = await heed("follow-up", "show", "2009-01", "--addressee", "just", "--as-of", "2012-10-16");
    expect(before.stdout).not.toContain("repeats it");
    const json = await heed("follow-up", "show", "2009-01", "--addressee", "just", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({
      replaced: { on: "2012-10-17", type: "repeats", by: { reference: "2011-01" } },
      standing: { closureReason: "superseded" },
    });
  });

  test("tells the role of the day, and the editor and the source of what was recorded for the addressee", async () => {
    const { heed } = await worldDatabase();
    const on = ["2013-02", "--addressee", "just"];
    const change = await heed("follow-up", "change-role", ...on, "--to", "joint", "--reason", "It shares it.");
    expect(change.stderr).toBe("");
    await heed(
      ...["response", "record", ...on, "--position", "accepted"],
      ...["--source", "letter of 3 May", "--as", "E. Maes"],
    );
    const { stdout } = await heed("follow-up", "show", ...on);
    expect(stdout).toMatch(/addressed to .* \(joint; printed: lead\)/);
    expect(stdout).toContain("recorded by E. Maes for the addressee, source: letter of 3 May");
  });

  test("an organization that has followed the printed one is found, and names the choices where several fit", async () => {
    const { heed } = await worldDatabase();
    await heed("organization", "add", "--code", "safe", "--name", "nl:FOD Veiligheid", "--level", "federal");
    const merged = await heed(
      ...["organization", "change", "--type", "merged", "--on", "2020-01-01"],
      ...["--original", "fedpol", "--original", "just", "--result", "safe"],
    );
    expect(merged.stderr).toBe("");
    const show = (name: string, reference = "2009-01") =>
      heed("follow-up", "show", reference, "--addressee", name, "--lang", "nl");
    const several = await show("FOD Veiligheid");
    expect(several.code).toBe(2);
    expect(several.stderr).toContain(
      "FOD Veiligheid fits several follow-ups of 2009-01; name the addressee as printed",
    );
    expect(several.stderr).toContain("just");
    expect((await show("FOD Veiligheid", "2013-02")).stdout).toContain("is FOD Veiligheid ervoor verantwoordelijk");
    expect((await show("just")).stdout).toContain("gericht aan FOD Justitie");
    const none = await show("fa", "2013-02");
    expect(none.stderr).toContain("2013-02 is not addressed to that organization, but to just");

    const other = await heed(
      ...["response", "record", "2013-02", "--addressee", "just", "--position", "accepted"],
      ...["--role", "respondent", "--for", "ibz"],
    );
    expect(other.stderr).toContain(
      "the follow-up is another organization's: FOD Veiligheid (safe) is responsible for it",
    );
  });

  test("a body that was renamed is found by each of its names, as the addressee too", async () => {
    const { heed } = await worldDatabase();
    await heed("organization", "add", "--code", "j2", "--name", "en:FPS Law", "--level", "federal");
    const done = await heed(
      ...["organization", "change", "--type", "renamed", "--on", "2020-01-01", "--original", "just", "--result", "j2"],
    );
    expect(done.stderr).toBe("");
    const total = async (...args: string[]) =>
      JSON.parse((await heed("overdue", "--as-of", "2021-01-01", "--format", "json", ...args)).stdout).total;
    expect(await total("--addressee", "just")).toBeGreaterThan(0);
    expect(await total("--addressee", "j2")).toBe(await total("--addressee", "just"));
    expect((await heed("follow-up", "show", "2013-02", "--addressee", "j2")).stdout).toContain(
      "addressed to FPS Justice",
    );
  });

  test("names organizations and changes of a decision on a successor in the answer", async () => {
    const { heed } = await worldDatabase();
    const { stdout, stderr } = await heed(
      ...["follow-up", "decide-successor", "2011-03", "--addressee", "just"],
      ...["--change", "houses-of-justice", "--successor", "mj"],
    );
    expect(stderr).toBe("");
    expect(stdout).toContain(
      "decides that Houses of Justice (French Community) is responsible after the change of 2014-07-01 (competence transferred)",
    );
  });
});
