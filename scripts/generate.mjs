// Builds what is generated and not committed: Prisma's clients for both providers, from the one schema.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { providers, schemaFor, storeFolder } from "../packages/store/scripts/prisma-schema.mjs";
import { run } from "./pnpm.mjs";

const generated = join(storeFolder, "src", "generated");
mkdirSync(generated, { recursive: true });
const prisma = createRequire(join(storeFolder, "package.json")).resolve("prisma/build/index.js");
for (const provider of providers) {
  const schema = schemaFor(provider).replace("../src/generated/", "./");
  const digest = createHash("sha256").update(schema).update(readFileSync(prisma)).digest("hex");
  const mark = join(generated, `${provider}.sha256`);
  if (existsSync(mark) && readFileSync(mark, "utf8") === digest) continue;
  const file = join(generated, `${provider}.prisma`);
  writeFileSync(file, schema);
  run(process.execPath, [prisma, "generate", "--schema", file, "--no-hints"], {
    // Prisma looks for an engine that generation does not use, and would download it; any existing file satisfies it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
  });
  writeFileSync(mark, digest);
}
