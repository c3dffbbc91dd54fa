import { ReaderRole } from "@heed/core/access/right";
import type { User } from "@heed/core/users/user";
import { languageNameIn } from "../../language/language-name.ts";
import { pageLanguages } from "../../language/languages.ts";
import { DayInput, SelectInput, TextInput } from "../form/inputs.tsx";
import { type Filled, fieldIn, optional } from "../register/filled.ts";

/** The fields of a role that is given. */
export function RoleFields({ filled }: { filled: Filled }) {
  const { say } = filled;
  const from = fieldIn(filled, "addRole.from", optional(say, "users.role.begins"), "users.role.begins.hint");
  const until = fieldIn(filled, "addRole.until", optional(say, "users.role.ends"), "users.role.ends.hint");
  return (
    <>
      <SelectInput
        {...fieldIn(filled, "addRole.role", say.message("users.role.which"))}
        choices={ReaderRole.options.map((value) => ({
          value,
          text: `${say.message(`users.role.${value}`)}${say.colon}${say.message(`users.may.${value}`)}`,
        }))}
        none={say.message("field.choose")}
      />
      <TextInput
        {...fieldIn(
          filled,
          "addRole.organization",
          optional(say, "users.role.organization"),
          "users.role.organization.hint",
        )}
      />
      <DayInput {...from} />
      <DayInput {...until} />
    </>
  );
}

/** An address and a language, which give no right. */
export function DetailFields({ filled, user }: { filled: Filled; user?: User }) {
  const { say } = filled;
  const known: readonly string[] = pageLanguages;
  const other = user?.language !== undefined && !known.includes(user.language) ? [user.language] : [];
  return (
    <>
      <TextInput {...fieldIn(filled, "details.email", optional(say, "users.email"))} />
      <SelectInput
        {...fieldIn(filled, "details.language", optional(say, "users.language"))}
        choices={[...known, ...other].map((value) => ({ value, text: languageNameIn(say.language, value) }))}
        none={say.message("field.choose")}
      />
    </>
  );
}
