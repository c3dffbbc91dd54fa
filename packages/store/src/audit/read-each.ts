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

/**
 * Invalid JSON, a value that is none of its kind, such as a day that the calendar lacks, a page that SQLite cannot use, or data
 * that PostgreSQL calls corrupted or invalid for their type.
 */
const damagedCodes = /^(databaseDamaged|SQLITE_CORRUPT.*|XX00[12]|22...)$/;

export function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return true;
  if (isUnfit(error)) return true;
  return damagedCodes.test(String((error as { code?: unknown } | null)?.code ?? ""));
}

/** What zod refuses: the value is kept otherwise than any act writes it. */
function isUnfit(
  error: unknown,
): error is Error & { issues: readonly { path: readonly PropertyKey[]; message: string }[] } {
  return error instanceof Error && error.name === "ZodError" && "issues" in error;
}

export function messageOf(error: unknown): string {
  if (isUnfit(error))
    return error.issues.map(({ path, message }) => [...path.map(String), message].join(": ")).join("; ");
  return error instanceof Error ? error.message : String(error);
}
