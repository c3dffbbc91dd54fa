type Schema = Record<string, unknown>;

/**
 * A title for each object that is described within another thing: generators name a type by it (Belgif [oas-descr]). What is
 * under a name of its own has none.
 */
export function withTitles<Document extends object>(document: Document): Document {
  const { components } = document as { components: { schemas: Record<string, Schema> } };
  const schemas = Object.fromEntries(
    Object.entries(components.schemas).map(([name, schema]) => [name, inside(schema, name)]),
  );
  return { ...document, components: { ...components, schemas } };
}

function titled(schema: Schema, name: string): Schema {
  const told = inside(schema, name);
  return schema.properties === undefined || schema.title !== undefined ? told : { title: name, ...told };
}

/** The same schema, with titles for what is in it. */
function inside(schema: Schema, name: string): Schema {
  const made: Schema = { ...schema };
  if (isSchema(schema.properties))
    made.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([property, each]) => [
        property,
        titled(each as Schema, name + capital(property)),
      ]),
    );
  if (isSchema(schema.items)) made.items = titled(schema.items, `${name}Item`);
  if (isSchema(schema.additionalProperties))
    made.additionalProperties = titled(schema.additionalProperties, `${name}Value`);
  for (const keyword of ["anyOf", "oneOf"])
    if (Array.isArray(schema[keyword])) {
      const objects = schema[keyword].filter(({ properties }) => properties !== undefined);
      made[keyword] = schema[keyword].map((each: Schema) =>
        titled(each, objects.length > 1 ? `${name}${objects.indexOf(each) + 1}` : name),
      );
    }
  // No type is made of the parts of an allOf.
  if (Array.isArray(schema.allOf)) made.allOf = schema.allOf.map((each: Schema) => inside(each, name));
  return made;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
