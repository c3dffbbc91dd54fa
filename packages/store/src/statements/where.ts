import type { Dialect, SqlValue } from "../connection/sql.ts";
import { inList } from "./in-list.ts";

/** The conditions of one query with their values, in the order in which they occur in it. */
export class Where {
  readonly values: SqlValue[] = [];
  private readonly conditions: string[] = [];
  readonly dialect: Dialect;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  and(condition: string, ...values: readonly SqlValue[]): this {
    this.conditions.push(condition);
    this.values.push(...values);
    return this;
  }

  /** Adds nothing when there is no such filter; an empty list matches nothing. */
  andInList(column: string, list: readonly string[] | undefined): this {
    return list === undefined ? this : this.and(inList({ dialect: this.dialect }, column), JSON.stringify(list));
  }

  /** The same for numbers, each as its own parameter. */
  andInNumbers(column: string, list: readonly number[] | undefined): this {
    return list === undefined ? this : this.and(`${column} IN (${list.map(() => "?").join(", ")})`, ...list);
  }

  copy(): Where {
    const copy = new Where(this.dialect);
    copy.values.push(...this.values);
    copy.conditions.push(...this.conditions);
    return copy;
  }

  get text(): string {
    return this.conditions.length === 0 ? "1 = 1" : this.conditions.map((each) => `(${each})`).join(" AND ");
  }
}
