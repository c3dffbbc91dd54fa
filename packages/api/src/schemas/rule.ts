import { LocalizedText } from "@heed/core";
import { z } from "zod";
import { Href } from "../contract/common.ts";

export const Rule = z
  .strictObject({
    number: z.string().describe("R… is a rule about what is said, done and seen, D… one about days and what is owed."),
    title: LocalizedText,
    text: LocalizedText,
    source: z.string().describe("Who decided it."),
    implementedBy: z.string().optional().describe("The file of the repository that holds it, and the export."),
    test: z.string().optional().describe("The test that fails without it: its file, and how its name begins."),
    open: z.string().optional().describe("What of it is written and not there yet."),
    href: Href,
  })
  .meta({ id: "Rule", description: "A rule that answers follow, and that reasons name." });
