import { expect, test } from "vitest";
import { report2024, twoBodies } from "./two-bodies.ts";

/** Ministries that are added, each by its code. */
async function added(done: (...args: string[]) => Promise<string>, ...codes: string[]) {
  for (const code of codes) await done("organization", "add", "--code", code, "--name", `en:Ministry ${code}`);
}

test("nobody is named as responsible after a dissolution, and an editor is told how to decide (R42)", async () => {
  const { done } = await twoBodies(report2024);
  await added(done, "j2");
  const change = async (...args: string[]) => done("organization", "change", ...args);
  await change("--type", "renamed", "--on", "2026-02-01", "--original", "j", "--result", "j2");
  await change("--type", "dissolved", "--on", "2026-06-01", "--original", "j2");
  const shown = (await done("follow-up", "show", "5", "--as-of", "2026-06-01")).replace(/\s+/g, " ");
  expect(shown).toContain("Since 2026-06-01 nobody is responsible for it: Ministry j2 (j2) was dissolved.");
  expect(shown).not.toContain("is responsible for it, since");
  expect((await done("recommendation", "show", "5", "--as-of", "2026-06-01")).replace(/\s+/g, " ")).toContain(
    "dissolved; nobody is responsible",
  );
  const before = await done("follow-up", "show", "5", "--as-of", "2026-05-31");
  expect(before).toContain("On 2026-05-31 Ministry j2 is responsible for it, since 2026-02-01");
});

test("what waits for a decision on a successor is told with its candidates and its change (R41)", async () => {
  const { done } = await twoBodies(report2024);
  await added(done, "courts", "prisons");
  const split = await done(
    ...["organization", "change", "--type", "split", "--on", "2030-01-01", "--original", "j"],
    ...["--result", "courts:cases", "--result", "prisons:cells"],
  );
  expect(split).toContain("heed recommendation list --undecided --as-of 2030-01-01");
  const [, id = ""] = /\[(\S+)\]/.exec(split) ?? [];
  const deciding = (followUp: string) => `decide-successor ${followUp} --change ${id} --successor <name>`;
  const asOf = ["--as-of", "2030-01-01"];
  const texts = [
    await done("follow-up", "show", "5", ...asOf),
    await done("recommendation", "show", "5", ...asOf),
    await done("recommendation", "list", "--undecided", "--reference", "5", ...asOf),
  ].map((text) => text.replace(/\s+/g, " "));
  for (const text of texts) {
    expect(text).toContain("Since 2030-01-01 it waits for a decision on who is responsible for it:");
    expect(text).toMatch(/Ministry courts \(courts\) or .*Ministry prisons \(prisons\)/);
    expect(text).toContain(deciding("f5"));
  }
  const listed = JSON.parse(await done("recommendation", "list", "--undecided", "--format", "json", ...asOf));
  expect(listed.items[0].followUps[0]).toMatchObject({
    responsibleState: "undecided",
    openSuccessions: [{ of: "addressee", change: expect.stringMatching(`^${id}`) }],
  });
  await done("follow-up", "decide-successor", "5", "--change", id, "--successor", "courts");
  expect(await done("follow-up", "show", "5", ...asOf)).toContain("Ministry courts is responsible for it");
});
