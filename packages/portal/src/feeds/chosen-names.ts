import type { Asked } from "../asked/asked.ts";
import { shown } from "../language/say.ts";

/** Whose deadlines or changes the filters of an address ask for, in the reader's language; undefined for those of everybody. */
export async function chosenNames({ reads, reader, say, parameters }: Asked): Promise<string | undefined> {
  const { responsible = [], report = [], theme = [] } = parameters;
  const idsOf = async (kind: "organization" | "report", names: readonly string[]) =>
    [...(await reads.named(reader, kind, names)).values()].flat();
  const organizations = await reads.organizationsById(await idsOf("organization", responsible));
  const reports = await Promise.all((await idsOf("report", report)).map((id) => reads.report(reader, id)));
  const names = [
    ...[...organizations.values()].map(({ name }) => say.text(name).text),
    ...reports.flatMap((each) => (each ? [say.message("report.one", { reference: each.report.reference })] : [])),
    ...theme.map((each) => say.message("theme.one", { theme: each })),
  ];
  return names.length === 0 ? undefined : say.beside(names.map(shown));
}
