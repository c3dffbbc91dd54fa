import { readFileSync } from "node:fs";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

/** Node does not load .wasm files as modules, so it is instantiated by hand, as the package's own entry does. */
async function loadSchemaEngine() {
  const entry = import.meta.resolve("@prisma/schema-engine-wasm");
  const bindings = await import(new URL("schema_engine_bg.js", entry).href);
  const bytes = readFileSync(new URL("schema_engine_bg.wasm", entry));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

const engines = new Map();
let SchemaEngine;

/** The engine asks the server only for its version: for PostgreSQL, HEED_TEST_POSTGRESQL must name a server. */
async function engineFor(provider) {
  SchemaEngine ??= await loadSchemaEngine();
  if (!engines.has(provider)) {
    const factory =
      provider === "sqlite"
        ? new PrismaLibSql({ url: ":memory:" })
        : new PrismaPg({ connectionString: process.env.HEED_TEST_POSTGRESQL });
    engines.set(
      provider,
      SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory)),
    );
  }
  return engines.get(provider);
}

/** SQL that changes one Prisma schema (or nothing) into another; empty when they are the same. */
export async function difference(provider, before, after) {
  const target = (content) =>
    content === undefined ? { tag: "empty" } : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
  const engine = await engineFor(provider);
  const { stdout } = await engine.diff({
    from: target(before),
    to: target(after),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = stdout ?? "";
  if (/^\s*(-- This is an empty migration\.)?\s*$/.test(sql)) return "";
  // Days, moments and ids are compared as text, in the same way in every database (docs/decisions/0003).
  if (provider === "sqlite") return sql;
  return sql
    .replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n+/m, "")
    .replace(/((?:^\s+|ADD COLUMN\s+)"\w+" TEXT)\b/gm, '$1 COLLATE "C"');
}
