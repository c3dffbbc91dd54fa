import { defaultSettings } from "@heed/core";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { expect, test } from "vitest";
import type { Asked } from "../src/asked/asked.ts";
import { calendarUpTo } from "../src/feeds/owed-calendar.ts";
import { pageLanguages } from "../src/language/languages.ts";
import { sayIn } from "../src/language/say.ts";

/** Deadlines of the first days of a month; before them something that has none. */
function items(count: number): ObligationItem[] {
  const names = { name: { en: "Justice" }, id: "justice", code: "just" };
  const one = (place: number) => ({
    ...{ followUp: `f${place}`, kind: "response", timeliness: "overdue", moves: 0, reasons: [] },
    ...{ addressee: names, responsible: names, report: { reference: "2011", authenticLanguages: ["en"] } },
    recommendation: { reference: `${place}`, title: { en: "Train" }, text: { en: "Train." } },
    ...(place > 0 && { due: `2015-03-0${place}` }),
  });
  return Array.from({ length: count + 1 }, (_, place) => one(place)) as unknown as ObligationItem[];
}

function asked(language: (typeof pageLanguages)[number], count: number): Asked {
  const reads = {
    obligations: async () => ({ total: count + 1 }),
    obligationItems: async function* () {
      yield items(count);
    },
    settings: async () => defaultSettings,
    named: async () => new Map(),
    organizationsById: async () => new Map(),
  };
  const say = sayIn(language);
  const way = (address: string) => address;
  return { reads, say, way, origin: "", asOf: "2015-06-30", parameters: {} } as unknown as Asked;
}

const described = (body: unknown) =>
  /X-WR-CALDESC:((?:.|\r\n )*)/.exec(String(body))?.[1]?.replaceAll("\r\n ", "") ?? "";
const eventsIn = (body: unknown) => String(body).split("BEGIN:VEVENT").length - 1;

test.each(pageLanguages)(
  "a calendar that has no room for all deadlines says where it ends, in %s",
  async (language) => {
    const whole = (await calendarUpTo(asked(language, 3), 3)).feed;
    const cut = (await calendarUpTo(asked(language, 4), 3)).feed;
    expect([eventsIn(whole?.body), eventsIn(cut?.body)]).toEqual([3, 3]);
    const last = sayIn(language).day("2015-03-03");
    expect(described(cut?.body)).toContain(sayIn(language).message("feeds.calendarEnds", { most: 3, day: last }));
    expect(described(whole?.body)).not.toContain(last);
  },
);
