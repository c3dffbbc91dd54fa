import { type Day, daysBetween } from "@heed/core";

const [left, width, middle] = [6, 188, 10];

/** A line of time from the first date to the one that holds now, with a tick for each date between. */
export function MovedDate({ dates, title }: { dates: readonly Day[]; title: string }) {
  const [first, last] = [dates[0] ?? "", dates.at(-1) ?? ""];
  const span = Math.max(1, Math.abs(daysBetween(first, last)));
  const at = (day: Day) => (left + (Math.min(span, Math.abs(daysBetween(first, day))) / span) * width).toFixed(1);
  return (
    <svg class="heed-moved" viewBox="0 0 200 20" width="200" height="20" role="img" aria-label={title}>
      <path class="heed-moved__line" d={`M${left} ${middle}h${width}`} />
      {dates.map((day) => (
        <path key={day} class="heed-moved__tick" d={`M${at(day)} 3v14`} />
      ))}
      <circle class="heed-moved__now" cx={at(last)} cy={middle} r="5" />
    </svg>
  );
}
