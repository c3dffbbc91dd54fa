import { Role } from "@heed/core/follow-up/follow-up";
import type { Say } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** An addressee as an act takes it. */
type Named = { organization: string; role: Role };

/**
 * Who is named in a field, one on each line, by a name or a code; a role stands after a colon. `unknown`: what names nobody, or several.
 */
export async function addresseesIn(
  asked: DeskAsked,
  typed: string,
): Promise<{ addressees: readonly Named[]; unknown: readonly string[] }> {
  const lines = typed.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const read = await Promise.all(
    lines.map(async (line) => {
      const whole = await asked.reads.organizationsNamed(line);
      const { name, role } = whole.length > 0 ? { name: line, role: "lead" as const } : nameAndRole(asked.say, line);
      const [organization, ...others] = await asked.reads.organizationsNamed(name);
      return organization === undefined || others.length > 0
        ? { unknown: name }
        : { addressee: { organization, role } };
    }),
  );
  return {
    addressees: read.flatMap((each) => each.addressee ?? []),
    unknown: read.flatMap((each) => each.unknown ?? []),
  };
}

function nameAndRole(say: Say, line: string): { name: string; role: Role } {
  const [, name = line, told = ""] = /^(.*\S)\s*:\s*([^:]*)$/.exec(line) ?? [];
  const role = roleNamed(say, told);
  return role === undefined ? { name: line, role: "lead" } : { name, role };
}

/** The line of an addressee. */
export function addresseeLine(say: Say, code: string, role: Role): string {
  return role === "lead" ? code : `${code}: ${say.label("role", role)}`;
}

/** The role with a name, or with a part of its label that no other role has: "conjoint" for "Destinataire conjoint". */
function roleNamed(say: Say, told: string): Role | undefined {
  const wanted = told.trim().toLowerCase();
  const named = Role.options.find((each) => each.toLowerCase() === wanted);
  const wordsOf = (each: Role) => say.label("role", each).toLowerCase().split(" ");
  const [only, ...others] = Role.options.filter((each) =>
    wanted.split(/\s+/).every((word) => wordsOf(each).includes(word)),
  );
  return named ?? (others.length === 0 ? only : undefined);
}
