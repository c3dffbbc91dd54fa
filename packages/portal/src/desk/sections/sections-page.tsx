import { listedSections } from "@heed/core/report-section/section-tree";
import type { Page } from "../../asked/page.ts";
import { Text } from "../../components/text.tsx";
import { languageNameIn } from "../../language/language-name.ts";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { framed } from "../form/framed.tsx";
import { ownReport, pathTo } from "../reports/own-report.ts";
import { sectionsIn } from "./own-section.ts";

/** What a report says, in its order, with what is still to be done on each part. */
export async function sectionsPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const { say, way } = asked;
  const of = await ownReport(asked, id);
  if (of === undefined) return undefined;
  const sections = await sectionsIn(asked, id);
  return framed(asked, {
    title: say.message("section.list"),
    address: deskAddresses.sections(id),
    path: pathTo(asked, of.report),
    body: (
      <>
        <p class="govuk-body">{say.message("section.list.text")}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.newSection(id))}>
            {say.message("section.new")}
          </a>
        </p>
        <ol class="heed-list">
          {listedSections(sections).map(({ section, depth }) => (
            <li class="heed-row" key={section.id}>
              <h2 class="govuk-heading-s">
                {"– ".repeat(depth)}
                <a class="govuk-link" href={way(deskAddresses.section(section.id))}>
                  <bdi>{shown(section.reference)}</bdi>{" "}
                  <Text of={say.text(section.title, [section.authenticLanguage])} />
                </a>
              </h2>
              <p class="heed-meta">
                {[
                  section.withdrawn
                    ? say.message("collected.withdrawn.short")
                    : say.label("sectionState", section.state),
                  ...(section.kind ? [shown(section.kind)] : []),
                  ...section.stale.map((language) =>
                    say.message("section.stale", { language: languageNameIn(say.language, language) }),
                  ),
                ].join(" · ")}
              </p>
            </li>
          ))}
        </ol>
      </>
    ),
  });
}
