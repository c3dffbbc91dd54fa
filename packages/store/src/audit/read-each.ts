import { type AuditFault, Found } from "./audit-fault.ts";

/**
 * Reads some things together; where that fails because something kept is damaged, finds the first thing that cannot be read
 * alone, and throws it as Found. Other errors, as of a lost connection, go on as they are.
 */
export async function readEach<Thing, Result>(
  things: readonly Thing[],
  read: (some: readonly Thing[]) => Promise<Result>,
  placeOf: (thing: Thing) => Omit<AuditFault, "detail">,
): Promise<Result> {
  try {
    return await read(things);
  } catch (error) {
    if (!isDamage(error)) throw error;
    for (const thing of things)
      await read([thing]).catch((alone: unknown) => {
        if (isDamage(alone)) throw new Found({ ...placeOf(thing), detail: `it cannot be read: ${messageOf(alone)}` });
        throw alone;
      });
    throw error;
  }
}

/** JSON that is none, a page that SQLite cannot use, or what PostgreSQL calls corrupted or no value of its type. */
const damagedCodes = /^(databaseDamaged|SQLITE_CORRUPT.*|XX00[12]|22...)$/;

export function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError || error instanceof TypeError) return true;
  return damagedCodes.test(String((error as { code?: unknown } | null)?.code ?? ""));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
