import { type AuditFault, AuditFaultError } from "./audit-fault.ts";

/**
 * Reads a batch of things. When that fails because stored data are damaged, finds the first thing that cannot be read
 * alone and throws it as Found. Other errors, such as a lost connection, pass through.
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
        if (isDamage(alone))
          throw new AuditFaultError({ ...placeOf(thing), detail: `it cannot be read: ${messageOf(alone)}` });
        throw alone;
      });
    throw error;
  }
}

/** Invalid JSON, a page that SQLite cannot use, or data that PostgreSQL calls corrupted or invalid for their type. */
const damagedCodes = /^(databaseDamaged|SQLITE_CORRUPT.*|XX00[12]|22...)$/;

export function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError || error instanceof TypeError) return true;
  return damagedCodes.test(String((error as { code?: unknown } | null)?.code ?? ""));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
