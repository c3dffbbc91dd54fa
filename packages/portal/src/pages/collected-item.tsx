import type { CollectedItem } from "@heed/core/collected-item/collected-item";
import { itemKinds } from "@heed/core/collected-item/item-kinds";
import { yearProperties } from "@heed/core/collected-item/typed-content";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { organizationNamed } from "../asked/named.ts";
import type { Elsewhere, Page } from "../asked/page.ts";
import { ContentValue } from "../components/content-value.tsx";
import { type Fact, Facts } from "../components/facts.tsx";
import { MeetingReminder, readReminder } from "../components/meeting-reminder.tsx";
import { OrganizationLink } from "../components/organization-link.tsx";
import { RestsOnItView } from "../components/rests-on-it.tsx";
import { SeriesFiguresView } from "../components/series-figures-view.tsx";
import { Text } from "../components/text.tsx";
import { shown } from "../language/say.ts";

/** Where an id leads that an entry or a recommendation names. */
export async function collectedItemById(
  { reads, reader, way }: Asked,
  [id = ""]: readonly string[],
): Promise<Elsewhere | undefined> {
  const detail = await reads.collectedItem(reader, id);
  const body = detail && (await reads.organization(detail.item.issuingBody));
  return body && detail && { elsewhere: way(addresses.collectedItem(body.code, detail.item.reference)) };
}

/** One thing that a body collected, with what its kind tells. */
export async function collectedItem(
  asked: Asked,
  [named = "", reference = ""]: readonly string[],
): Promise<Page | Elsewhere | undefined> {
  const { reads, reader, say, way, data } = asked;
  const id = await organizationNamed(asked, named);
  const body = id === undefined ? undefined : await reads.organization(id);
  if (body === undefined) return undefined;
  const { items } = await reads.collectedItems(
    reader,
    { issuingBody: [body.id], reference: [reference] },
    { limit: 1 },
  );
  const [item] = items;
  if (item === undefined) return undefined;
  const address = addresses.collectedItem(body.code, item.reference);
  if (body.code !== named || item.reference !== reference) return { elsewhere: way(address) };
  const figures = item.kind === "series" ? await reads.seriesFigures(reader, item.id) : undefined;
  const reminded = await readReminder(asked, item);
  const restsOnIt = await reads.restsOnIt(reader, { item: item.id }, asked.today);
  const title = say.text(item.title);
  return {
    title: title.text,
    address,
    data: data(`/collectedItems/${encodeURIComponent(item.id)}`),
    path: [{ title: say.message("nav.collectedItems"), address: addresses.collectedItems() }],
    body: (
      <>
        <span class="govuk-caption-l">{say.label("collectedItemKind", item.kind)}</span>
        <h1 class="govuk-heading-l">
          <Text of={title} />
        </h1>
        {item.withdrawn && (
          <p class="govuk-inset-text">
            {say.message("collected.withdrawn", { day: say.day(item.withdrawn.on) })}{" "}
            <bdi>{shown(item.withdrawn.reason)}</bdi>
          </p>
        )}
        {item.confidential && <p class="govuk-inset-text">{say.message("collected.confidential")}</p>}
        {item.text && (
          <p class="govuk-body-l">
            <Text of={say.text(item.text)} />
          </p>
        )}
        <Facts
          facts={[
            { name: say.message("collected.reference"), value: <bdi>{shown(item.reference)}</bdi> },
            { name: say.message("collected.by"), value: <OrganizationLink asked={asked} organization={body} /> },
            { name: say.message("collected.year"), value: String(item.year) },
            ...themesOf(asked, item),
            ...contentOf(asked, item),
            ...(item.source?.illustrative
              ? [{ name: say.message("collected.source"), value: say.message("timeline.illustrative") }]
              : []),
          ]}
        />
        {reminded && <MeetingReminder asked={asked} reminded={reminded} />}
        {figures && <SeriesFiguresView say={say} content={item.content} figures={figures} />}
        <RestsOnItView asked={asked} restsOnIt={restsOnIt} />
      </>
    ),
  };
}

function themesOf({ say, way }: Asked, { themes }: CollectedItem): Fact[] {
  if (themes.length === 0) return [];
  const links = themes.slice(0, 50).map((theme, index) => (
    <>
      {index > 0 && ", "}
      <a class="govuk-link" href={way(addresses.collectedItems(), { theme })}>
        <bdi>{shown(theme)}</bdi>
      </a>
    </>
  ));
  return [{ name: say.message("filter.theme"), value: <>{links}</> }];
}

function contentOf(asked: Asked, { kind, content }: CollectedItem): Fact[] {
  const years = yearProperties(kind);
  return Object.entries(itemKinds[kind].words).flatMap(([name, words]) =>
    content[name] === undefined
      ? []
      : [
          {
            name: words[asked.say.language],
            value: <ContentValue {...{ kind, name, years }} say={asked.say} value={content[name]} />,
          },
        ],
  );
}
