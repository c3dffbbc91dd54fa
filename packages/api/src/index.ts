export * from "./app.ts";
export * from "./contract/base-path.ts";
export * from "./open-api/open-api.ts";
export { reachMailServer } from "./reminders/mail-server.ts";
export * from "./service.ts";
export { reachIssuer } from "./sign-in/reach-issuer.ts";
export { SignInFile } from "./sign-in/sign-in-file.ts";
export type { FileOptions } from "./tracker.ts";
