/** Where one goes on from a page of the desk: each link with its words. */
export function WayList({ ways }: { ways: readonly (readonly [href: string, text: string])[] }) {
  return (
    <ul class="govuk-list">
      {ways.map(([href, text]) => (
        <li key={href}>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
