// Run by two-processes.test.ts: acts on the follow-up "fu" of a database again and again, and reports each act that was
// acknowledged. usage: acting-process.ts DATABASE NAME ACTS [VERSION]; with VERSION every act says that it read that
// version.
import { defaultSettings, personAs } from "@heed/core";
import { openDatabase, performAct } from "@heed/store";

const [url = "", name = "", acts = "", version] = process.argv.slice(2);
const database = await openDatabase(url, { mode: "write" });
process.stdout.write("ready\n");
// All processes start at the same time, when the test has seen that all are ready.
await new Promise((resolve) => process.stdin.once("data", resolve));
process.stdin.unref();
for (let act = 0; act < Number(acts); act += 1) {
  const id = `${name}-${act}`;
  try {
    await performAct(database, {
      followUp: "fu",
      act: "update",
      input: { reportingYear: 2022, asOf: "2023-01-31", level: "underWay", narrative: id },
      person: personAs({ id: name, name, role: "respondent", organizations: ["justice"] }),
      systemUser: "tester",
      at: "2023-02-01T09:00:00Z",
      settings: defaultSettings,
      newId: () => id,
      ...(version !== undefined && { expectedVersion: Number(version) }),
    });
    process.stdout.write(`${id}\n`);
  } catch (error) {
    process.stdout.write(`${(error as { code?: string }).code ?? error}\n`);
  }
}
await database.close();
