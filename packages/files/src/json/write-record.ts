import { type Reader, RecordFile } from "@heed/core";
import { maySeeAll } from "@heed/core/access/reader";
import { itemWithAddressIds } from "../exchange/address-ids.ts";

const about = ["heed", "@context", "about", "exportedFor"];
const lists = Object.keys(RecordFile.shape).filter((key) => !about.includes(key));

/**
 * A file of Heed's own format, in pieces. Each item is on a line of its own, so that two files can be compared. The
 * items must come list by list, in the order of the format. The file names the reader for whom they are not all there
 * is. `context`: what its names mean as linked data (record-context.ts), where they are told.
 */
export async function* recordText(
  items: AsyncIterable<{ list: string; item: unknown }>,
  reader: Reader,
  context?: Readonly<Record<string, unknown>>,
): AsyncGenerator<string> {
  yield '{\n  "heed": "record/1"';
  if (context !== undefined) yield `,\n  "@context": ${JSON.stringify(context)}`;
  if (!maySeeAll(reader)) yield `,\n  "exportedFor": ${JSON.stringify(readerText(reader))}`;
  let open = -1;
  let first = true;
  for await (const { list, item } of items) {
    const place = lists.indexOf(list);
    if (place < open) throw new Error(`${list} came after ${lists[open]}`);
    while (open < place) {
      if (open >= 0) yield first ? "]" : "\n  ]";
      open += 1;
      yield `,\n  "${lists[open]}": [`;
      first = true;
    }
    yield `${first ? "" : ","}\n    ${JSON.stringify(context ? itemWithAddressIds(list, item, context) : item)}`;
    first = false;
  }
  if (open >= 0) yield first ? "]" : "\n  ]";
  for (const list of lists.slice(open + 1)) yield `,\n  "${list}": []`;
  yield "\n}\n";
}

function readerText({ rights }: Reader): RecordFile["exportedFor"] {
  const each = rights.map(({ role, organizations }) => ({
    role,
    ...(organizations.length > 0 && { organizations: [...organizations] }),
  }));
  const [first = { role: "public" as const }, ...others] = each;
  return others.length === 0 ? first : each;
}
