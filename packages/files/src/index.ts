export * from "./csv/decoded-text.ts";
export * from "./csv/delimiter.ts";
export * from "./csv/read-csv.ts";
export * from "./file-digest.ts";
export * from "./write-csv.ts";
