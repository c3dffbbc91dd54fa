export * from "./main.ts";
export * from "./process/exit-codes.ts";
