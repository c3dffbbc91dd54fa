import { type Day, DomainError, type Id, Level, type Link, LinkType, Role } from "@heed/core";
import type { LevelOverride, SetLevel } from "@heed/core/recommendation-standing/level-override";
import { type Command, Option } from "commander";
import { changeOption, dueDate, textOption } from "../options/act-options.ts";
import { day, repeatable } from "../options/options.ts";
import { words } from "../present/words.ts";
import { type Tracker, theOrganization } from "../process/tracker.ts";
import { onRegister, type RegisterOptions } from "./act-on-register.ts";
import { theRecommendation } from "./recommendation.ts";
import { theReport } from "./report.ts";

type DueDate = ReturnType<typeof dueDate>;

type AddOptions = RegisterOptions & {
  reference: string;
  title?: Record<string, string>;
  text?: Record<string, string>;
  theme?: string[];
  partOf?: string;
  label?: string;
  by?: string;
  due?: DueDate;
  addressee?: string[];
};

const addresseeOption = () =>
  repeatable("--addressee <name[:role]>", `the addressee; its role is ${Role.options.join(", ")} (default: lead)`);

const dueOption = () => new Option("--due <date>", "its own deadline").argParser(dueDate);

/** A date that is given replaces the one before as a whole. */
function changeOfDue(due: DueDate | undefined): object {
  return due === undefined ? {} : { implementationDue: due };
}

/** Adds the acts on recommendations: in a draft, and after publication. */
export function addRecommendationActs(program: Command): void {
  const recommendation = program.commands.find((each) => each.name() === "recommendation");
  if (recommendation === undefined) return;
  addDraftActs(recommendation);
  addCorrect(recommendation);
  addLink(recommendation);
  addOverride(recommendation);
}

function addDraftActs(recommendation: Command): void {
  onRegister<AddOptions>(
    recommendation,
    "addRecommendation",
    (command) =>
      command
        .requiredOption("--reference <reference>", "its reference, as it will be printed")
        .addOption(textOption("--title <text>", "its title"))
        .addOption(textOption("--text <text>", "its text"))
        .addOption(repeatable("--theme <theme>", "a theme"))
        .option("--part-of <reference>", "the recommendation of the draft of which it is a part")
        .option("--label <label>", "the part's label, such as a")
        .option("--by <name>", "the issuing body, if it is not the report's")
        .addOption(dueOption())
        .addOption(addresseeOption()),
    async (tracker, { reference, title, text, theme, partOf, label, by, due, addressee }, [report = ""]) => {
      const thing = await theReport(tracker, report);
      return {
        thing,
        input: {
          reference,
          title,
          text,
          themes: theme,
          partOf: partOf === undefined ? undefined : await inDraft(tracker, thing, partOf),
          label,
          issuingBody: by === undefined ? undefined : await theOrganization(tracker, "--by", by),
          implementationDue: due,
          addressees: await addressees(tracker, addressee),
        },
      };
    },
  );
  onRegister<RegisterOptions & { change?: object; due?: DueDate; addressee?: string[] }>(
    recommendation,
    "changeRecommendation",
    (command) =>
      command
        .addOption(changeOption('{"themes":["victims"]}').makeOptionMandatory(false))
        .addOption(dueOption())
        .addOption(addresseeOption()),
    async (tracker, { change, due, addressee }, [report = "", reference = ""]) => {
      const thing = await theReport(tracker, report);
      return {
        thing,
        part: await inDraft(tracker, thing, reference),
        input: { ...change, ...changeOfDue(due), addressees: await addressees(tracker, addressee) },
      };
    },
  );
  onRegister(
    recommendation,
    "removeRecommendation",
    (command) => command,
    async (tracker, _, [report = "", reference = ""]) => {
      const thing = await theReport(tracker, report);
      return { thing, part: await inDraft(tracker, thing, reference) };
    },
  );
}

function addCorrect(recommendation: Command): void {
  onRegister<RegisterOptions & { change?: object; due?: DueDate; by?: string; report?: string[] }>(
    recommendation,
    "correctRecommendation",
    (command) =>
      command
        .addOption(changeOption('{"text":{"en":"…"}}').makeOptionMandatory(false))
        .addOption(dueOption())
        .option("--by <name>", "its own issuing body, where it was recorded under another one")
        .addOption(repeatable("--report <reference>", "the report, where several have the reference")),
    async (tracker, { change, due, by, report }, [reference = ""]) => ({
      thing: (await theRecommendation(tracker, reference, report, tracker.today)).id,
      input: {
        ...change,
        ...changeOfDue(due),
        ...(by !== undefined && { issuingBody: await theOrganization(tracker, "--by", by) }),
      },
    }),
  );
}

type LinkOptions = RegisterOptions & { type: LinkType; on?: Day; echoes?: string; reason?: string };

function addLink(recommendation: Command): void {
  onRegister<LinkOptions>(
    recommendation,
    "link",
    (command) =>
      command
        .addOption(new Option("--type <type>", "how").choices(LinkType.options).makeOptionMandatory())
        .option("--echoes <text>", "the external recommendation that it echoes, such as a paragraph of a treaty body")
        .addOption(
          new Option("--on <day>", "the day from which it counts (default: the first one's publication)").argParser(
            day,
          ),
        )
        .option("--reason <text>", "why"),
    async (tracker, { type, on, echoes, reason }, [from = "", to]) => ({
      thing: (await theRecommendation(tracker, from, undefined, tracker.today, false)).id,
      input: {
        type,
        to: to === undefined ? undefined : (await theRecommendation(tracker, to, undefined, tracker.today, false)).id,
        echoes,
        on,
        reason,
      },
    }),
    ({ body }) => {
      const { id, type, from, to, echoes, on } = body as Link;
      return `Recorded: ${from} ${words(type)} ${to ?? echoes} from ${on} [${id}]\n`;
    },
  );
}

type OverrideOptions = RegisterOptions & {
  level: Level;
  on?: Day;
  reason: Record<string, string>;
  report?: string[];
};

function addOverride(recommendation: Command): void {
  const withReason = (command: Command) =>
    command
      .addOption(textOption("--reason <text>", "why").makeOptionMandatory())
      .addOption(new Option("--on <day>", "the day from which it counts (default: today)").argParser(day))
      .addOption(repeatable("--report <reference>", "the report, where several have the reference"));
  onRegister<OverrideOptions>(
    recommendation,
    "overrideLevel",
    (command) =>
      withReason(command).addOption(
        new Option("--level <level>", "where it stands").choices(Level.options).makeOptionMandatory(),
      ),
    async (tracker, { level, on, reason, report }, [reference = ""]) => ({
      thing: (await theRecommendation(tracker, reference, report, tracker.today)).id,
      input: { level, on, reason },
    }),
    ({ body }) => {
      const { id, level, on } = body as SetLevel;
      return `Recorded: ${words(level)} from ${on} [${id}]\n`;
    },
  );
  onRegister<Omit<OverrideOptions, "level"> & { override?: string }>(
    recommendation,
    "withdrawLevelOverride",
    (command) => withReason(command).option("--override <id>", "another one, by its id"),
    async (tracker, { override, on, reason, report }, [reference = ""]) => {
      const { id } = await theRecommendation(tracker, reference, report, tracker.today);
      return {
        thing: id,
        part: override ?? (await overrideInForce(tracker, id, reference, on)),
        input: { on, reason },
      };
    },
    ({ body }) => {
      const { withdraws, on, id } = body as LevelOverride;
      return `Recorded: ${withdraws} is taken back from ${on} [${id}]\n`;
    },
  );
}

/** Errors: invalidStateTransition where none is. */
async function overrideInForce(
  { reads, reader, today }: Tracker,
  id: Id,
  reference: string,
  on: Day = today,
): Promise<Id> {
  const override = (await reads.recommendationStanding(reader, id, on))?.override;
  if (override !== undefined) return override.id;
  throw new DomainError("invalidStateTransition", `no override of ${reference} is in force on ${on}`);
}

async function inDraft(tracker: Tracker, report: Id, reference: string): Promise<Id> {
  return (await theRecommendation(tracker, reference, [report], tracker.today)).id;
}

async function addressees(tracker: Tracker, given: readonly string[] | undefined): Promise<object[] | undefined> {
  if (given === undefined) return undefined;
  return Promise.all(
    given.map(async (each) => {
      const [name = "", role] = each.split(/:(?=[^:]*$)/);
      const parsed = Role.optional().safeParse(role);
      if (!parsed.success)
        throw new DomainError("invalidInput", "an addressee cannot be read", [
          { name: "--addressee", value: each, detail: `the role is one of ${Role.options.join(", ")}` },
        ]);
      return {
        organization: await theOrganization(tracker, "--addressee", name),
        ...(parsed.data && { role: parsed.data }),
      };
    }),
  );
}
