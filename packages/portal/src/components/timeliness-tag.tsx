import type { Timeliness } from "@heed/core";
import type { Say } from "../language/say.ts";

const looks: Readonly<Record<Timeliness, string>> = {
  longOverdue: "late",
  overdue: "late",
  notMet: "late",
  undetermined: "soon",
  dueSoon: "soon",
  metLate: "done",
  metOnTime: "done",
  notDue: "plain",
  noDeadline: "plain",
  released: "plain",
};

export function TimelinessTag({ say, timeliness }: { say: Say; timeliness: Timeliness }) {
  return <span class={`heed-tag heed-tag--${looks[timeliness]}`}>{say.label("timeliness", timeliness)}</span>;
}
