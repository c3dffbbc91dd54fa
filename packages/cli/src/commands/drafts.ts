import { DomainError, type Id } from "@heed/core";
import { actionRoles } from "@heed/core/acting/action-rule";
import { DraftedAct, DraftState } from "@heed/core/drafts/act-draft";
import { type DraftActName, draftActs } from "@heed/core/drafts/draft-acts";
import type { DraftFilter } from "@heed/core/drafts/draft-filter";
import { withoutAbsent } from "@heed/core/without-absent";
import { detailIn } from "@heed/core/wording/details/detail-in";
import { readerLanguage } from "@heed/core/wording/reader-language";
import type { DraftDone } from "@heed/store";
import { type Command, Option } from "commander";
import type { ActorOptions } from "../acting/acting-as.ts";
import type { DraftWork } from "../acting/tracker-writes.ts";
import { type Say, sayIn } from "../messages/say.ts";
import { theDraft } from "../named/the-draft.ts";
import { theFollowUp } from "../named/the-follow-up.ts";
import { organizationsOf, requireOwnOrganization } from "../named/the-organization.ts";
import { addActorOptions, expectedOf, jsonObject, plainTextOption } from "../options/act-options.ts";
import { requireFitsFormat } from "../options/fits-format.ts";
import { type Format, formatOption, languageOption, repeatable } from "../options/options.ts";
import { draftLine, draftTable, draftText, followUpNames } from "../present/draft.ts";
import type { HeedCommand } from "../process/program.ts";
import { type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeError, writeJson } from "../process/write.ts";
import { writesOf } from "../process/writing.ts";

type Common = ActorOptions & { for?: string[]; format: Format; lang?: string };
type At = { tracker: Tracker; desk: DraftWork; common: Common; say: Say };

/** Adds the commands that prepare an act, and those that read what is prepared. */
export function addDrafts(program: HeedCommand): void {
  const draft = program
    .command("draft")
    .description("Acts that somebody prepares; only the organization of their author sees them");
  addMake(draft);
  addList(draft);
  addShow(draft);
  addOnDraft(draft, "changeDraft", [inputOption()], ({ input }) => ({ input }));
  addOnDraft(
    draft,
    "handOverDraft",
    [new Option("--to <name>", "the colleague, by id or name").makeOptionMandatory(), noteOption()],
    ({ to, note }) => ({ to, note }),
  );
  addOnDraft(draft, "sendBackDraft", [noteOption().makeOptionMandatory()], ({ note }) => ({ note }));
  addOnDraft(
    draft,
    "askSecondReading",
    [new Option("--reader <name>", "who should read it, by id or name (default: anybody of the body)"), noteOption()],
    ({ reader, note }) => ({ reader, note }),
  );
  addOnDraft(draft, "approveDraft");
  addSubmit(draft);
  addOnDraft(draft, "discardDraft");
}

function inputOption(): Option {
  return new Option("--input <json>", 'what the act is given, such as {"position":"accepted"}; null removes a property')
    .argParser(jsonObject)
    .makeOptionMandatory();
}

function noteOption(): Option {
  return plainTextOption("--note <text>", "what whoever gets it should know");
}

function forOption(): Option {
  return repeatable(
    "--for <organization>",
    "the organization of a respondent, or the issuing body of an assessor or editor",
  );
}

function commandOf(parent: HeedCommand, act: DraftActName, argument: string): Command {
  const { verb, about } = draftActs[act].command;
  return parent.command(`${verb} ${argument}`).description(about);
}

/** Runs a command as one actor at the desk of its drafts. */
async function atDesk(
  command: Command,
  common: Common,
  work: (at: At) => Promise<void>,
  mode: "read" | "write" = "write",
): Promise<void> {
  const { format, lang } = common;
  if (format === "json")
    requireFitsFormat(format, { "--lang": lang }, "JSON has codes in place of words; leave it out");
  requireOwnOrganization(common.role, "--for", common.for);
  await withTracker(
    command,
    async (tracker) => {
      const organizations = await organizationsOf(tracker, "--for", common.for);
      const { drafts: desk } = await writesOf(tracker, common, organizations);
      await work({ tracker, desk, common, say: sayIn(common.lang) });
    },
    mode,
  );
}

/** The options that tell who reads, and in which role. */
function addReaderOptions(command: Command): Command {
  return command
    .option("--as <name>", "who reads (default: the system's user)")
    .addOption(new Option("--role <role>", "in which role").choices(actionRoles).default("editor"))
    .addOption(forOption())
    .addOption(formatOption())
    .addOption(languageOption());
}

/** The options that tell who acts, and in which language the answer is. */
function addOwnOptions(command: Command): Command {
  return addActorOptions(command, actionRoles).addOption(languageOption());
}

function addMake(parent: HeedCommand): void {
  type Values = Common & { act: string; input: object; addressee?: string[]; report?: string[] };
  const command = commandOf(parent, "makeDraft", "<reference>")
    .addOption(new Option("--act <act>", "the act").choices(DraftedAct.options).makeOptionMandatory())
    .addOption(inputOption().makeOptionMandatory(false).default({}, "nothing yet"))
    .addOption(repeatable("--addressee <name>", "the addressee, where there are several"))
    .addOption(repeatable("--report <reference>", "the report, where several have the reference"))
    .addOption(forOption());
  addOwnOptions(command).action(async (reference: string, values: Values, own: Command) => {
    await atDesk(own, values, async (at) => {
      const { id } = await theFollowUp(at.tracker, reference, values, at.tracker.today);
      const { act, input } = values;
      await tell(at, "makeDraft", await at.desk.act({ act: "makeDraft", thing: id, input: { act, input } }));
    });
  });
}

function addList(parent: HeedCommand): void {
  type Values = Common & { act?: string[]; state?: string[]; holder?: string[] };
  const command = parent
    .command("list")
    .description("The drafts that your organization sees, the oldest first")
    .addOption(repeatable("--act <act>", "of this act").choices(DraftedAct.options))
    .addOption(repeatable("--state <state>", "in this state").choices(DraftState.options))
    .addOption(repeatable("--holder <name>", "held by this person, by id or name"));
  addReaderOptions(command).action(async (values: Values, own: Command) => {
    await atDesk(
      own,
      values,
      async ({ tracker, desk, say }) => {
        const filter = withoutAbsent({ act: values.act, state: values.state, holder: values.holder }) as DraftFilter;
        const { items } = await desk.list(filter, {});
        if (values.format === "json") return writeJson({ total: items.length, items });
        await write(draftTable(say, items, await followUpNames(tracker, items, values.lang)));
      },
      "read",
    );
  });
}

function addShow(parent: HeedCommand): void {
  const command = parent.command("show <draft>").description("A draft, with what is still missing");
  addReaderOptions(command).action(async (given: string, values: Common, own: Command) => {
    await atDesk(
      own,
      values,
      async ({ tracker, desk, say }) => {
        const found = await desk.show(await theDraft(desk, given, say));
        if (found === undefined) throw new DomainError("notFound", say.draft.noneSeen(given));
        if (values.format === "json") return writeJson(found);
        await write(draftText(say, found, await followUpNames(tracker, [found], values.lang), values.lang));
      },
      "read",
    );
  });
}

/** A command on one draft; `inputOf` is what it is given. */
function addOnDraft(
  parent: HeedCommand,
  act: DraftActName,
  options: readonly Option[] = [],
  inputOf: (values: Record<string, unknown>) => object = () => ({}),
): void {
  const command = commandOf(parent, act, "<draft>");
  for (const option of [...options, forOption()]) command.addOption(option);
  addOwnOptions(command).action(async (given: string, values: Common & Record<string, unknown>, own: Command) => {
    await atDesk(own, values, async (at) => {
      const thing = await theDraft(at.desk, given, at.say);
      const done = await at.desk.act({ act, thing, input: withoutAbsent(inputOf(values)), ...expectedOf(values) });
      await tell(at, act, done);
    });
  });
}

function addSubmit(parent: HeedCommand): void {
  const command = commandOf(parent, "submitDraft", "<draft...>")
    .option("--together", "all or none, where several are named; else each for itself")
    .addOption(forOption());
  addOwnOptions(command).action(async (given: string[], values: Common & { together?: boolean }, own: Command) => {
    await atDesk(own, values, async (at) => {
      const ids = await Promise.all(given.map((each) => theDraft(at.desk, each, at.say)));
      const [only, ...others] = ids;
      if (only !== undefined && others.length === 0) {
        const done = await at.desk.act({ act: "submitDraft", thing: only, ...expectedOf(values) });
        return tell(at, "submitDraft", done);
      }
      await submitSeveral(at, ids, values.together ?? false);
    });
  });
}

/** Errors: invalidInput where some were refused, with the reason of each; the others were submitted. */
async function submitSeveral(at: At, ids: readonly Id[], together: boolean): Promise<void> {
  const submitted = await at.desk.submit(
    ids.map((id) => ({ id })),
    together,
  );
  for (const { done } of submitted) if (done !== undefined) await tell(at, "submitDraft", done);
  const refused = submitted.flatMap(({ id, error }) =>
    error === undefined
      ? []
      : [{ name: "draft", value: id, detail: [error.message, ...error.issues.map(({ detail }) => detail)].join("; ") }],
  );
  if (refused.length > 0)
    throw new DomainError("invalidInput", at.say.draft.notSubmitted(refused.length, ids.length), refused);
}

async function tell({ tracker, common, say }: At, act: DraftActName, { draft, performed }: DraftDone): Promise<void> {
  for (const { name = "", value = "", detail } of performed?.warnings ?? [])
    writeError(`heed: ${say.draft.check(name, value, detailIn(detail, readerLanguage(common.lang)))}\n`);
  if (common.format === "json") return writeJson({ draft, ...performed });
  const nameOf = await followUpNames(tracker, [draft], common.lang);
  await write(`${say.draft.done[act]}: ${draftLine(say, draft, nameOf, performed)}\n`);
}
