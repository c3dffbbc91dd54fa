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
  const wanted = told.trim().toLowerCase();
  const role = Role.options.find((each) =>
    [each.toLowerCase(), say.label("role", each).toLowerCase()].includes(wanted),
  );
  return role === undefined ? { name: line, role: "lead" } : { name, role };
}

/** The line of an addressee. */
export function addresseeLine(say: Say, code: string, role: Role): string {
  return role === "lead" ? code : `${code}: ${say.label("role", role)}`;
}
