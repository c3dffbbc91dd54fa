import type { Database } from "@heed/store";

class Undone extends Error {
  constructor(readonly result: unknown) {
    super("undone");
  }
}

/** The database, in which nothing that is written stays: each act is tried on the same record. */
export function undoing(database: Database): Database {
  const transaction: Database["transaction"] = async (work, options) => {
    try {
      return await database.transaction(async (sql) => {
        throw new Undone(await work(sql));
      }, options);
    } catch (error) {
      if (error instanceof Undone) return error.result as Awaited<ReturnType<typeof work>>;
      throw error;
    }
  };
  return new Proxy(database, {
    get(target, name) {
      if (name === "transaction") return transaction;
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
