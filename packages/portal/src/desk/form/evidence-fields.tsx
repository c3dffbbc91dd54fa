import { type Say, shown } from "../../language/say.ts";
import type { Field } from "./act-fields.ts";
import type { Fault } from "./faults.ts";
import { FormFieldset } from "./form-group.tsx";
import { Checkbox, FileInput, SelectInput, TextInput } from "./inputs.tsx";
import { evidenceName, evidenceRows, type Values } from "./values.ts";

const kinds = ["document", "law", "statistic", "judgment", "file", "interview"] as const;

type Props = { say: Say; values: Values; faults: readonly Fault[]; field: Field };

/** Pieces of evidence, a row each, and the way to one more. */
export function EvidenceFields({ say, values, faults, field }: Props) {
  const rows = Array.from({ length: evidenceRows(values, field.name) }, (_, row) => row);
  return (
    <FormFieldset
      say={say}
      id={field.name}
      label={say.message(field.label)}
      hint={field.hint && say.message(field.hint)}
    >
      {rows.map((row) => (
        <EvidenceRow key={row} {...{ say, values, faults, field, row }} />
      ))}
      <button class="govuk-button govuk-button--secondary" type="submit" name="do" value="more">
        {say.message("evidence.more")}
      </button>
    </FormFieldset>
  );
}

function EvidenceRow({ say, values, faults, field, row }: Props & { row: number }) {
  const around = (part: Parameters<typeof evidenceName>[2]) => {
    const id = evidenceName(field.name, row, part);
    return { say, id, value: values.get(id) ?? "", fault: faults.find(({ name }) => name === id) };
  };
  const seen = around("seenDigest");
  return (
    <div class="heed-evidence-row">
      <TextInput {...around("title")} label={say.message("evidence.title", { place: row + 1 })} />
      <SelectInput
        {...around("kind")}
        label={say.message("evidence.kind")}
        none={say.message("field.choose")}
        choices={kinds.map((value) => ({ value, text: say.label("evidenceKind", value) }))}
      />
      <TextInput {...around("url")} type="url" label={say.message("evidence.url")} />
      <Checkbox
        {...around("confidential")}
        label={say.message("evidence.confidential")}
        hint={say.message("evidence.confidential.hint")}
      />
      <TextInput {...around("cited")} label={say.message("evidence.cited")} hint={say.message("evidence.cited.hint")} />
      {(["item", "section"] as const).map((part) => {
        const { id, value } = around(part);
        return value && <input key={part} type="hidden" name={id} value={value} />;
      })}
      <EvidenceFile {...around("upload")} kept={around("file").value} name={around("fileName").value} />
      {seen.value && <input type="hidden" name={seen.id} value={seen.value} />}
    </div>
  );
}

type FileProps = { say: Say; id: string; fault?: Fault | undefined; kept: string; name: string };

/** A file that is brought with the form; one that was brought before is named by its id and stays. */
function EvidenceFile({ say, id, fault, kept, name }: FileProps) {
  const around = {
    ...{ say, id, fault },
    label: say.message(kept ? "evidence.file.other" : "evidence.file"),
    hint: say.message("evidence.file.hint"),
  };
  const row = id.replace(/upload$/, "");
  return (
    <>
      {kept && (
        <p class="govuk-body">
          {say.message("evidence.file.kept", { name: shown(name || kept) })}
          <input type="hidden" name={`${row}file`} value={kept} />
          {name && <input type="hidden" name={`${row}fileName`} value={name} />}
        </p>
      )}
      <FileInput {...around} accept=".pdf,.docx,.xlsx,.odt,.png,.jpg,.jpeg,.txt,.eml" />
    </>
  );
}
