// Builds what is generated and not committed: Prisma's clients for both providers from the one schema, and the tables that it names.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { providers, schemaFor, storeFolder } from "../packages/store/scripts/prisma-schema.mjs";
import { root, run } from "./pnpm.mjs";

const generated = join(storeFolder, "src", "generated");
mkdirSync(generated, { recursive: true });
const prisma = createRequire(join(storeFolder, "package.json")).resolve("prisma/build/index.js");
const tablesGenerator = join(storeFolder, "scripts", "tables-generator.mjs");

// The client is loaded by a command that acts once: the smaller compiler loads in half the time, and a query is compiled once.
const smallCompiler = 'provider = "prisma-client"\n  compilerBuild = "small"';
// The tables are the same for both.
const tables = `generator tables {
  provider = "node packages/store/scripts/tables-generator.mjs"
  output   = "./tables.ts"
}
`;

for (const provider of providers) {
  const client = schemaFor(provider)
    .replace("../src/generated/", "./")
    .replace('provider = "prisma-client"', smallCompiler);
  const schema = provider === "sqlite" ? `${client}\n${tables}` : client;
  const makers = [prisma, tablesGenerator].map((file) => readFileSync(file));
  const digest = makers.reduce((hash, maker) => hash.update(maker), createHash("sha256").update(schema)).digest("hex");
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

// What the pages load: their style sheet and typeface.
run(process.execPath, [join(root, "packages", "portal", "scripts", "make-assets.mjs")]);

// The types of the client, from the committed contract.
run(process.execPath, [join(root, "packages", "client", "scripts", "make-types.mjs")]);
