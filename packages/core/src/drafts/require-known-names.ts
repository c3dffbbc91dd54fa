import { acts } from "../acts/acts.ts";
import { DomainError } from "../domain-error.ts";
import { mergePatch } from "../merge-patch.ts";
import { didYouMean } from "../text/nearest.ts";
import type { ActDraft } from "./act-draft.ts";

/**
 * What a draft is given may lack anything and be half written, but a name that its act does not know is a mistake now. `given` is
 * a merge patch: null takes away what a draft of before may have. Errors: unknownInput with each place.
 */
export function requireKnownNames(act: ActDraft["act"], given: object): void {
  const { input } = acts[act];
  const parsed = input.safeParse(mergePatch({}, given));
  const unknown = parsed.error?.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? [issue] : [])) ?? [];
  if (unknown.length === 0) return;
  const names = Object.keys(input.shape);
  const issues = unknown.flatMap(({ path, keys }) =>
    keys.map((key) => ({
      name: ["input", ...path, key].map(String).join("."),
      detail: `there is no such property${path.length === 0 ? didYouMean(key, names) : ""}`,
    })),
  );
  throw new DomainError("unknownInput", `${issues[0]?.name}: ${issues[0]?.detail}`, issues);
}
