import type { Instant, Organization, OrganizationChange, ReportingCycle } from "@heed/core";
import { withSuccessors } from "@heed/core/organization/succession";
import { type Chance, chance } from "./chance.ts";

export const themes = [
  "victims",
  "detection",
  "prosecution",
  "prevention",
  "training",
  "data",
  "labour",
  "minors",
  "assets",
  "migration",
  "cooperation",
  "budget",
];

export const firstYear = 1995;
export const lastYear = 2025;
/** Since this year the issuing bodies ask for yearly updates. */
const firstRound = 2012;
/** The date of today in the world: figures ask about this day, whenever they are measured. */
export const worldToday = "2026-06-30";

const addresseeCount = 60;
const levels = ["federal", "community", "region", "local", "judiciary", "police"] as const;

export type Register = {
  issuingBodies: readonly Organization[];
  /** The organizations that reports name; the first ones are named most often. */
  addressees: readonly Organization[];
  /** All organizations, including successors. */
  organizations: readonly Organization[];
  changes: readonly OrganizationChange[];
  /** By the first organization of a line: only these changes affect it. */
  changesOf: ReadonlyMap<string, readonly OrganizationChange[]>;
  /** By the issuing body that a report names, including the cycles of its successors. */
  cyclesOf: ReadonlyMap<string, readonly ReportingCycle[]>;
  cycles: readonly ReportingCycle[];
};

/**
 * The same for every size: four issuing bodies, sixty addressees, twelve changes of organizations and yearly cycles.
 */
export function registerOf(seed: number): Register {
  const dice = chance(seed, 1_000_001);
  const organization = (code: string, fr: string, nl: string, en: string, level: Organization["level"]) =>
    ({ id: dice.id(), code, name: { fr, nl, en }, otherNames: [], level }) satisfies Organization;
  const issuingBodies = [1, 2, 3, 4].map((n) =>
    organization(
      `centre-${n}`,
      `Centre d’évaluation ${n}`,
      `Evaluatiecentrum ${n}`,
      `Evaluation Centre ${n}`,
      "federal",
    ),
  );
  const addressees = Array.from({ length: addresseeCount }, (_, index) =>
    organization(
      `service-${index + 1}`,
      `Service public ${index + 1}`,
      `Overheidsdienst ${index + 1}`,
      `Public Service ${index + 1}`,
      levels[index % levels.length] ?? "other",
    ),
  );
  const successors = Array.from({ length: 14 }, (_, index) =>
    organization(
      `new-service-${index + 1}`,
      `Nouveau service ${index + 1}`,
      `Nieuwe dienst ${index + 1}`,
      `New Service ${index + 1}`,
      levels[index % levels.length] ?? "other",
    ),
  );
  const changes = changesAmong(dice, issuingBodies, addressees, successors);
  const starts = [...issuingBodies, ...addressees];
  const changesOf = new Map(starts.map(({ id }) => [id, along(id, changes)]));
  const cycles = [...issuingBodies, ...successors.slice(-1)].flatMap(({ id }) => cyclesOfBody(dice, id, changes));
  const cyclesOf = new Map(
    issuingBodies.map(({ id }) => {
      const line = withSuccessors(id, changes);
      return [id, cycles.filter(({ issuingBody }) => line.has(issuingBody))];
    }),
  );
  return {
    issuingBodies,
    addressees,
    organizations: [...starts, ...successors],
    changes,
    changesOf,
    cycles,
    cyclesOf,
  };
}

/**
 * Renamings, mergers, splits with and without themes, absorptions, a dissolution; and one issuing body with a
 * successor.
 */
function changesAmong(
  dice: Chance,
  issuingBodies: readonly Organization[],
  addressees: readonly Organization[],
  successors: readonly Organization[],
): OrganizationChange[] {
  const at = (list: readonly Organization[], index: number) => (list[index] as Organization).id;
  const change = (
    type: OrganizationChange["type"],
    on: string,
    originals: string[],
    results: [string, string[]?][],
  ): OrganizationChange => ({
    id: dice.id(),
    type,
    on,
    originals,
    results: results.map(([organization, some]) => ({ organization, themes: some ?? [] })),
    recordedAt: instant(on),
  });
  const old = (index: number) => at(addressees, index);
  const young = (index: number) => at(successors, index);
  return [
    change("renamed", "2001-01-01", [old(2)], [[young(0)]]),
    change("renamed", "2002-06-15", [old(5)], [[young(1)]]),
    change("renamed", "2014-03-15", [young(0)], [[young(2)]]),
    change("merged", "2007-01-01", [old(7), old(11)], [[young(3)]]),
    change("merged", "2016-09-01", [old(14), old(18), old(23)], [[young(4)]]),
    change(
      "split",
      "2009-01-01",
      [old(4)],
      [
        [young(5), ["victims", "minors", "training"]],
        [young(6), ["data", "labour"]],
      ],
    ),
    change("split", "2019-04-01", [old(9)], [[young(7)], [young(8)]]),
    change("absorbed", "2011-07-01", [old(30)], [[old(0)]]),
    change("absorbed", "2020-01-01", [old(34)], [[old(1)]]),
    change("dissolved", "2017-12-31", [old(40)], []),
    change("renamed", "2018-01-01", [old(20)], [[young(9)]]),
    change("renamed", "2013-03-16", [at(issuingBodies, 3)], [[young(13)]]),
  ];
}

/** The changes that an organization and its successors went through. */
function along(start: string, changes: readonly OrganizationChange[]): OrganizationChange[] {
  const line = withSuccessors(start, changes);
  return changes.filter(({ originals }) => originals.some((original) => line.has(original)));
}

/**
 * One cycle a year since 2012, while the body exists: it opens in January, updates are due by the end of March,
 * assessments by the end of June.
 */
function cyclesOfBody(dice: Chance, issuingBody: string, changes: readonly OrganizationChange[]): ReportingCycle[] {
  const began = changes.find(({ results }) => results.some(({ organization }) => organization === issuingBody))?.on;
  const ended = changes.find(({ originals }) => originals.includes(issuingBody))?.on;
  const cycles: ReportingCycle[] = [];
  for (let year = firstRound; year <= lastYear; year++) {
    const opensOn = `${year + 1}-01-05`;
    if ((began !== undefined && opensOn < began) || (ended !== undefined && opensOn >= ended)) continue;
    cycles.push({
      id: dice.id(),
      issuingBody,
      year,
      opensOn,
      updatesDueOn: `${year + 1}-03-31`,
      assessmentsDueOn: `${year + 1}-06-30`,
      ...(year < lastYear && { publishedOn: `${year + 1}-10-15` }),
    });
  }
  return cycles;
}

export function instant(day: string): Instant {
  return `${day}T09:00:00.000Z`;
}
