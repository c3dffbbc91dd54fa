import type { Database } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { servedDesks } from "./desk-forms.ts";

const desk = "/en/desk";

function serve(database: Database) {
  const served = servedDesks(database);
  const total = async (list: string): Promise<number> =>
    (await served.app.get(`${basePath}/${list}${list.includes("?") ? "&" : "?"}withTotal=true`)).body.total;
  return { ...served, total };
}

/** The number that the overview tells of a list. */
function told(text: string, list: string): number {
  const [, shown] = new RegExp(`<a class="govuk-link" href="#${list}">[^<]*?(\\d+)`).exec(text) ?? [];
  return Number(shown ?? 0);
}

describeDatabase("the desk of an issuing body", (open) => {
  test("shows at a glance what waits, as the lists of the API count it, and leads to each", async () => {
    const { database } = await open(world);
    const { app, get, send, hidden, total } = serve(database);
    const before = await get("peeters", desk);
    expect(before.status).toBe(200);
    const asked = {
      verifications: await total("obligations?kind=verification"),
      unanswered: await total("obligations?kind=response&overdue=true"),
      divergences: await total("followUps?divergent=true"),
      deadlineRequests: await total("deadlineRequests"),
    };
    expect(asked.verifications).toBeGreaterThan(0);
    expect(asked.unanswered).toBeGreaterThan(0);
    for (const [list, count] of Object.entries(asked)) expect(told(before.text, list), list).toBe(count);

    const form = `${desk}/follow-ups/2013-02-just/requestDeadlineChange`;
    const request = { target: "response", to: "2015-09-30", reason: "The advice is late.", do: "submit" };
    expect((await send("claes", form, { ...(await hidden("claes", form)), ...request })).status).toBe(303);
    const after = await get("lambert", desk);
    expect(told(after.text, "deadlineRequests")).toBe(asked.deadlineRequests + 1);
    const list = await get("lambert", `${desk}/waiting/deadlineRequests`);
    expect(list.text).toContain(`href="/en/desk/follow-ups/2013-02-just"`);
    const { body } = await app.get(`${basePath}/deadlineRequests?addressee=just`);
    expect(body.items.map((each: { followUp: { id: string } }) => each.followUp.id)).toContain("2013-02-just");

    const unanswered = await get("peeters", `${desk}/waiting/unanswered`);
    expect(unanswered.text).toContain('href="/en/desk/waiting/unanswered?responsible=just"');
    const ofJustice = await get("peeters", `${desk}/waiting/unanswered?responsible=just`);
    expect(ofJustice.text).toContain('href="/en/desk/follow-ups/2013-02-just/respond"');
    for (const path of ["waiting/nothing", "waiting/verifications"])
      expect((await get("claes", `${desk}/${path}`)).status, path).toBe(404);
  });
});
