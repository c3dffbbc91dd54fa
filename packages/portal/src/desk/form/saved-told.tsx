import type { Say } from "../../language/say.ts";

/** Where the script that saves while somebody types tells what became of it. */
export function SavedTold({ say }: { say: Say }) {
  return (
    <p
      class="govuk-body"
      role="status"
      hidden
      data-saved={say.message("form.saved", { time: "{time}" })}
      data-unsaved={say.message("form.unsaved")}
      data-stopped={say.message("form.stopped")}
    />
  );
}
