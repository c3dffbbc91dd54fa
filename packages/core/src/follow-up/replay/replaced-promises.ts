import type { Id } from "../../source.ts";
import type { Promised } from "./state.ts";

/**
 * The promises, each with the original date and the moves of those that it replaces: another promise in its place moves
 * no date (D5, D6). Of several original dates the earliest one stays.
 */
export function withReplaced(promises: readonly Promised[]): readonly Promised[] {
  if (!promises.some(({ ended }) => ended !== undefined && ended.replacedBy.length > 0)) return promises;
  const byId = new Map(promises.map((each) => [each.id, each]));
  const carried = (promise: Promised, line: ReadonlySet<Id>): Promised =>
    promises
      .filter(({ id, ended }) => ended?.replacedBy.includes(promise.id) && !line.has(id))
      .map(({ id }) => carried(byId.get(id) as Promised, new Set([...line, id])))
      .reduce(withOriginalOf, promise);
  return promises.map((each) => carried(each, new Set([each.id])));
}

function withOriginalOf(promise: Promised, replaced: Promised): Promised {
  const { originalDue, originalDuePrecision } = replaced;
  if (originalDue === undefined) return promise;
  const isEarlier = promise.originalDue === undefined || originalDue <= promise.originalDue;
  const movedTo = promise.movedTo ?? replaced.movedTo;
  return {
    ...promise,
    ...(isEarlier && { originalDue, originalDuePrecision }),
    moves: promise.moves + replaced.moves,
    movedBy: [...replaced.movedBy, ...promise.movedBy],
    ...(movedTo && { movedTo }),
    replaces: [...(promise.replaces ?? []), replaced.id],
  };
}
