/**
 * Makes a failing program smaller by making its decisions fewer and lower: leaves out what a span made, or lets it be made
 * in the simplest way, and lowers single decisions. After MacIver's Hypothesis ("Test-Case Reduction via Test-Case
 * Generation", ECOOP 2020). Candidates are tried many at a time, since compilers are slow to start.
 */
import { Choices } from "./choices.ts";
import { type GenerateOptions, generateProgram } from "./generate.ts";

/** Which of the texts still fail in the same way? */
export type StillFails = (texts: readonly string[]) => Promise<readonly boolean[]>;

const AT_ONCE = 24;

export interface Shrunk {
  readonly taken: readonly number[];
  readonly text: string;
}

/** Ends when no candidate fails any more, or when `most` candidates were tried. */
export async function shrink(
  start: readonly number[],
  options: GenerateOptions,
  stillFails: StillFails,
  most: number,
): Promise<Shrunk> {
  let best = remake(start, options);
  let tried = 0;
  let skip = 0;
  const seen = new Set([best.text]);
  while (tried < most) {
    const candidates: Made[] = [];
    let passed = 0;
    for (const list of smaller(best)) {
      passed++;
      if (passed <= skip) continue;
      const made = remake(list, options);
      if (seen.has(made.text) || !isSimpler(made, best)) continue;
      seen.add(made.text);
      candidates.push(made);
      if (candidates.length === AT_ONCE) break;
    }
    if (candidates.length === 0) {
      if (skip === 0) break;
      skip = 0;
      continue;
    }
    tried += candidates.length;
    const fails = await stillFails(candidates.map(({ text }) => text));
    const failing = candidates.filter((_, index) => fails[index]);
    const next = failing.toSorted((a, b) => a.text.length - b.text.length)[0];
    if (next === undefined) skip = passed;
    else {
      best = next;
      skip = 0;
    }
  }
  return best;
}

interface Made extends Shrunk {
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

function remake(list: readonly number[], options: GenerateOptions): Made {
  const choices = Choices.replayed(list);
  const text = generateProgram(choices, options);
  return { taken: choices.taken, spans: choices.spans, text };
}

function isSimpler(made: Made, best: Made): boolean {
  if (made.text.length !== best.text.length) return made.text.length < best.text.length;
  return sum(made.taken) < sum(best.taken);
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0);
}

function* smaller({ taken, spans }: Made): Generator<number[]> {
  const largestFirst = spans.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end } of largestFirst) yield taken.toSpliced(start, end - start);
  for (const { start, end } of largestFirst) yield taken.toSpliced(start, end - start, 0);
  // A span that begins another gives way to it: an operand in place of the whole expression.
  for (const outer of largestFirst) {
    for (const inner of spans) {
      if (inner.start > outer.start && inner.end <= outer.end) {
        const kept = taken.slice(inner.start, inner.end);
        yield taken.toSpliced(outer.start, outer.end - outer.start, ...kept);
      }
    }
  }
  for (const [index, value] of taken.entries()) {
    if (value > 0) yield taken.with(index, 0);
    if (value > 1) yield taken.with(index, value >> 1);
    if (value > 1) yield taken.with(index, value - 1);
  }
}
