export * from "./database-url.ts";
export * from "./open-database.ts";
export * from "./sql.ts";
