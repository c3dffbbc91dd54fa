import { z } from "zod";

/**
 * What may be sent to change a thing as a JSON Merge Patch (RFC 7396): each property may be left out, and null takes away one
 * that may be absent. Only the shape is told: what comes of the patch is held to the thing's own rules.
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

/** A choice, as the documents of the API give it: beside a reference a "nullable" would say nothing. */
function orNull(schema: z.ZodType): z.ZodType {
  return z.union([schema, z.null()]);
}

/** Lists are replaced whole (RFC 7396, section 2), so what is in them stays as it is. */
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
