import { checkDerived, checkProjections, type Database, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { AuditFaultError } from "../src/audit/audit-fault.ts";
import { describeDatabase } from "./describe-database.ts";
import { tamper } from "./tampering.ts";

/** What the checks find, as `heed database check` asks them; each throws nothing but the fault that it names. */
async function found(database: Database): Promise<string[]> {
  const settings = await trackerReads(database).settings();
  const projections = await checkProjections(database, settings).then(
    ({ differences }) => differences.map(({ followUp = "" }) => followUp),
    (error: unknown) => {
      if (error instanceof AuditFaultError) return [error.fault.detail];
      throw error;
    },
  );
  const { fault } = await verifyAudit(database);
  return [...(await checkDerived(database)).map(({ name }) => name), ...projections, ...(fault ? [fault.detail] : [])];
}

describeDatabase("a value that is none of its kind", (open) => {
  test.each([
    ["a day of publication", "report", "UPDATE report SET published_on = '2011-02-31' WHERE id = 'report-2011'"],
    ["a precision", "report", `UPDATE report SET body = replace(body, '{"', '{"publishedOnPrecision":"week","')`],
    ["a type of entry", "entry", `UPDATE entry SET body = replace(body, '"response"', '"reply"')`],
    ["a day of an entry", "entry", `UPDATE entry SET body = replace(body, '"givenOn":"2', '"givenOn":"x')`],
    ["a change of organizations", "organization_change", "UPDATE organization_change SET on_day = 'never'"],
    ["a day of a cycle", "reporting_cycle", "UPDATE reporting_cycle SET opens_on = '2012-13-01'"],
    ["a position", "follow_up", "UPDATE follow_up SET role = 'leader'"],
    ["a theme", "recommendation", `UPDATE recommendation SET body = replace(body, '"themes":[', '"themes":[7,')`],
  ])("is found, and ends no check: %s", async (_, table, statement) => {
    const { database } = await open(world);
    await tamper(database, table, statement);
    expect(await found(database)).not.toEqual([]);
  });
});
