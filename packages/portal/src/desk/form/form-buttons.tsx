export type FormButton = {
  /** What its form is sent for. */
  does: string;
  text: string;
  isSecondary?: boolean;
};

/** The buttons of a form; the first one is pressed by Enter. */
export function FormButtons({ buttons }: { buttons: readonly FormButton[] }) {
  return (
    <div class="govuk-button-group">
      {buttons.map(({ does, text, isSecondary = false }) => (
        <button
          key={does}
          class={`govuk-button${isSecondary ? " govuk-button--secondary" : ""}`}
          type="submit"
          name="do"
          value={does}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
