export * from "./csv/decoded-text.ts";
export * from "./csv/delimiter.ts";
export * from "./csv/read-csv.ts";
export * from "./file-digest.ts";
export * from "./mapped-rows.ts";
export * from "./read-mapping.ts";
export * from "./read-record-file.ts";
export * from "./write-csv.ts";
