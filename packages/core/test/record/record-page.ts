import { z } from "zod";
import { RecordFile } from "../../src/record/record.ts";

type Shape = {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Shape[];
  oneOf?: readonly Shape[];
  items?: Shape;
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  additionalProperties?: Shape | boolean;
  description?: string;
  format?: string;
};

const root = z.toJSONSchema(RecordFile, { io: "input", unrepresentable: "any" }) as Shape & {
  $defs?: Readonly<Record<string, Shape>>;
};

/** The smallest file that is worth importing. */
export const example = {
  heed: "record/1",
  organizations: [
    { id: "body", code: "body", name: { en: "Evaluation office" }, level: "federal" },
    { id: "just", code: "just", name: { en: "Justice", nl: "Justitie" }, level: "federal" },
  ],
  reports: [
    {
      id: "r2024",
      issuingBody: "body",
      reference: "2024",
      reportingYear: 2024,
      status: "published",
      publishedOn: "2025-03-03",
    },
  ],
  recommendations: [{ id: "2024-01", report: "r2024", reference: "2024-01", text: { en: "Publish the figures." } }],
  followUps: [{ id: "2024-01-just", recommendation: "2024-01", addressee: "just", role: "lead", entries: [] }],
};

/** docs/record-file.md, from the schema. */
export function recordPage(): string {
  const parts = new Map<string, Shape>();
  const whole = resolved(root);
  const lists = Object.entries(whole.properties ?? {}).filter(([, { type }]) => type === "array");
  const sections = lists.map(([name, { items = {} }]) => section(name, items, parts));
  const shown = new Set(lists.map(([, { items }]) => nameOf(items)));
  const file = Object.entries(whole.properties ?? {}).map(([key, each]): [string, Shape] => [
    key,
    each.type === "array"
      ? { description: `list, see [below](#${key.toLowerCase()}). ${each.description ?? ""}`.trim() }
      : each,
  ]);
  const entries = variants(resolved({ $ref: "#/$defs/Entry" })).map((each) => {
    const { type, ...properties } = resolved(each).properties ?? {};
    return section(`entry: ${type?.const}`, { ...resolved(each), properties }, parts);
  });
  // A part may name other parts, which come after it.
  const others: string[] = [];
  for (const [name, part] of parts) if (!shown.has(name) && name !== "Entry") others.push(section(name, part, parts));
  return `# The file of a record

Heed's own format for a whole record or a part of one, as JSON or YAML. \`heed export\` writes it and \`heed import\` reads it
([the commands](command-line.md)). [The example world](../examples/world/world.yaml) is such a file. What the codes mean is told in
[the words of Heed](domain-language.md).

- Things name each other by \`id\`. A file may name what the database has already.
- A key that is not on this page is refused, with the key that was probably meant. So is a file of which one thing is wrong: nothing of it is taken.
- What the database has with the same content is not new. What it has with another content is refused: nothing is overwritten.
- A day is written yyyy-mm-dd, and a moment such as 2015-06-30T12:00:00Z. \`recordedAt\` is the moment at which something was recorded; it decides what
  \`--known-at\` shows.

This page is printed from the schema; a test fails when it differs.

\`\`\`json
${JSON.stringify(example, null, 2)}
\`\`\`

## The file

${table({ ...whole, properties: Object.fromEntries(file) }, parts)}
# The lists

${sections.join("\n")}
# The entries of a follow-up

Each has its \`type\`, and these keys.

${entries.join("\n")}
# Their parts

${others.join("\n")}`
    .replace(/^# (?!The file of)/gm, "## ")
    .replace(/\n+$/, "\n");
}

function section(name: string, shape: Shape, parts: Map<string, Shape>): string {
  return `### ${name}\n\n${table(resolved(shape), parts)}`;
}

function table(shape: Shape, parts: Map<string, Shape>): string {
  const { properties = {}, required = [] } = shape;
  const rows = Object.entries(properties).map(
    ([key, each]) =>
      `| \`${key}\` | ${required.includes(key) ? "yes" : ""} | ${[kindOf(each, parts), aboutOf(each)].filter((text) => text !== "").join(". ")} |`,
  );
  return `| key | needed | what it is |\n|---|---|---|\n${rows.join("\n")}\n`;
}

function aboutOf(shape: Shape): string {
  return (shape.description ?? "").replace(/\|/g, "\\|").replace(/\n/g, " ");
}

/** What a value is, in a few words; an object of its own has a section. */
function kindOf(shape: Shape, parts: Map<string, Shape>): string {
  const name = nameOf(shape);
  const plain = resolved(shape);
  if (name !== undefined && (plain.properties !== undefined || name === "Entry")) {
    parts.set(name, plain);
    return name === "Entry" ? "[entry](#the-entries-of-a-follow-up)" : `[${name}](#${name.toLowerCase()})`;
  }
  if (plain.const !== undefined) return `\`${plain.const}\``;
  if (plain.enum !== undefined) return plain.enum.map((each) => `\`${each}\``).join(", ");
  const choices = variants(plain);
  if (choices.length > 0) return [...new Set(choices.map((each) => kindOf(each, parts)))].join(", or ");
  if (plain.type === "array") return `list: ${kindOf(plain.items ?? {}, parts)}`;
  if (plain.properties !== undefined)
    return `with ${Object.entries(plain.properties)
      .map(([key, each]) => `\`${key}\`${plain.required?.includes(key) ? "" : " (not needed)"}: ${kindOf(each, parts)}`)
      .join("; ")}`;
  if (name === "Day" || plain.format === "date") return "a day";
  if (name === "Instant" || plain.format === "date-time") return "a moment";
  if (name === "LocalizedText") return "a text by language, such as `{ nl: …, fr: … }`";
  if (plain.type === "object")
    return typeof plain.additionalProperties === "object"
      ? `by name: ${kindOf(plain.additionalProperties, parts)}`
      : "an object";
  return (
    { string: "text", integer: "a whole number", number: "a number", boolean: "`true` or `false`", null: "nothing" }[
      plain.type ?? ""
    ] ?? ""
  );
}

function variants({ anyOf = [], oneOf = [] }: Shape): readonly Shape[] {
  return [...anyOf, ...oneOf];
}

function nameOf(shape: Shape | undefined): string | undefined {
  const name = shape?.$ref?.split("/").at(-1);
  return name?.startsWith("__") ? undefined : name;
}

function resolved(shape: Shape): Shape {
  const name = shape.$ref?.split("/").at(-1);
  return name === undefined ? shape : resolved(root.$defs?.[name] ?? {});
}
