import { SeriesContent } from "@heed/core/collected-item/kinds/series";
import { SeriesFigures } from "@heed/core/read-models/series-figures";
import { tableOf } from "@heed/core/tables/list-table";
import { figuresInRows, seriesFigureColumns } from "@heed/core/tables/series-figure-columns";
import { hrefOf } from "../contract/base-path.ts";
import { Href } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { type Context, operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";

export const getSeriesFigures = operation({
  id: "getSeriesFigures",
  path: "/collectedItems/{id}/figures",
  tag: "collected",
  summary:
    "The numbers of a series of statistics, with their totals; small ones and those that would betray them are suppressed",
  description:
    "`id` is that of an item of the kind `series`. The public sees the years that the series publishes; who keeps the record of its body sees every year, every number, and who delivered what. A file leaves suppressed numbers out, whoever asks for it.",
  params: idParameter,
  output: linked(SeriesFigures, { href: Href }).meta({
    id: "SeriesFiguresAnswer",
    description: "The numbers of a series, with its address.",
  }),
  table: async (context, { id }) => {
    const { content, figures } = await figuresOf(context, id);
    return tableOf(seriesFigureColumns(content), [figuresInRows(figures)], context.language);
  },
  async handle(context, { id }) {
    const { figures } = await figuresOf(context, id);
    return { body: { href: hrefOf("collectedItems", id), ...figures } };
  },
});

async function figuresOf({ reads, reader }: Context, id: string) {
  const [detail, figures] = [await reads.collectedItem(reader, id), await reads.seriesFigures(reader, id)];
  if (detail === undefined || figures === undefined) throw notFound("series of statistics", id);
  return { content: SeriesContent.parse(detail.item.content), figures };
}
