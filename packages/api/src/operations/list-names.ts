import { nameKinds } from "@heed/core/read-models/tracker-store";
import { ShortText } from "@heed/core/text/bounded-text";
import { z } from "zod";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";

/** As many names as one question has. */
const most = 50;

const query = z.object({
  kind: z.enum(nameKinds).describe("What is named."),
  name: z
    .array(ShortText.min(1))
    .min(1)
    .max(most)
    .describe("An id, code, name, reference, theme or year; repeated values are several."),
});

const NameItem = z
  .strictObject({
    name: z.string().describe("As it was asked."),
    named: z
      .array(z.string())
      .readonly()
      .describe("The ids, references, themes or years that it names; empty where it names nothing."),
    near: z
      .array(z.string())
      .readonly()
      .optional()
      .describe("Where it names nothing: names to choose from, all of them or those near it."),
  })
  .meta({ id: "NameItem", description: "What a name stands for." });

const NameList = z
  .strictObject({ self: z.string(), total: z.int(), items: z.array(NameItem).readonly() })
  .meta({ id: "NameList" });

export const listNames = operation({
  id: "listNames",
  path: "/names",
  tag: "service",
  summary:
    "What names of organizations, reports, recommendations, collected items, themes and years stand for, as filters read them",
  query,
  output: NameList,
  async handle({ reads, reader }, { kind, name: names, lang }) {
    const found = await reads.named(
      reader,
      kind,
      names.map((each) => each.trim()),
    );
    const items = await Promise.all(
      names.map(async (name) => {
        const named = found.get(name.trim()) ?? [];
        return { name, named, ...(named.length === 0 && { near: await reads.namesNear(reader, kind, name) }) };
      }),
    );
    return { body: { self: address("/names", { kind, name: names, lang }), total: items.length, items } };
  },
});
