import type { DocumentDifference } from "@heed/core/report-document/document-differences";
import { type Frozen, frozenLanguage, sinceFrozen } from "@heed/core/report-document/report-errata";
import type { JSX } from "preact";
import type { Asked } from "../asked/asked.ts";
import { languageNameIn } from "../language/language-name.ts";
import { type Say, shown } from "../language/say.ts";
import { Differences } from "./differences.tsx";

type Reading = Pick<Asked, "reads" | "say" | "data">;

/** A frozen report: its documents, the errata that were told, and what the record says otherwise since. */
export async function reportErrata(asked: Reading, report: Frozen): Promise<JSX.Element> {
  const { reads, say } = asked;
  const differences = await sinceFrozen(reads, report, frozenLanguage(report, say.language));
  return (
    <>
      <FrozenDocuments asked={asked} report={report} />
      <h3 class="govuk-heading-s">{say.message("frozen.since")}</h3>
      <Since say={say} differences={differences} />
    </>
  );
}

/** The documents of a frozen report with their digests, and the errata that were told. */
export function FrozenDocuments({
  asked: { say, data },
  report,
}: {
  asked: Pick<Asked, "say" | "data">;
  report: Frozen;
}) {
  const { frozen, errata = [] } = report;
  const file = (lang: string, format: string) =>
    data(`/reports/${encodeURIComponent(report.id)}/document`, { lang, format });
  return (
    <>
      <p class="govuk-body">{say.message("frozen.on", { day: say.day(frozen.on) })}</p>
      <ul class="govuk-list heed-downloads">
        {frozen.documents.map(({ language, format, digest }) => (
          <li key={digest}>
            <a class="govuk-link" href={file(language, format)} rel="nofollow">
              {languageNameIn(say.language, language)}, {say.message(`document.${format}`)}
            </a>{" "}
            <code class="heed-digest">{digest}</code>
          </li>
        ))}
      </ul>
      {errata.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{say.message("frozen.errata")}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {errata.map(({ recordedAt, text }) => (
              <li key={recordedAt}>
                {say.day(recordedAt.slice(0, 10))}
                {say.colon}
                <bdi>{shown(text)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Since({ say, differences }: { say: Say; differences: readonly DocumentDifference[] | undefined }) {
  if (differences === undefined || differences.length === 0)
    return <p class="govuk-body">{say.message(differences === undefined ? "frozen.unknown" : "frozen.nothing")}</p>;
  return (
    <Differences
      label={say.message("frozen.since")}
      heads={{ where: say.message("frozen.where"), was: say.message("frozen.was"), is: say.message("frozen.is") }}
      rows={differences.map(({ section, was = "", is = "" }) => ({
        where: section.length === 0 ? say.message("frozen.whole") : section.join(" › "),
        ...{ was, is },
      }))}
    />
  );
}
