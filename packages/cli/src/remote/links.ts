/** Links are the service's own, and a reason is put into words where it is shown. */
export function withoutLinks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLinks);
  if (value === null || typeof value !== "object") return value;
  const isReason = "rule" in value && "code" in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "href" && name !== "allowedActs" && !(isReason && name === "text"))
      .map(([name, each]) => [name, withoutLinks(each)]),
  );
}
