/** Runs generated programs in several ways and says where they differ. */
import { type GeneratedProgram, type Outcome, type RunFolder, runBatch } from "./batch.ts";

export interface Way {
  readonly name: string;
  readonly run: RunFolder;
  /** Haxe 4.2.5's optimiser fails on a few programs; those say nothing. */
  readonly mayCrash?: boolean;
}

export interface Difference {
  readonly program: GeneratedProgram;
  readonly expected: { readonly way: string; readonly outcome: Outcome };
  readonly found: { readonly way: string; readonly outcome: Outcome };
}

/** The first way is right by definition; each program is reported once. */
export async function findDifferences(
  programs: readonly GeneratedProgram[],
  ways: readonly Way[],
  folder: string,
): Promise<Difference[]> {
  const differences = new Map<string, Difference>();
  const [first, ...others] = ways;
  if (first === undefined) return [];
  const expected = await runBatch(programs, folder, first.run);
  for (const way of others) {
    const found = await runBatch(programs, folder, way.run);
    for (const program of programs) {
      const [wanted, outcome] = [expected.get(program.id), found.get(program.id)];
      if (wanted === undefined || outcome === undefined || isEqual(wanted, outcome)) continue;
      if (wanted.kind === "crashed" && first.mayCrash === true) continue;
      if (differences.has(program.id)) continue;
      differences.set(program.id, {
        program,
        expected: { way: first.name, outcome: wanted },
        found: { way: way.name, outcome },
      });
    }
  }
  return [...differences.values()];
}

/** Texts of refusals may differ; that both refuse is a fault of the generator, and shown by `kindOf`. */
function isEqual(left: Outcome, right: Outcome): boolean {
  if (left.kind !== "output" || right.kind !== "output") return false;
  return left.text === right.text;
}

/** What must stay the same while a failing program is made smaller. */
export function kindOf({ expected, found }: Difference): string {
  return `${expected.outcome.kind} in ${expected.way}, ${found.outcome.kind} in ${found.way}`;
}

/** The difference in words, with the first line that differs. */
export function describe(difference: Difference): string {
  const { program, expected, found } = difference;
  const texts = [expected.outcome.text, found.outcome.text].map((text) => text.split("\n"));
  const [left = [], right = []] = texts;
  const at = left.findIndex((line, index) => line !== right[index]);
  const where = expected.outcome.kind === "output" && found.outcome.kind === "output";
  return [
    `${program.id}: ${kindOf(difference)}`,
    ...(where
      ? [`line ${at + 1}: expected ${JSON.stringify(left[at])}, found ${JSON.stringify(right[at])}`]
      : [expected, found].flatMap(({ way, outcome }) =>
          outcome.kind === "output" ? [] : [`${way}: ${outcome.text.slice(-1500)}`],
        )),
  ].join("\n");
}
