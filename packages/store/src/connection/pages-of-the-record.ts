/** Queries that read the first and last pages of the largest tables, where missing or damaged pages show first. */
export const pagesOfTheRecord: readonly string[] = ["entry", "follow_up", "recommendation", "audit_record"].flatMap(
  (table) => {
    const key = table === "audit_record" ? "follow_up_id" : "id";
    return ["", " DESC"].map((order) => `SELECT * FROM ${table} ORDER BY ${key}${order} LIMIT 1`);
  },
);
