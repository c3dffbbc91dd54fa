import type { ComponentChildren } from "preact";

/** What may be wider than a small screen: it scrolls by itself, also by the keyboard (WCAG 2.1.1). */
export function Scrolling({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="heed-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
