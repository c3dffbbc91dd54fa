import type { DraftDone } from "@heed/store";
import type { RouterOptions } from "../http/router.ts";

type Acting = Pick<RouterOptions, "perform" | "performSeveral" | "performRegister" | "performRegisterActs" | "drafts">;

/** The same ways to act, each act told once it is done. A request that is sent again is answered again, and told again. */
export function countingActs(ways: Acting, done: (act: string) => void): Acting {
  const ofDraft = (made: DraftDone | undefined) => made?.performed && done(made.draft.act);
  return {
    async perform(acting, act) {
      const answer = await ways.perform(acting, act);
      done(act.act);
      return answer;
    },
    async performSeveral(acting, acts, together) {
      const answers = await ways.performSeveral(acting, acts, together);
      for (const [place, { act }] of acts.entries()) if (answers[place]?.error === undefined) done(act);
      return answers;
    },
    async performRegister(acting, act) {
      const answer = await ways.performRegister(acting, act);
      done(act.act);
      return answer;
    },
    async performRegisterActs(acting, acts, told) {
      const answer = await ways.performRegisterActs(acting, acts, told);
      for (const { act } of acts) done(act);
      return answer;
    },
    drafts(acting) {
      const desk = ways.drafts(acting);
      return {
        ...desk,
        async act(asked) {
          const made = await desk.act(asked);
          ofDraft(made);
          return made;
        },
        async submit(drafts, together) {
          const submitted = await desk.submit(drafts, together);
          for (const each of submitted) ofDraft(each.done);
          return submitted;
        },
      };
    },
  };
}
