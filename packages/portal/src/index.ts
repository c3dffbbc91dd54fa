export { pageWithin } from "./address/page-within.ts";
export { visitorAddresses } from "./address/visitor-addresses.ts";
export type { Desks } from "./asked/desk.ts";
export type { Visitor } from "./asked/visitor.ts";
export { assetsFolder, assetsPath } from "./assets.ts";
export { type BroughtFile, foundUpload } from "./desk/form/brought-files.ts";
export { isPageLanguage, type PageLanguage, pageLanguages } from "./language/languages.ts";
export { createPortal, type Portal, type PortalAnswer, type PortalOptions } from "./portal.tsx";
export type { SignInFault, SignInView } from "./sign-in/sign-in-view.ts";
