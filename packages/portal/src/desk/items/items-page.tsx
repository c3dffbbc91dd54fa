import { ItemKindName } from "@heed/core/collected-item/item-kinds";
import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { Text } from "../../components/text.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { isEditor, readOwnBodies } from "../own-bodies.ts";
import { WayList } from "../way-list.tsx";

const pageSize = 50;

/** What the bodies of who edits collected, and the way to something new of each kind. */
export async function itemsPage(asked: DeskAsked): Promise<Page | undefined> {
  const { say, way, reads, reader, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const { bodies } = await readOwnBodies(asked);
  const page = pageAsked(asked, pageSize);
  const { items, total = 0 } = await reads.collectedItems(reader, bodies === undefined ? {} : { issuingBody: bodies }, {
    limit: pageSize,
    skip: (page - 1) * pageSize,
    withTotal: true,
  });
  const due = await reads.collectedItems(
    reader,
    { ...(bodies && { issuingBody: bodies }), toEraseOn: asked.today },
    { limit: pageSize },
  );
  const title = say.message("nav.collectedItems");
  return {
    title,
    address: deskAddresses.items(),
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <h2 class="govuk-heading-m">{say.message("collected.new")}</h2>
        <WayList
          ways={ItemKindName.options.map((kind) => [
            way(deskAddresses.newItem(kind)),
            say.label("collectedItemKind", kind),
          ])}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.importItems())}>
            {say.message("items.import")}
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.figures())}>
            {say.message("figures.desk")}
          </a>
        </p>
        {due.items.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say.message("collected.toErase")}</h2>
            <WayList
              ways={due.items.map(({ id, reference, content }) => [
                way(deskAddresses.item(id)),
                `${shown(reference)}, ${say.day(String(content.retainUntil))}`,
              ])}
            />
          </>
        )}
        <h2 class="govuk-heading-m">{say.message("collected.own", { total })}</h2>
        <ul class="govuk-list">
          {items.map(({ id, kind, reference, title: named, year, confidential, withdrawn }) => (
            <li key={id}>
              <a class="govuk-link" href={way(deskAddresses.item(id))}>
                <bdi>{shown(reference)}</bdi>
              </a>{" "}
              <Text of={say.text(named)} />{" "}
              <span class="heed-meta">
                {[
                  say.label("collectedItemKind", kind),
                  String(year),
                  ...(confidential ? [say.message("collected.confidential.short")] : []),
                  ...(withdrawn ? [say.message("collected.withdrawn.short")] : []),
                ].join(" · ")}
              </span>
            </li>
          ))}
        </ul>
        <Pager asked={asked} address={deskAddresses.items()} kept={{}} page={page} hasNext={page * pageSize < total} />
      </>
    ),
  };
}
