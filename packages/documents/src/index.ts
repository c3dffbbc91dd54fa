export { type DocumentFormat, documentFormats, writeDocument, writeWithDigest } from "./document-formats.ts";
