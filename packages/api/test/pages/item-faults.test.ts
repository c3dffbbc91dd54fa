import { registerActs } from "@heed/core/acts/acts";
import { ItemKindName, itemKinds } from "@heed/core/collected-item/item-kinds";
import { expect, test } from "vitest";
import { z } from "zod";
import { world } from "../../../core/test/example-world.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";
import { controlsOf, formDoing } from "./form-controls.ts";
import { type Schema, schemaOf, soundText, standingIn, tellEachFault } from "./schema-faults.ts";

/** What fits no schema alone: it has to fit what is there. */
const sound: Partial<Record<ItemKindName, Fields>> = {
  contribution: { "content.language": "nl" },
  figures: {
    ...{ issuingBody: "ceoor", year: "2013", "content.series": "STAT-1", "content.deliveredBy": "Payoke" },
    "content.cells": ["sexual", "labour", "other"].map((row) => `${row} | men | 3\n${row} | women | 0`).join("\n"),
  },
};

const asJson = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;

// What is refused here is refused before anything is written, so one database shows it.
describeSqlite("the form of each kind of what is collected", (_, openToRead) => {
  test.each(ItemKindName.options)(
    "%s names each fault of its schema at its field, and keeps what was typed",
    async (kind) => {
      const { database } = await openToRead(world);
      const served = servedDesks(database);
      const at = `/fr/desk/items/new/${kind}`;
      const controls = controlsOf(formDoing((await served.get("peeters", at)).text, "addItem") ?? "");
      const act = asJson(registerActs.addItem.input);
      const content = asJson(itemKinds[kind].content);
      const propertyOf = (name: string) => {
        const [first = "", ...rest] = name.split(".");
        return first === "content" ? schemaOf(content, rest) : schemaOf(act, [first, ...rest]);
      };
      // What is needed of its content, and nothing else.
      const needed = (schemaOf(content, [])?.schema.required ?? []).flatMap((name): [string, string][] => {
        const field = `content.${name}`;
        const text = soundText(schemaOf(content, [name])?.schema ?? {});
        return controls.some((each) => each.name === field) ? [[field, text]] : [[`${field}.en`, text]];
      });
      const whole: Fields = {
        ...standingIn(controls),
        ...{
          issuingBody: "myria",
          reference: "F-1",
          year: "2014",
          "title.en": "Waiting",
          ...Object.fromEntries(needed),
        },
        ...sound[kind],
        do: "addItem",
      };
      const asked = { by: "peeters", at, does: "addItem", whole, controls, propertyOf } as const;
      expect(await tellEachFault(served, asked)).toBeGreaterThan(Object.keys(itemKinds[kind].words).length / 2);
    },
  );
});
