import type { Database, SqlValue } from "@heed/store";

export type Statement = { text: string; values: readonly SqlValue[]; rows: number; milliseconds: number };

/** The same database, which notes the statements that read rows. */
export function noting(database: Database): { database: Database; taken(): Statement[] } {
  const noted: Statement[] = [];
  const all = async <Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> => {
    const begun = performance.now();
    const rows = await database.all<Row>(text, values);
    noted.push({ text, values, rows: rows.length, milliseconds: performance.now() - begun });
    return rows;
  };
  const handler: ProxyHandler<Database> = {
    get: (target, name) => {
      if (name === "all") return all;
      const value = target[name as keyof Database] as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  };
  return { database: new Proxy(database, handler), taken: () => noted.splice(0) };
}
