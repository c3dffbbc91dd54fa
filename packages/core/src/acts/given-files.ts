import { DomainError, type Issue } from "../domain-error.ts";
import type { Evidence } from "../follow-up/entries/evidence.ts";
import type { EvidenceFile } from "../follow-up/entries/evidence-file.ts";
import type { Id } from "../source.ts";
import type { ActContext } from "./act.ts";

type Given = { file?: Id | EvidenceFile | undefined };

/**
 * The evidence with each file in place of its id. A file that is told whole is one that the corrected entry has: nobody gets at a
 * file by knowing its digest. Errors: invalidInput, with the places.
 */
export function withGivenFiles<Item extends Given>(
  evidence: readonly Item[],
  { files = new Map() }: Pick<ActContext, "files">,
  { place, had = [] }: { place: string; had?: readonly Evidence[] },
): (Omit<Item, "file"> & { file?: EvidenceFile })[] {
  const issues: Issue[] = [];
  const kept = evidence.map(({ file, ...item }, number) => {
    if (file === undefined) return item;
    const found =
      typeof file === "string" ? fileOf(files.get(file)) : had.find((each) => isSame(each.file, file))?.file;
    if (found !== undefined) return { ...item, file: found };
    const [value, detail] =
      typeof file === "string"
        ? [file, "there is no file with this id that you brought; one that no act names is kept for a day"]
        : [file.digest, "the entry has no such file; name one that you brought by its id"];
    issues.push({ name: `${place}.${number}.file`, value, detail });
    return item;
  });
  if (issues.length > 0) throw new DomainError("invalidInput", "a file is not there", issues);
  return kept;
}

/** Without what else is known of an upload. */
function fileOf(found: EvidenceFile | undefined): EvidenceFile | undefined {
  if (found === undefined) return undefined;
  const { digest, name, mediaType, size } = found;
  return { digest, name, mediaType, size };
}

function isSame(one: EvidenceFile | undefined, other: EvidenceFile): boolean {
  return one?.digest === other.digest && one.name === other.name;
}
