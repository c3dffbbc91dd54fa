import { RecordFile } from "@heed/core";

const lists = Object.keys(RecordFile.shape).filter((key) => key !== "heed" && key !== "about");

/**
 * A file of Heed's own format, in pieces. Each item is on a line of its own, so that two files can be compared. The
 * items must come list by list, in the order of the format.
 */
export async function* recordText(items: AsyncIterable<{ list: string; item: unknown }>): AsyncGenerator<string> {
  yield '{\n  "heed": "record/1"';
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
    yield `${first ? "" : ","}\n    ${JSON.stringify(item)}`;
    first = false;
  }
  if (open >= 0) yield first ? "]" : "\n  ]";
  for (const list of lists.slice(open + 1)) yield `,\n  "${list}": []`;
  yield "\n}\n";
}
