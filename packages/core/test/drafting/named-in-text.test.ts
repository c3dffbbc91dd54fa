import { expect, it } from "vitest";
import { namedInText } from "../../src/drafting/named-in-text.ts";
import { searchableName } from "../../src/organization/organization.ts";

const names = [
  ["police", "Police"],
  ["federal-police", "Police fédérale"],
  ["justice", "SPF Justice"],
  ["short", "FOD"],
].map(([organization = "", name = ""]) => ({ organization, name: searchableName(name) }));

it.each([
  ["Que la police FEDERALE\nforme ses agents, avec le SPF  Justice.", ["federal-police", "justice"]],
  ["Le SPF Justice informe la police.", ["justice", "police"]],
  ["Les policiers du FOD.", []],
  ["", []],
])("the organizations that %j names are %j", (fr, expected) => {
  expect(namedInText({ fr }, names)).toEqual(expected);
});
