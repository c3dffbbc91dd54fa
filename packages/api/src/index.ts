export * from "./app.ts";
export * from "./base-path.ts";
export * from "./open-api.ts";
export * from "./service.ts";
