import { type ActName, acts, Id } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import { z } from "zod";
import { Problem } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { problemFor } from "../contract/problem.ts";
import { ActAnswer, actAnswerOf } from "./record-acts.ts";

const mostAtOnce = 200;

const OneAct = z
  .strictObject({
    followUp: Id,
    act: z.enum(Object.keys(acts) as [ActName, ...ActName[]]),
    input: z
      .record(z.string().max(100), z.unknown())
      .default({})
      .describe("What the act says: the body of the act's own operation; of a correction `corrects` and `change`."),
    version: z
      .int()
      .min(0)
      .optional()
      .describe(
        "The version that was read, as If-Match of the act's own operation; any when absent. Of several acts on one follow-up the first raises it.",
      ),
  })
  .meta({ id: "OneAct", description: "One of several acts on follow-ups." });

const NewActs = z
  .strictObject({
    acts: z.array(OneAct).min(1).max(mostAtOnce),
    together: z
      .boolean()
      .default(false)
      .describe("All or none: where one is refused, none is done, and the refusal names each. Else each for itself."),
  })
  .meta({ id: "NewActs", description: "Several acts, in the order in which they are done." });

const Outcome = z
  .strictObject({
    done: ActAnswer.optional(),
    problem: Problem.optional().describe("Why it was not done."),
  })
  .meta({ id: "ActOutcome", description: "What became of one act: done, or refused." });

export const performActs = operation({
  id: "performActs",
  method: "post",
  path: "/acts",
  tag: "acts",
  summary: "Several acts on follow-ups in one request, all together or each for itself",
  secured: true,
  creates: true,
  input: NewActs,
  output: z
    .strictObject({ done: z.int(), refused: z.int(), items: z.array(Outcome).readonly() })
    .meta({ id: "ActsAnswer", description: "What became of each act, in the order in which they were given." }),
  async handle({ performSeveral }, _, body) {
    const { acts: given, together } = parseInput(NewActs, body);
    const answers = await performSeveral(
      given.map(({ followUp, act, input, version }) => ({
        ...{ followUp, act, input },
        ...(version !== undefined && { expectedVersion: version }),
      })),
      together,
    );
    const items = answers.map(({ done, error }, place) => ({
      ...(done && { done: actAnswerOf(given[place]?.followUp ?? "", done) }),
      ...(error && { problem: problemFor(error, "body").problem }),
    }));
    const refused = items.filter(({ problem }) => problem !== undefined).length;
    return { body: { done: items.length - refused, refused, items } };
  },
});
