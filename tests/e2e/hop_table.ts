/** Many saves of some kinds as a table: how long they took to the screen, and which hop took how much of that. */
import type { Hops } from "./game_page.ts";

/** A save that is on the screen. */
export interface SeenSave {
  /** When it began, in milliseconds since 1970. */
  readonly saved: number;
  readonly hops: Hops;
}

/** In the order in which a save passes them. */
export const HOPS = [
  ...(["seen", "stable", "built", "sent"] as const),
  ...(["received", "fetched", "applied", "drawn", "finished"] as const),
] as const;

/** Milliseconds to the screen. */
export function timesOf(saves: readonly SeenSave[]): number[] {
  return saves.map(({ saved, hops }) => hops.finished - saved);
}

/** Lines of a table in Markdown. A hop's column has the median of the milliseconds since the hop before it. */
export function hopTable(saves: ReadonlyMap<string, readonly SeenSave[]>): string[] {
  const head = ["save", "first", "best", "median", "worst", ...HOPS];
  const rows = [...saves].map(([kind, list]) => [kind, ...totals(list), ...hopTimes(list)]);
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

function totals(saves: readonly SeenSave[]): string[] {
  const times = timesOf(saves);
  const [first = 0] = times;
  return [first, Math.min(...times), median(times), Math.max(...times)].map((time) =>
    time.toFixed(0),
  );
}

function hopTimes(saves: readonly SeenSave[]): string[] {
  return HOPS.map((hop, index) => {
    const before = HOPS[index - 1];
    const times = saves.map(({ saved, hops }) => hops[hop] - (before ? hops[before] : saved));
    return median(times).toFixed(1);
  });
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]] as number[];
  return middle.reduce((sum, number) => sum + number, 0) / 2;
}
