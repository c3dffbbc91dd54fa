import { Presets, SingleBar } from "cli-progress";

/** A progress bar on stderr for a person at a terminal; silent in a pipe and under cron. */
export function progressBar(what: string): {
  at: (progress: { done: number; total?: number }) => void;
  end: () => void;
} {
  if (!process.stderr.isTTY) return { at: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    { format: `${what} {bar} {percentage} % {value} of {total}`, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let begun = false;
  return {
    at: ({ done, total }) => {
      if (!begun) bar.start(total ?? 0, done);
      begun = true;
      if (total !== undefined) bar.setTotal(total);
      bar.update(done);
    },
    end: () => {
      if (begun) bar.stop();
    },
  };
}
