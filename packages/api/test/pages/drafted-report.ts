import type { servedDesks } from "./desk-forms.ts";

/** A draft with one recommendation: its page, and that of the recommendation. */
export async function draftedReport(
  { send, get }: ReturnType<typeof servedDesks>,
  language = "en",
): Promise<{ report: string; recommendation: string }> {
  const sound = { issuingBody: "myria", reference: "Fault", reportingYear: "2014", key: "draft", do: "draftReport" };
  const made = await send("peeters", `/${language}/desk/reports/new`, sound);
  const report = (made.headers.location ?? "").replace(/\?.*/, "");
  await send("peeters", `${report}/add`, { reference: "1", addressees: "just", key: "one", do: "add" });
  const recommendation = /href="(\/[a-z]{2}\/desk\/recommendations\/[^"?]+)"/.exec(
    (await get("peeters", report)).text,
  )?.[1];
  return { report, recommendation: recommendation ?? "" };
}
