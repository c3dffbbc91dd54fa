// Run by migrations.test.ts: upgrades the database that its argument names.
import { openDatabase } from "@heed/store";

const database = await openDatabase(process.argv[2] ?? "", { mode: "upgrade" });
await database.close();
