import type { ChangeItem } from "@heed/core/read-models/change-item";
import { h, type VNode } from "preact";
import { render } from "preact-render-to-string";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { changesAsked } from "../asked/changes-asked.ts";
import type { FeedAnswer } from "../asked/feed-answer.ts";
import { pageAsked } from "../asked/parameters.ts";
import { chosenNames } from "./chosen-names.ts";
import { idOfChange, idOfFeed } from "./lasting-id.ts";
import { toldChange } from "./told-change.ts";

/** The changes in one document; the others are in the next one, to which it leads (RFC 5005). */
const pageSize = 500;

/** What changed, as the list of the page has it, the newest first: an Atom feed (RFC 4287) in the language of the address. */
export async function changesFeed(asked: Asked): Promise<FeedAnswer> {
  const { reads, reader, say, asOf, origin, way, parameters } = asked;
  const page = pageAsked(asked, pageSize);
  const { filter, kind } = await changesAsked(asked);
  const [{ items, total = 0 }, names] = await Promise.all([
    reads.changes(
      reader,
      { ...filter, ...(kind && { kind: [kind] }) },
      { limit: pageSize, skip: (page - 1) * pageSize, withTotal: true },
    ),
    chosenNames(asked),
  ]);
  const title = say.message("changes.title");
  const { issuingBody, responsible, report, theme, from } = parameters;
  const query: Query = { kind, issuingBody, responsible, report, theme, from: from && filter.from };
  const here = (on: number) => origin + way(addresses.changesFeed(), { ...query, page: on === 1 ? undefined : on });
  const days = { from: say.day(filter.from), to: say.day(asOf) };
  const feed = h(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": say.language },
    h("id", null, idOfFeed(addresses.changesFeed(), say.language, JSON.stringify(query))),
    h("title", null, names === undefined ? title : `${title}${say.colon}${names}`),
    h("subtitle", null, say.message("changes.count", { total, ...days })),
    h("updated", null, momentOf(items[0]?.day ?? filter.from)),
    h("author", null, h("name", null, say.message("site.name"))),
    link("self", "application/atom+xml", here(page)),
    link("alternate", "text/html", origin + way(addresses.changes(), query)),
    page > 1 && link("previous", "application/atom+xml", here(page - 1)),
    page * pageSize < total && link("next", "application/atom+xml", here(page + 1)),
    items.map((item) => entry(asked, item)),
  );
  const body = `<?xml version="1.0" encoding="utf-8"?>\n${render(feed)}\n`;
  return { feed: { mediaType: "application/atom+xml", body } };
}

function entry(asked: Asked, item: ChangeItem): VNode {
  const { say, origin } = asked;
  const { what, recommendation, address, facts } = toldChange(asked, item);
  return h(
    "entry",
    null,
    h("id", null, `urn:uuid:${idOfChange(item)}`),
    h("title", null, `${what}${say.colon}${recommendation}`),
    h("updated", null, momentOf(item.day)),
    h("category", { term: item.kind, label: what }),
    link("alternate", "text/html", origin + address),
    h("summary", null, say.beside(facts)),
  );
}

function link(rel: string, type: string, href: string): VNode<{ rel: string; type: string; href: string }> {
  return h("link", { rel, type, href });
}

/** A change is a fact of a day; a feed asks for a moment. */
function momentOf(day: string): string {
  return `${day}T00:00:00Z`;
}
