export * from "./app.ts";
export * from "./contract/base-path.ts";
export * from "./open-api/open-api.ts";
export * from "./service.ts";
export { SignInFile } from "./sign-in/sign-in-file.ts";
export type { FileOptions } from "./tracker.ts";
