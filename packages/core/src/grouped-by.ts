/** Things, or a value of each, in groups by a key, each in their order: `Map.groupBy`, which Node 20 does not have. */
export function groupedBy<Key, Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => Key): Map<Key, Thing[]>;
export function groupedBy<Key, Thing, Value>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => Key,
  pick: (thing: Thing) => Value,
): Map<Key, Value[]>;
export function groupedBy<Key, Thing>(
  things: Iterable<Thing>,
  keyOf: (thing: Thing) => Key,
  pick: (thing: Thing) => unknown = (thing) => thing,
): Map<Key, unknown[]> {
  const groups = new Map<Key, unknown[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pick(thing)]);
    else group.push(pick(thing));
  }
  return groups;
}
