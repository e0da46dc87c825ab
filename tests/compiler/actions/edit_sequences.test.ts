/**
 * Whatever was compiled before, an action's bytes and messages are those of a new process. Programs are edited at random:
 * bodies, values, signatures, comments, files that come and go, mistakes and their mending.
 */
import test, { type ExecutionContext } from "ava";
import { ActionMemory } from "#compiler/actions/memory.ts";
import {
  type Files,
  LibraryBuilder,
  outputsOf,
  standardTexts,
  type Texts,
} from "../../bench/library_build.ts";
import { generateProgram } from "../../bench/program/generate.ts";
import { Random } from "../../bench/program/random.ts";
import { farReachingProgram } from "./far_reaching_program.ts";
import { trickyProgram } from "./tricky_program.ts";

const STEPS = 40;

let standard: Promise<Files> | null = null;

/** The standard library's files, made once. */
function standardFiles(): Promise<Files> {
  standard ??= (async () => {
    const builder = new LibraryBuilder(new Map(), new ActionMemory());
    const { exitCode, output } = await builder.build("std", standardTexts(), []);
    if (exitCode !== 0) throw new Error(output);
    return builder.files;
  })();
  return standard;
}

test("a generated program", async (t) => {
  await editAtRandom(t, generateProgram(3, 300).files, 1);
});

for (const seed of [1, 2]) {
  test(`a program whose functions hang together, seed ${seed}`, async (t) => {
    await editAtRandom(t, trickyProgram, seed);
  });
}

for (const seed of [1, 2]) {
  test(`a program whose files reach far, seed ${seed}`, async (t) => {
    await editAtRandom(t, farReachingProgram, seed);
  });
}

async function editAtRandom(t: ExecutionContext, program: Texts, seed: number): Promise<void> {
  t.timeout(600_000);
  const random = new Random(seed);
  const kept = new LibraryBuilder(new Map(await standardFiles()), new ActionMemory());
  let texts: Texts = program;
  let typedLess = 0;
  for (let step = 0; step < STEPS; step++) {
    const fresh = new LibraryBuilder(new Map(await standardFiles()), new ActionMemory());
    const expected = await fresh.build("test", texts, ["std"]);
    const found = await kept.build("test", texts, ["std"]);
    const name = `step ${step}`;
    t.is(found.output, expected.output, name);
    if (expected.exitCode === 0) {
      for (const path of outputsOf("test"))
        t.true(isSame(kept.files.get(path), fresh.files.get(path)), `${name}: ${path}`);
      if ((found.work?.typed.length ?? 0) < (expected.work?.typed.length ?? 0)) typedLess++;
    }
    // Most mistakes are mended at once, so that there is something to edit.
    texts =
      expected.exitCode === 0 || random.chance(20)
        ? edit(random, texts, program)
        : undo(texts, program, random);
  }
  t.true(typedLess > STEPS / 10, `only ${typedLess} of ${STEPS} checks typed less than everything`);
}

function isSame(found: Uint8Array | undefined, expected: Uint8Array | undefined): boolean {
  return found !== undefined && expected !== undefined && Buffer.compare(found, expected) === 0;
}

/** Back to the original, or all the way with the last edits only. */
function undo(texts: Texts, program: Texts, random: Random): Texts {
  return random.chance(70) ? (previous.get(texts) ?? program) : program;
}

/** What a state was made from. */
const previous = new WeakMap<Texts, Texts>();

function edit(random: Random, texts: Texts, program: Texts): Texts {
  const edited = editOnce(random, texts, program);
  previous.set(edited, texts);
  return edited;
}

function editOnce(random: Random, texts: Texts, program: Texts): Texts {
  const path = random.pick([...texts.keys()]);
  const roll = random.below(20);
  if (roll === 0 && texts.size > 1) return new Map([...texts].filter(([other]) => other !== path));
  if (roll === 1) return program;
  if (roll === 2) {
    const name = `Added${random.below(3)}`;
    return new Map([
      ...texts,
      [`${name}.hx`, `class ${name} { public static var it = ${random.below(9)}; }\n`],
    ]);
  }
  return new Map([...texts, [path, editText(random, texts.get(path) ?? "")]]);
}

function editText(random: Random, text: string): string {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  const line = lines[at] ?? "";
  switch (random.below(8)) {
    case 0:
      return lines.toSpliced(at, 0, "\t// a comment").join("\n");
    case 1:
      return lines.toSpliced(at, 0, "").join("\n");
    case 2:
      return lines.toSpliced(at, 1).join("\n");
    case 3:
      return lines.toSpliced(at, 0, line).join("\n");
    case 4:
      return lines.with(at, line.replace(/\w+/, "unheardOf")).join("\n");
    case 5:
      return lines
        .with(
          at,
          line.replace(
            /:(?:Int|Float|String)\b/,
            random.pick(["", ":Int", ":Float", ":String", ":Dynamic"]),
          ),
        )
        .join("\n");
    default:
      return text.replaceAll(/\b\d+\b/g, (digits) =>
        random.chance(10) ? String(random.below(99)) : digits,
      );
  }
}
