import { datasetOf } from "../dataset.ts";
import { type Load, load, textOf } from "../measure/load.ts";
import { spreadOf, turnsOf } from "../measure/turns.ts";
import { chooseWords } from "../questions/choose-words.ts";
import { startServer } from "../servers/server-process.ts";
import { worldToday } from "../world/organizations.ts";
import { makeTablesOfToday } from "./asked.ts";
import type { Bench, Figure, Result } from "./figure.ts";

/** The size that the largest one is compared with. */
const smaller = "100k";

/**
 * Each public page over HTTP, one request after another, beside the answer of the service that its page names as the same as data. At
 * 1,000,000 also beside the same page at 100,000.
 */
export const publicPages: Figure = {
  name: "pages",
  about: "each public page, the median and the 95th percentile of its time, beside the same as data",
  async run(bench) {
    const pages = await pagesOf(bench);
    const results: Result[] = [];
    for (const [name, path] of Object.entries(pages)) results.push(...(await timed(bench, name, path)));
    if (bench.dataset.size === "1m") results.push(...(await besideSmaller(bench, pages)));
    return results;
  },
};

type Pages = Readonly<Record<string, string>>;

/** The address of each page by its name. What it is about is the first thing that the list above it names. */
async function pagesOf({ heed, dataset }: Pick<Bench, "heed" | "dataset">): Promise<Pages> {
  const on = (path: string, asked: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams({ ...asked, asOf: worldToday })}`;
  const first = async (path: string, link: RegExp) => {
    const [, found] = link.exec(await textOf(heed, { path: on(path) })) ?? [];
    if (found === undefined) throw new Error(`${path} has no link ${link}`);
    return found;
  };
  const thing = (list: string) => first(`/en/${list}`, new RegExp(`href="(/en/${list}/[^"?#]+)[?"#]`));
  const responsible = decodeURIComponent(await first("/en", /\/en\/overdue\?[^"]*responsible=([^"&]+)/));
  // Words are chosen by counting these.
  await makeTablesOfToday({ heed, dataset });
  const words = await chooseWords(dataset.sql);
  const searches = words
    .filter(({ kind }) => kind.startsWith("nl "))
    .map(({ kind, word }) => [`search, ${kind} word`, on("/en/recommendations", { q: word })] as const);
  return {
    front: on("/en"),
    overdue: on("/en/overdue"),
    "overdue of who owes most": on("/en/overdue", { responsible }),
    owed: on("/en/owed"),
    "owed by who owes most": on("/en/owed", { responsible }),
    changes: on("/en/changes"),
    comparison: on("/en/comparison"),
    "comparison, those closed": on("/en/comparison", { movement: "closed" }),
    briefing: on("/en/briefing", { responsible }),
    recommendations: on("/en/recommendations"),
    "recommendations of who owes most": on("/en/recommendations", { responsible }),
    "recommendations, two filters": on("/en/recommendations", { responsible, assessed: "notAssessed" }),
    ...Object.fromEntries(searches),
    recommendation: on(await thing("recommendations")),
    reports: on("/en/reports"),
    report: on(await thing("reports")),
    organizations: on("/en/organizations"),
    organization: on(`/en/organizations/${encodeURIComponent(responsible)}`),
    themes: on("/en/themes"),
    theme: on(await thing("themes")),
    cycles: on("/en/cycles"),
    cycle: on(await thing("cycles")),
    rules: on("/en/rules"),
    about: on("/en/about"),
  };
}

async function timed(bench: Bench, name: string, path: string): Promise<Result[]> {
  const data = dataOf(await textOf(bench.heed, { path }));
  const pages: Load[] = [];
  const answers: Load[] = [];
  for (let round = 0; round < bench.rounds; round++) {
    pages.push(await oneByOne(bench, bench.heed, path));
    if (data !== undefined) answers.push(await oneByOne(bench, bench.heed, data));
  }
  const row = (part: string, of: "medianMs" | "p95Ms"): Result => {
    const own = pages.map((each) => each[of]);
    const turns =
      data === undefined
        ? { heed: spreadOf(own), rounds: own.length }
        : turnsOf(
            own,
            answers.map((each) => each[of]),
          );
    return {
      ...common(bench, `${name}, ${part}`),
      ...(data && { note: "the baseline is the same as data" }),
      ...turns,
    };
  };
  return [row("median", "medianMs"), row("95th percentile", "p95Ms")];
}

/** The answer of the service that a page names as the same as data. */
function dataOf(page: string): string | undefined {
  const [, href] = /<link rel="alternate" type="application\/json" href="([^"]*)"/.exec(page) ?? [];
  return href?.replaceAll("&amp;", "&");
}

async function besideSmaller(bench: Bench, pages: Pages): Promise<Result[]> {
  const dataset = await datasetOf(smaller, bench.dataset.database, bench.dataset.world);
  const server = await startServer("heed", dataset.url);
  const results: Result[] = [];
  try {
    const beside = await pagesOf({ heed: server.origin, dataset });
    for (const [name, path] of Object.entries(pages)) {
      const [large, small]: Load[][] = [[], []];
      for (let round = 0; round < bench.rounds; round++) {
        large?.push(await oneByOne(bench, bench.heed, path));
        small?.push(await oneByOne(bench, server.origin, beside[name] ?? path));
      }
      const medians = (of: Load[] = []) => of.map(({ medianMs }) => medianMs);
      const note = "the baseline is the same page at 100,000";
      results.push({
        ...common(bench, `${name}, beside ${smaller}`),
        note,
        ...turnsOf(medians(large), medians(small)),
      });
    }
  } finally {
    await server.stop();
    await dataset.sql.close();
  }
  return results;
}

function oneByOne({ seconds }: Bench, origin: string, path: string): Promise<Load> {
  return load(origin, () => ({ path }), { connections: 1, seconds: seconds / 2 });
}

function common({ dataset: { size, database } }: Bench, part: string) {
  return { figure: "pages", part, size, database, unit: "milliseconds" as const, connections: 1 };
}
