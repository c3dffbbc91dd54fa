export { type DocumentFormat, documentFormats, writeDocument } from "./document-formats.ts";
