import { z } from "zod";

export const Href = z.string().meta({ id: "Href", description: "A link within this API." });

/**
 * A thing of the domain as it is answered: with its own link, and with references in the place of the ids and things that
 * it names. What replaces a property is described as that property is.
 */
export function linked<Shape extends z.ZodRawShape, Links extends z.ZodRawShape = { href: typeof Href }>(
  model: z.ZodObject<Shape>,
  links = { href: Href } as unknown as Links,
) {
  const described = Object.entries(links).map(([name, link]) => [
    name,
    describedAs(model.shape[name], link as z.ZodType),
  ]);
  return z
    .strictObject(model.shape)
    .extend(Object.fromEntries(described) as Links)
    .meta(model.meta() ?? {});
}

/** A thing that has a name in the contract describes itself; only the text of a property is taken over. */
function describedAs(property: z.core.$ZodType | undefined, link: z.ZodType): z.ZodType {
  const { id, description } = (property as z.ZodType | undefined)?.meta() ?? {};
  return id === undefined && description !== undefined ? link.describe(description) : link;
}
