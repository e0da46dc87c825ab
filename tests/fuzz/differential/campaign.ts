/** Many seeds, batch by batch. */
import type { GeneratedProgram } from "./batch.ts";
import { Choices } from "./choices.ts";
import { type Difference, findDifferences, type Way } from "./compare.ts";
import { type GenerateOptions, generateProgram } from "./generate.ts";

export interface Campaign extends GenerateOptions {
  readonly from: number;
  readonly count: number;
  /** Programs compiled as one. */
  readonly batch: number;
  /** The first is right by definition. */
  readonly always: readonly Way[];
  /** Slower ones, for one batch in so many. */
  readonly sampled: readonly Way[];
  readonly sample: number;
  /** Where batches are written; what was there is deleted. */
  readonly folder: string;
}

export interface BatchResult {
  /** Programs so far, and their lines. */
  readonly programs: number;
  readonly lines: number;
  readonly differences: readonly Difference[];
}

export async function* runCampaign(campaign: Campaign): AsyncGenerator<BatchResult> {
  const { from, count, batch, always, sampled, sample, folder } = campaign;
  let lines = 0;
  for (let done = 0; done < count; done += batch) {
    const size = Math.min(batch, count - done);
    const programs = Array.from({ length: size }, (_, index) =>
      programOf(from + done + index, campaign),
    );
    lines += programs.reduce((total, { text }) => total + text.split("\n").length, 0);
    const isSampled = (done / batch) % sample === 0;
    const ways = isSampled ? [...always, ...sampled] : always;
    const differences = await findDifferences(programs, ways, folder);
    yield { programs: done + size, lines, differences };
  }
}

export function programOf(seed: number, options: GenerateOptions): GeneratedProgram {
  return { id: `seed${seed}`, text: generateProgram(Choices.seeded(seed), options) };
}

/** The decisions behind a program. */
export function decisionsOf({ id }: GeneratedProgram, options: GenerateOptions): number[] {
  const choices = Choices.seeded(Number(id.slice("seed".length)));
  generateProgram(choices, options);
  return choices.taken;
}
