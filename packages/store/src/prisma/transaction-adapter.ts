import type { ColumnType, SqlDriverAdapter, SqlQuery, SqlResultSet, Transaction } from "@prisma/driver-adapter-utils";
import type { Dialect, Sql, SqlValue } from "../connection/sql.ts";

/** Prisma's numbers for the two types of columns that the schema has (ColumnTypeEnum). */
const int32: ColumnType = 0;
const text: ColumnType = 7;

/**
 * The open transaction, in the form that Prisma's client expects. What the client writes belongs to the same
 * transaction as all other writes: it waits for the same locks, and is committed or rolled back with them. This class
 * never begins, commits or rolls back.
 */
export class TransactionAdapter implements Transaction {
  readonly adapterName = "heed";
  readonly provider: "sqlite" | "postgres";
  /** Prisma sends no COMMIT or ROLLBACK of its own. */
  readonly options = { usePhantomQuery: true };
  private readonly sql: Sql;
  private failed: unknown;

  constructor(sql: Sql) {
    this.sql = sql;
    this.provider = providerOf(sql.dialect);
  }

  /** The first error of the database; Prisma reports an error of its own instead. */
  get failure(): unknown {
    return this.failed;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.asked(async () => {
      const rows = await this.sql.all<Record<string, SqlValue>>(query.sql, valuesOf(query));
      const columnNames = Object.keys(rows[0] ?? {});
      return {
        columnNames,
        columnTypes: columnNames.map((name) => (rows.some((row) => typeof row[name] === "number") ? int32 : text)),
        rows: rows.map((row) => Object.values(row)),
      };
    });
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.asked(() => this.sql.run(query.sql, valuesOf(query)));
  }

  async commit(): Promise<void> {}

  async rollback(): Promise<void> {}

  private async asked<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      this.failed ??= error;
      throw error;
    }
  }
}

/** The client's own connection: it has none, and gives each of its transactions the one that is open. */
export function adapterFor(dialect: Dialect, open: () => TransactionAdapter | undefined): SqlDriverAdapter {
  const outside = () => Promise.reject(new Error("Prisma's client reads and writes within an open transaction alone"));
  return {
    adapterName: "heed",
    provider: providerOf(dialect),
    queryRaw: outside,
    executeRaw: outside,
    executeScript: outside,
    startTransaction: () => {
      const transaction = open();
      return transaction === undefined ? outside() : Promise.resolve(transaction);
    },
    getConnectionInfo: () => ({ supportsRelationJoins: false }),
    dispose: async () => undefined,
  };
}

function providerOf(dialect: Dialect): "sqlite" | "postgres" {
  return dialect === "sqlite" ? "sqlite" : "postgres";
}

/** Prisma gives some whole numbers as text. */
function valuesOf({ args, argTypes }: SqlQuery): SqlValue[] {
  return args.map((value, place) =>
    argTypes[place]?.scalarType === "int" && typeof value === "string" ? Number(value) : (value as SqlValue),
  );
}
