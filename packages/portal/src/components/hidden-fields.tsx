/** The parameters of an address as the hidden fields of a form, which would otherwise lose them. */
export function HiddenFields({
  of: search = "",
  without = [],
}: {
  of: string | undefined;
  without?: readonly string[];
}) {
  return [...new URLSearchParams(search)]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}
