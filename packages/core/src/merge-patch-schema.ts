import { z } from "zod";

/**
 * The schema of a JSON Merge Patch (RFC 7396) for a thing: each property may be left out, and null removes a property
 * that may be absent. It checks the form only; the result of the patch is checked by the thing's own rules.
 */
export function changesOf(id: string, shape: z.core.$ZodShape, names: readonly string[], description: string) {
  const changeable = Object.fromEntries(Object.entries(shape).filter(([name]) => names.includes(name)));
  return z.strictObject(propertiesOf(changeable)).meta({ id, description });
}

function propertiesOf(shape: z.core.$ZodShape): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => {
      const described = z.globalRegistry.get(schema);
      const change = changeOf(schema).optional();
      return [name, described?.description === undefined ? change : change.describe(described.description)];
    }),
  );
}

/** Written as a choice, because the API documents cannot say `nullable` beside a reference. */
function orNull(schema: z.ZodType): z.ZodType {
  return z.union([schema, z.null()]);
}

/** A patch replaces a list as a whole (RFC 7396, section 2), so the items of a list keep their schema. */
function changeOf(schema: z.core.$ZodType): z.ZodType {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
    case "default":
      return orNull(changeOf(def.innerType));
    case "object":
      return z.strictObject(propertiesOf(def.shape));
    case "record":
      return z.record(def.keyType, orNull(changeOf(def.valueType)));
    case "union":
      return z.union(def.options.map(changeOf));
    default:
      return schema as z.ZodType;
  }
}
