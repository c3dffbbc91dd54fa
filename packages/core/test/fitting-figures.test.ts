import { expect, test } from "vitest";
import { CollectedItem } from "../src/collected-item/collected-item.ts";
import { comesOfCorrectedSeries, droppedNumbers, unfittingFigures } from "../src/statistics/fitting-figures.ts";

const base = { issuingBody: "centre", year: 2014, title: { en: "Victims" } };
const seriesOf = (codes: readonly string[]) =>
  CollectedItem.parse({
    ...{ ...base, id: "s", kind: "series", reference: "STAT-1" },
    content: {
      definition: { en: "Who was met." },
      unit: "persons",
      rows: codes.map((code) => ({ code })),
      smallBelow: 0,
    },
  });
const figuresOf = (id: string, rows: readonly string[], more: object = {}) =>
  CollectedItem.parse({
    ...{ ...base, id, kind: "figures", reference: id },
    content: { series: "stat-1", deliveredBy: "Payoke", cells: rows.map((row) => ({ row, value: 3 })) },
    ...more,
  });
const series = seriesOf(["women", "men"]);

test("figures fit their series, and nobody delivers a year twice", () => {
  const told = (item: CollectedItem, others: readonly CollectedItem[]) =>
    unfittingFigures(item, others).map((issue) => [issue.name, comesOfCorrectedSeries(issue)]);
  const whole = figuresOf("F-1", ["women", "men"]);
  expect(told(whole, [series, whole])).toEqual([]);
  expect(told(whole, [])).toEqual([["content.series", false]]);
  expect(told(figuresOf("F-2", ["women", "men"]), [series, whole])).toEqual([["content.deliveredBy", false]]);
  expect(told(figuresOf("F-2", ["women", "men"], { year: 2015 }), [series, whole])).toEqual([]);
  expect(told(figuresOf("F-2", ["women", "men", "others"]), [series])).toEqual([["content.cells.2", false]]);
  expect(told(figuresOf("F-2", ["women"]), [series])).toEqual([["content.cells", true]]);
});

test("a series keeps the rows for which numbers were delivered", () => {
  const has = [figuresOf("F-1", ["women", "men"])];
  expect(droppedNumbers(series, seriesOf(["women", "men", "others"]), has)).toEqual([]);
  expect(droppedNumbers(series, seriesOf(["women"]), has)).toMatchObject([{ name: "content.rows", value: "men" }]);
  expect(droppedNumbers(series, seriesOf([]), has).map(({ value }) => value)).toEqual(["women", "men"]);
  const withdrawn = figuresOf("F-1", ["women", "men"], { withdrawn: { on: "2015-01-01", reason: "Wrong." } });
  expect(droppedNumbers(series, seriesOf([]), [withdrawn])).toEqual([]);
});
