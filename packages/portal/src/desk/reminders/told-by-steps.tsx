import { ReminderStep } from "@heed/core/reminders/reminder";
import type { ToldReminder } from "@heed/core/reminders/told-reminders";
import { OwedItems } from "../../components/owed-list.tsx";
import type { DeskAsked } from "../desk-asked.ts";

/** What a mail tells of, as it does: the furthest steps first. */
export function ToldBySteps({ asked, told }: { asked: DeskAsked; told: readonly ToldReminder[] }) {
  return (
    <>
      {ReminderStep.options.toReversed().map((step) => {
        const items = told.filter((each) => each.step === step).map(({ item }) => item);
        if (items.length === 0) return null;
        return (
          <div key={step}>
            <p class="govuk-body">
              <strong>{asked.say.message(`mail.step.${step}`)}</strong>
            </p>
            <OwedItems asked={asked} items={items} />
          </div>
        );
      })}
    </>
  );
}
