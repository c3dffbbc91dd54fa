import type { Document } from "@heed/core/document/document";

type Writer = (document: Document, template?: Uint8Array) => Promise<Uint8Array>;

/** What takes so long that a process of its own does it. */
export const writers = {
  pdf: async (document) => (await import("../pdf/to-pdf.ts")).toPdf(document),
  docx: async (document, template) => {
    const { intoTemplate, toDocx } = await import("../docx/to-docx.ts");
    return template === undefined ? toDocx(document) : intoTemplate(document, template);
  },
} satisfies Record<string, Writer>;

export type LongFormat = keyof typeof writers;

/** What the process is told, and what it tells. */
export type DocumentOrder = { document: Document; format: LongFormat; template?: Uint8Array | undefined };
export type DocumentNews = { bytes: Uint8Array } | { refused: string } | { fault: string };
