// A generator for Prisma: writes the tables of the schema with their columns, and the types of their rows
// (src/tables/table.ts).
import { writeFileSync } from "node:fs";
import helper from "@prisma/generator-helper";

const kinds = { String: ["text", "string"], Int: ["integer", "number"], BigInt: ["integer", "number"] };

helper.generatorHandler({
  onManifest: () => ({ prettyName: "tables" }),
  async onGenerate({ dmmf, generator }) {
    const head =
      '// Made from prisma/schema.prisma by scripts/generate.mjs.\nimport type { Table } from "../tables/table.ts";\n';
    writeFileSync(generator.output.value, [head, ...dmmf.datamodel.models.map(tableOf)].join("\n"));
  },
});

function tableOf({ name, dbName, fields }) {
  // Bytes are read and written by statements of their own.
  const columns = fields.filter(({ kind, type }) => kind === "scalar" && type !== "Bytes");
  const types = columns.map(({ name: field, type, isRequired }) => {
    if (kinds[type] === undefined) throw new Error(`${name}.${field} is neither text nor a whole number`);
    return `  ${field}: ${kinds[type][1]}${isRequired ? "" : " | null"};`;
  });
  const places = columns.map(
    ({ name: field, dbName: column, type }) =>
      `    ${field}: { name: "${column ?? field}", kind: "${kinds[type][0]}" },`,
  );
  const own = `${name[0].toLowerCase()}${name.slice(1)}Table`;
  return `export type ${name}Row = {\n${types.join("\n")}\n};

export const ${own}: Table<${name}Row> = {
  name: "${dbName ?? name}",
  columns: {\n${places.join("\n")}\n  },
};
`;
}
