import { Day, Id, Instant } from "@heed/core";
import fc from "fast-check";
import type { z } from "zod";
import { hostileDays, hostileNumbers, hostileTexts, longText, nested, prototypeNames } from "./values.ts";

/** Ids, codes and references of the example world, and some that do not exist. */
const known = [
  "2013-02-just",
  "2011-03-just",
  "2013-04-oe",
  "2013-02",
  "2011-03",
  "2012-01",
  "report-2011",
  "report-2013",
  "round-2012",
  "round-2014",
  "justice",
  "interior",
  "myria",
  "just",
  "2012",
  "none",
];
const days = ["2014-03-15", "2015-06-30", "2015-06-30", "2015-12-31"];
const words = ["A circular.", "Yes.", "victims", "FPS Justice", "B. Peeters", "https://example.org/law"];

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...hostileTexts, ...hostileDays, ...hostileNumbers),
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    {},
    [],
    [[]],
    [null],
    { length: 1e9 },
    nested(40),
    nested(1_000),
    longText,
  ),
  fc.constantFrom<unknown>(...prototypeNames.map((name) => JSON.parse(`{"${name}":{"polluted":true}}`))),
  fc.string({ unit: "binary", maxLength: 20 }),
);

/** Mostly values that fit a schema, and now and then, at any place in it, a value that does not. */
export function likelyFor(schema: z.core.$ZodType, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingFor(schema, depth);
  return depth > 6 ? hostile : fc.oneof({ weight: 15, arbitrary: fitting }, { weight: 1, arbitrary: hostile });
}

function fittingFor(schema: z.core.$ZodType, depth: number): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const inner = (each: z.core.$ZodType) => likelyFor(each, depth + 1);
  if ((schema as unknown) === Day)
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...days) },
      { weight: 1, arbitrary: fc.constantFrom(...hostileDays) },
    );
  if ((schema as unknown) === Id) return fc.constantFrom(...known);
  if ((schema as unknown) === Instant) return fc.constantFrom("2014-01-01T00:00:00Z", ...hostileDays);
  switch (def.type) {
    case "string":
      return fc.constantFrom(...words, ...known, ...days);
    case "number":
      return fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(1, 2, 2011, 2012, 2014, 2015) },
        { weight: 1, arbitrary: fc.constantFrom(...hostileNumbers) },
      );
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "literal":
      return fc.constantFrom(...def.values);
    case "array":
      return fc.array(inner(def.element), { maxLength: 3 });
    case "record":
      return fc.dictionary(fc.constantFrom("en", "fr", "nl", "EN", "eng", ...prototypeNames), inner(def.valueType), {
        maxKeys: 3,
      });
    case "optional":
    case "default":
    case "prefault":
    case "nullable":
      return fittingFor(def.innerType, depth);
    case "union":
      return fc.oneof(...def.options.map((option) => fittingFor(option, depth)));
    case "object": {
      const required = Object.entries(def.shape).filter(([, each]) => each._zod.optin !== "optional");
      const model = Object.fromEntries(Object.entries(def.shape).map(([name, each]) => [name, inner(each)]));
      const record = fc.record(model, { requiredKeys: required.map(([name]) => name) });
      const more = fc.dictionary(fc.constantFrom("colour", ...prototypeNames), hostile, { maxKeys: 2 });
      return fc.oneof(
        { weight: 9, arbitrary: record },
        { weight: 1, arbitrary: fc.tuple(record, more).map(([fits, others]) => ({ ...fits, ...others })) },
      );
    }
    default:
      return hostile;
  }
}
