import {
  type ActionRule,
  type ActName,
  actions,
  ClosureReason,
  type Day,
  DomainError,
  Evidence,
  Level,
  Role,
} from "@heed/core";
import { NewResponse } from "@heed/core/acts/addressee-acts";
import { NewAssessment } from "@heed/core/acts/issuing-body-acts";
import type { ActionRole } from "@heed/core/follow-up/actions";
import { performAct } from "@heed/store";
import { type Command, Option } from "commander";
import {
  type ActorOptions,
  actingAs,
  addActorOptions,
  changeOption,
  dueDate,
  withoutAbsent,
} from "../options/act-options.ts";
import { day, type Format, repeatable, year } from "../options/options.ts";
import { describeEntry } from "../present/entry.ts";
import { organizationsOf, type Tracker, theOrganization, withTracker } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";
import { theFollowUp } from "./follow-up.ts";

type Values = Record<string, unknown>;

/** One act as a command: its options, and how they become the act's input. */
type ActCommand = {
  act: ActName;
  noun: string;
  verb: string;
  about: string;
  options: readonly Option[];
  input: (values: Values) => object;
};

const text = (flags: string, about: string) => new Option(flags, about);
const needed = (flags: string, about: string) => new Option(flags, about).makeOptionMandatory();
const one = (flags: string, about: string, choices: readonly string[]) => new Option(flags, about).choices(choices);
const onDay = (flags: string, about: string) => new Option(flags, about).argParser(day);
const due = (flags: string, about: string) =>
  new Option(flags, `${about}: a day, or words such as "second quarter 2025"`).argParser(dueDate);
const evidence = new Option(
  "--evidence <kind:title>",
  "evidence, such as law:Act of 1 June; may be repeated",
).argParser((given: string, before: Evidence[] | undefined) => [...(before ?? []), evidenceOf(given)]);
const confidential = new Option(
  "--confidential-evidence <kind:title>",
  "confidential evidence, visible only to the issuing body and the responsible organization; may be repeated",
).argParser((given: string, before: Evidence[] | undefined) => [
  ...(before ?? []),
  { ...evidenceOf(given), confidential: true },
]);
const shown = ({ evidence: open, confidentialEvidence: kept }: Values) =>
  open === undefined && kept === undefined ? undefined : [...((open as []) ?? []), ...((kept as []) ?? [])];
const secondReader = text("--second-reader <name>", "who read it besides the assessor");
const singleReader = text("--single-reader <reason>", "why nobody else could read it");
const target = text("--of <deadline>", "response, implementation, or the id of a commitment").makeOptionMandatory();

const commands: readonly ActCommand[] = [
  {
    act: "respond",
    noun: "response",
    verb: "record",
    about: "The addressee's position",
    options: [
      one("--position <position>", "whether it agrees", NewResponse.shape.position.options).makeOptionMandatory(),
      text("--reason <text>", "why"),
    ],
    input: ({ position, reason }) => ({ position, reason }),
  },
  {
    act: "commit",
    noun: "commitment",
    verb: "record",
    about: "A dated action that the addressee promises",
    options: [
      needed("--description <text>", "what it will do"),
      text("--owner <name>", "who will do it"),
      due("--due <date>", "by when"),
    ],
    input: ({ description, owner, due: by }) => ({ description, owner, due: by }),
  },
  {
    act: "reportOutcome",
    noun: "commitment",
    verb: "outcome",
    about: "What happened to a promise",
    options: [
      needed("--commitment <id>", "the promise"),
      one("--outcome <outcome>", "what happened to it", ["met", "replaced", "abandoned"]).makeOptionMandatory(),
      text("--replaced-by <id>", "the promise that replaces it"),
      text("--reason <text>", "why"),
    ],
    input: ({ commitment, outcome, replacedBy, reason }) => ({ commitment, outcome, replacedBy, reason }),
  },
  {
    act: "update",
    noun: "update",
    verb: "record",
    about: "What the addressee says it has done; with --claim, that all is done",
    options: [
      new Option("--year <year>", "the reporting year").argParser(year).makeOptionMandatory(),
      one("--level <level>", "how far it is", Level.options).makeOptionMandatory(),
      onDay("--situation <day>", "the day whose situation it describes"),
      new Option("--claim", "claim that all is done; needs evidence"),
      text("--narrative <text>", "in words"),
      evidence,
      confidential,
    ],
    input: ({ year, level, situation, claim, narrative, ...values }) => ({
      reportingYear: year,
      level,
      asOf: situation,
      claim,
      narrative,
      evidence: shown(values),
    }),
  },
  {
    act: "withdrawClaim",
    noun: "update",
    verb: "withdraw",
    about: "The addressee withdraws its claim",
    options: [needed("--update <id>", "the update with the claim"), text("--reason <text>", "why")],
    input: ({ update, reason }) => ({ update, reason }),
  },
  {
    act: "addEvidence",
    noun: "evidence",
    verb: "add",
    about: "A document, law, statistic, judgment, file or interview",
    options: [evidence, confidential, text("--about <id>", "the entry that it is evidence for")],
    input: ({ about, ...values }) => ({ evidence: shown(values) ?? [], about }),
  },
  {
    act: "observe",
    noun: "observation",
    verb: "add",
    about: "What a third party says",
    options: [needed("--by <name>", "who says it"), needed("--text <text>", "what it says"), evidence, confidential],
    input: ({ by, text: said, ...values }) => ({ by, text: said, evidence: shown(values) }),
  },
  {
    act: "requestDeadlineChange",
    noun: "deadline",
    verb: "request",
    about: "The addressee asks for a later date; nothing moves until it is decided",
    options: [
      target,
      due("--to <date>", "the date asked for").makeOptionMandatory(),
      needed("--reason <text>", "why"),
      needed("--requested-by <name>", "who asks"),
    ],
    input: ({ of, to, reason, requestedBy }) => ({ target: targetOf(String(of)), to, reason, requestedBy }),
  },
  {
    act: "withdrawDeadlineRequest",
    noun: "deadline",
    verb: "withdraw",
    about: "The addressee withdraws its request",
    options: [needed("--request <id>", "the request"), text("--reason <text>", "why")],
    input: ({ request, reason }) => ({ request, reason }),
  },
  {
    act: "decideDeadlineChange",
    noun: "deadline",
    verb: "decide",
    about: "A named authority other than the requester grants or refuses",
    options: [
      needed("--request <id>", "the request"),
      one("--decision <decision>", "what was decided", ["granted", "refused"]).makeOptionMandatory(),
      needed("--decided-by <name>", "who decided"),
      needed("--reason <text>", "why"),
      due("--to <date>", "another date than the one asked for"),
      onDay("--parliament-told <day>", "the day on which parliament was told"),
    ],
    input: ({ request, decision, decidedBy, reason, to, parliamentTold }) => ({
      request,
      decision,
      decidedBy,
      reason,
      to,
      parliamentToldOn: parliamentTold,
    }),
  },
  {
    act: "contestDeadlineChange",
    noun: "deadline",
    verb: "contest",
    about: "The issuing body contests a move; the date stays",
    options: [needed("--change <id>", "the decision"), needed("--reason <text>", "why")],
    input: ({ change, reason }) => ({ change, reason }),
  },
  {
    act: "assess",
    noun: "assessment",
    verb: "record",
    about: "What the issuing body finds",
    options: [
      new Option("--year <year>", "the reporting year").argParser(year).makeOptionMandatory(),
      one("--level <level>", "how far it is", Level.options).makeOptionMandatory(),
      one("--method <method>", "how it was found", NewAssessment.shape.method.options).makeOptionMandatory(),
      needed("--rationale <text>", "why"),
      onDay("--situation <day>", "the day whose situation it describes"),
      secondReader,
      evidence,
      confidential,
    ],
    input: ({ year, level, method, rationale, situation, secondReader: reader, ...values }) => ({
      reportingYear: year,
      level,
      method,
      rationale,
      asOf: situation,
      secondReader: reader,
      evidence: shown(values),
    }),
  },
  {
    act: "close",
    noun: "follow-up",
    verb: "close",
    about: "The issuing body closes the follow-up",
    options: [
      one("--closure <reason>", "the reason for closing", ClosureReason.options).makeOptionMandatory(),
      text("--reason <text>", "why"),
      secondReader,
      singleReader,
    ],
    input: ({ closure, reason, secondReader: second, singleReader: single }) => ({
      closureReason: closure,
      reason,
      secondReader: second,
      singleReader: single,
    }),
  },
  {
    act: "reopen",
    noun: "follow-up",
    verb: "reopen",
    about: "The issuing body reopens the follow-up",
    options: [needed("--reason <text>", "why"), due("--due <date>", "a new date"), secondReader, singleReader],
    input: ({ reason, due: newDue, secondReader: second, singleReader: single }) => ({
      reason,
      newDue,
      secondReader: second,
      singleReader: single,
    }),
  },
  {
    act: "upholdNotCompetent",
    noun: "follow-up",
    verb: "uphold-not-competent",
    about: "The editor agrees that the addressee is the wrong body",
    options: [needed("--reason <text>", "why")],
    input: ({ reason }) => ({ reason }),
  },
  {
    act: "changeRole",
    noun: "follow-up",
    verb: "change-role",
    about: "The editor changes the role in which it is addressed",
    options: [
      one("--to <role>", "in which role, from that day", Role.options).makeOptionMandatory(),
      needed("--reason <text>", "why"),
    ],
    input: ({ to, reason }) => ({ role: to, reason }),
  },
  {
    act: "decideSuccessor",
    noun: "follow-up",
    verb: "decide-successor",
    about: "The editor decides who is responsible after a change that does not decide by itself",
    options: [
      needed("--change <id>", "the change of organizations"),
      needed(
        "--successor <name>",
        "the successor, by id, code or name; after a dissolution any organization that exists",
      ),
      one("--side <side>", "whether the successor is that of the addressee or of the issuing body", [
        "addressee",
        "issuingBody",
      ]),
      onDay("--from <day>", "a later day than that of the change; needed after a dissolution"),
      text("--reason <text>", "why"),
    ],
    input: ({ change, successor, side, from, reason }) => ({ change, successor, of: side, from, reason }),
  },
  {
    act: "correct",
    noun: "entry",
    verb: "correct",
    about: "A new entry that replaces an old one and keeps its day",
    options: [needed("--entry <id>", "the entry to correct"), changeOption('{"position":"rejected"}')],
    input: ({ entry, change }) => ({ corrects: entry, change }),
  },
  {
    act: "retract",
    noun: "entry",
    verb: "retract",
    about: "Retract an entry that was made on the wrong follow-up",
    options: [needed("--entry <id>", "the entry"), needed("--reason <text>", "why")],
    input: ({ entry, reason }) => ({ retracts: entry, reason }),
  },
];

type Common = ActorOptions & {
  addressee?: string[];
  report?: string[];
  givenOn?: Day;
  source?: string;
  for?: string[];
  format: Format;
};

/** Adds a command for each act in the table of actions. */
export function addActs(program: Command): void {
  for (const { act, noun, verb, about, options, input } of commands) {
    const parent =
      program.commands.find((each) => each.name() === noun) ?? program.command(noun).description(nouns[noun] ?? noun);
    const command = parent.command(`${verb} <reference>`).description(about);
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
    // A correction keeps the day and the source of what it corrects.
    if (act !== "correct")
      command
        .addOption(onDay("--given-on <day>", "the day it reached the other side (default: today)"))
        .option("--source <text>", "where it was said; needed when an editor records it for the addressee");
    addActorOptions(command, rolesOf(act)).action(async (reference: string, values: Values & Common, own: Command) => {
      await withTracker(own, (tracker) => perform(tracker, act, reference, input(values), values), "write");
    });
  }
}

/** The roles that may do it in some state, by the table of actions. An editor records on behalf of the addressee. */
function rolesOf(act: ActName): readonly ActionRole[] {
  const rules = (Object.entries(actions) as [string, ActionRule][]).filter(
    ([name]) => name === act || (severalActions.includes(act) && name.startsWith(act)),
  );
  const may = rules.flatMap(([, { roles, onBehalf }]) => [...roles, ...(onBehalf ? (["editor"] as const) : [])]);
  return [...new Set(may)];
}

/**
 * Acts that stand for several actions, depending on the input: `assess` may be assessComplete, `close` may be
 * closeSuperseded.
 */
const severalActions: readonly ActName[] = ["assess", "close"];

const nouns: Record<string, string> = {
  response: "What addressees answer",
  commitment: "What addressees promise",
  update: "What addressees say they have done",
  evidence: "Evidence",
  observation: "What third parties say",
  deadline: "Requests and decisions to move a deadline",
  assessment: "What the issuing body finds",
  entry: "Corrections",
};

async function perform(
  tracker: Tracker,
  act: ActName,
  reference: string,
  input: object,
  common: Common,
): Promise<void> {
  const followUp = await theFollowUp(tracker, reference, common, tracker.today);
  const organizations = await organizationsOf(tracker, "--for", common.for);
  const { successor } = input as { successor?: string };
  const named = successor && { successor: await theOrganization(tracker, "--successor", successor) };
  const { version, entries, warnings } = await performAct(tracker.database, {
    followUp,
    act,
    input: withoutAbsent({
      ...input,
      ...named,
      givenOn: common.givenOn,
      source: common.source === undefined ? undefined : { name: common.source },
    }),
    ...actingAs(common, organizations),
    settings: tracker.settings,
  });
  for (const { name, value, detail } of warnings) writeError(`heed: look at ${name}: ${value}: ${detail}\n`);
  if (common.format === "json")
    return writeJson({
      followUp,
      version,
      total: entries.length,
      items: entries,
      ...(warnings.length > 0 && { warnings }),
    });
  await write(
    entries
      .map((entry) => `Recorded on ${followUp} (version ${version}): ${describeEntry(entry)} [${entry.id}]\n`)
      .join(""),
  );
}

function targetOf(given: string): object {
  return given === "response" || given === "implementation"
    ? { kind: given }
    : { kind: "commitment", commitment: given };
}

function evidenceOf(given: string): Evidence {
  const [kind, ...title] = given.split(":");
  const parsed = Evidence.safeParse({ kind, title: title.join(":").trim() });
  if (parsed.success) return parsed.data;
  throw new DomainError("invalidInput", "evidence cannot be read", [
    {
      name: "--evidence",
      value: given,
      detail: "write kind:title; the kind is document, law, statistic, judgment, file or interview",
    },
  ]);
}
