import { type ActName, acts, type Day } from "@heed/core";
import { nouns } from "@heed/core/acting/act-texts";
import { rolesOf } from "@heed/core/acting/action-rule";
import type { PropertyKind } from "@heed/core/acting/property-kind";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { rolesOfAct } from "@heed/core/acts/permit";
import type { NewEvidenceItem } from "@heed/core/follow-up/entries/evidence";
import { withoutAbsent } from "@heed/core/without-absent";
import { type Command, Option } from "commander";
import type { ActorOptions } from "../acting/acting-as.ts";
import { type LocalEvidence, withFilesTakenIn } from "../acting/local-file.ts";
import { sayIn } from "../messages/say.ts";
import { withCitations } from "../named/cited-evidence.ts";
import { lookedUp } from "../named/look-up.ts";
import { entryIds } from "../named/the-entry.ts";
import { theFollowUp } from "../named/the-follow-up.ts";
import { organizationsOf, requireOwnOrganization } from "../named/the-organization.ts";
import { addActorOptions, expectedOf, plainTextOption } from "../options/act-options.ts";
import { issueByOption, namedByOptions } from "../options/by-option.ts";
import type { CitedEvidence } from "../options/cited-evidence.ts";
import { type GivenProperty, inputOptions, type Values } from "../options/input-options.ts";
import { day, type Format, repeatable } from "../options/options.ts";
import { describeEntry } from "../present/entry.ts";
import { entryNames } from "../present/entry-names.ts";
import { nameAndCode } from "../present/organization-names.ts";
import type { HeedCommand } from "../process/program.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";
import { writesOf } from "../process/writing.ts";

type Common = ActorOptions & {
  addressee?: string[];
  report?: string[];
  givenOn?: Day;
  source?: string;
  for?: string[];
  format: Format;
};

/** Adds the command of each act on a follow-up. */
export function addActs(program: HeedCommand): void {
  for (const [name, act] of Object.entries(acts) as [ActName, FollowUpAct][]) {
    const { noun, verb, about } = act.command;
    const parent =
      (program.commands.find((each) => each.name() === noun) as HeedCommand | undefined) ??
      program.command(noun).description(nouns[noun as keyof typeof nouns]);
    const command = parent.command(`${verb} <reference>`).description(about);
    const { options, inputOf, given } = inputOptions(act.input, act.command.options);
    for (const option of options) command.addOption(option);
    command
      .addOption(repeatable("--addressee <name>", "the addressee, where there are several"))
      .addOption(repeatable("--report <reference>", "the report, where several have the reference"))
      .addOption(
        repeatable(
          "--for <organization>",
          "the organization for which a respondent acts, or the issuing body of an assessor or editor",
        ),
      );
    // A correction keeps the day of what it corrects; its change gives the source of an entry that has none.
    if ("givenOn" in act.input.shape)
      command
        .addOption(
          new Option(
            "--given-on <day>",
            "the day it reached the other side (default: today); an earlier one needs --source, and is not for a respondent",
          ).argParser(day),
        )
        .addOption(
          plainTextOption(
            "--source <text>",
            "where it was said or published (needed when an editor records it for the addressee, and with an earlier day)",
          ),
        );
    command.needs((values) => alsoNeeded(act, values as Values & Common));
    addActorOptions(command, rolesOfAct(act), editorMay(act)).action(
      async (reference: string, values: Values & Common, own: Command) => {
        await withTracker(own, (tracker) => perform(tracker, name, reference, inputOf(values), given, values), "write");
      },
    );
  }
}

/** Whether an editor may do each of the actions that an act may be. */
function editorMay({ actions }: FollowUpAct): boolean {
  return Object.values(actions).every((rule) => rolesOf(rule).includes("editor"));
}

/** What names an entry of the follow-up. */
const entryKinds: readonly PropertyKind[] = ["entry", "deadline"];

/**
 * Evidence where it is all that is added; where it was said, of an editor for the addressee; for whom, of a respondent. Who
 * acts at a service is told by the token.
 */
function alsoNeeded({ actions, input }: FollowUpAct, values: Values & Common & { server?: string }): string[] {
  const role = values.server === undefined ? values.role : undefined;
  const isOfAddressee = Object.values(actions).every(({ onBehalf, roles }) => onBehalf && !roles.includes("editor"));
  const needsEvidence = input.shape.evidence?.isOptional() === false;
  const hasEvidence = values.evidence !== undefined || values.confidentialEvidence !== undefined;
  const hasFile = ["file", "confidentialFile", "cites", "confidentialCites"].some((name) => values[name] !== undefined);
  return [
    ...(needsEvidence && !hasEvidence && !hasFile ? ["--evidence <kind:title>"] : []),
    ...(isOfAddressee && role === "editor" && values.source === undefined ? ["--source <text>"] : []),
    ...(role === "respondent" && values.for === undefined ? ["--for <organization>"] : []),
  ];
}

async function perform(
  tracker: Tracker,
  act: ActName,
  reference: string,
  input: Values,
  given: readonly GivenProperty[],
  common: Common,
): Promise<void> {
  requireOwnOrganization(common.role, "--for", common.for);
  const named = await theFollowUp(tracker, reference, common, tracker.today);
  const followUp = named.id;
  const organizations = await organizationsOf(tracker, "--for", common.for);
  const entriesAsked = given.some(({ property, kind }) => entryKinds.includes(kind) && input[property] !== undefined);
  const known = entriesAsked ? await entryIds(tracker, followUp) : [];
  const content = withoutAbsent({
    ...(await lookedUp(tracker, input, given, { entries: known })),
    givenOn: common.givenOn,
    source: common.source === undefined ? undefined : { name: common.source },
  });
  const writes = await writesOf(tracker, common, organizations);
  const { evidence } = content as { evidence?: readonly (NewEvidenceItem | LocalEvidence | CitedEvidence)[] };
  const taken = evidence && { evidence: await withFilesTakenIn(await withCitations(tracker, evidence), writes) };
  const { version, entries, warnings } = await namedByOptions(given, () =>
    writes.perform({ followUp, act, input: { ...content, ...taken }, ...expectedOf(common) }),
  );
  for (const { name, value, detail } of warnings.map((each) => issueByOption(each, given)))
    writeError(`heed: please check ${name} ${value}: ${detail}\n`);
  if (common.format === "json")
    return writeJson({
      followUp,
      version,
      total: entries.length,
      items: entries,
      ...(warnings.length > 0 && { warnings }),
    });
  const nameOf = await entryNames(tracker.reads, entries, undefined, known);
  const on = `${named.reference}, ${nameAndCode(named.addressee, undefined)} (version ${version})`;
  await write(
    entries
      .map(
        (entry) => `Recorded on ${on}: ${describeEntry(entry, sayIn(undefined), nameOf)} [${nameOf.entry(entry.id)}]\n`,
      )
      .join(""),
  );
}
