import { readDatabaseUrl } from "./database-url.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";

/**
 * Prisma's client for either database, typed as SQLite's: the models are the same, and this is the one place that knows of two.
 * Loaded only by the ordinary writes of the register: it costs the command line a third of a second.
 */
export async function prismaClient(url: string): Promise<PrismaClient> {
  const target = readDatabaseUrl(url);
  if (target.dialect === "sqlite") {
    const [{ PrismaClient }, { PrismaLibSql }] = await Promise.all([
      import("./generated/sqlite/client.ts"),
      import("@prisma/adapter-libsql"),
    ]);
    return new PrismaClient({ adapter: new PrismaLibSql({ url: `file:${target.file}`, timeout: 10_000 }) });
  }
  const [{ PrismaClient }, { PrismaPg }] = await Promise.all([
    import("./generated/postgresql/client.ts"),
    import("@prisma/adapter-pg"),
  ]);
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: target.url }) }) as unknown as PrismaClient;
}
