/** What is measured: new programs, and edits of one that is known. */
import { ActionMemory } from "#compiler/actions/memory.ts";
import { HaxeProject } from "./haxe_project.ts";
import type { HaxeServer } from "./haxe_server.ts";
import { type LibraryBuild, LibraryBuilder, standardTexts, type Texts } from "./library_build.ts";
import { calibrationLoop, compare, type Measured, type Spent, together } from "./measure.ts";
import { generateProgram } from "./program/generate.ts";

/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly ours: Measured;
  /** Null where there is no `haxe`, or nothing to compare with. */
  readonly haxe: Measured | null;
  readonly note: string;
}

export interface BenchOptions {
  readonly server: HaxeServer | null;
  readonly rounds: number;
  readonly report: (row: Row) => void;
}

export class CompilerBench {
  readonly #options: BenchOptions;
  readonly memory = new ActionMemory();
  readonly #builder = new LibraryBuilder(new Map(), this.memory);

  constructor(options: BenchOptions) {
    this.#options = options;
  }

  /** Compiles what everything needs, and enough else for the worker to be warm. */
  async warmUp(): Promise<void> {
    await must(this.#builder.build("std", standardTexts(), []));
    for (let round = 0; round < 3; round++) await this.#compile(5000, 1000 + round);
    const { server } = this.#options;
    if (server === null) return;
    const project = new HaxeProject(server, generateProgram(1000, 5000).files);
    await project.check();
    await project.javascript();
    project.remove();
  }

  calibrate(): Measured {
    return { name: "loop", rounds: Array.from({ length: this.#options.rounds }, calibrationLoop) };
  }

  /** Programs that neither side has seen. */
  async cold(lines: number): Promise<void> {
    const { rounds, server } = this.#options;
    const javascript: Spent[] = [];
    const haxe = (write: (project: HaxeProject) => Promise<Spent>) => async (round: number) => {
      if (server === null) return NOTHING;
      const project = new HaxeProject(server, generateProgram(round, lines).files);
      const spent = await write(project);
      project.remove();
      return spent;
    };
    const results = await compare(rounds, {
      ours: async (round) => {
        const { spent } = await this.#compile(lines, round);
        javascript.push(together(spent.parse, spent.typecheck, spent.javascript));
        return together(spent.parse, spent.typecheck);
      },
      check: haxe((project) => project.check()),
      javascript: haxe((project) => project.javascript()),
    });
    const size = `${lines.toLocaleString("en")} lines`;
    this.#row(`${size}, new: check`, results.ours, results.check, "parsed, typed, IR written");
    const whole = { name: "javascript", rounds: javascript };
    this.#row(`${size}, new: to JavaScript`, whole, results.javascript, "the same, and printed");
  }

  async #compile(lines: number, seed: number): Promise<LibraryBuild> {
    const { files } = generateProgram(seed, lines);
    return await must(this.#builder.build("program", files, ["std"]));
  }

  /** Edits of a program that both sides know, each another one. */
  async edits(lines: number): Promise<void> {
    const { files } = generateProgram(7, lines);
    const { server, rounds } = this.#options;
    await must(this.#builder.build("program", files, ["std"]));
    const project = server === null ? null : new HaxeProject(server, files);
    await project?.javascript();
    const size = `${lines.toLocaleString("en")} lines`;
    for (const { name, change } of EDITS) {
      const path = [...files.keys()].find(
        (file) => change(files.get(file) ?? "", 0) !== files.get(file),
      );
      if (path === undefined) throw new Error(`No file for: ${name}`);
      const builds: LibraryBuild[] = [];
      const { ours, haxe } = await compare(rounds, {
        ours: async (round) => {
          const texts: Texts = new Map([...files, [path, change(files.get(path) ?? "", round)]]);
          const build = await must(this.#builder.build("program", texts, ["std"], [path]));
          builds.push(build);
          const { parse, typecheck, javascript } = build.spent;
          return together(parse, typecheck, javascript);
        },
        haxe: async (round) => {
          if (project === null) return NOTHING;
          project.write(path, change(files.get(path) ?? "", round));
          return await project.javascript();
        },
      });
      this.#row(`${size}: ${name}`, ours, haxe, workText(builds));
      await must(this.#builder.build("program", files, ["std"], [path]));
    }
    project?.remove();
  }

  #row(name: string, ours: Measured, haxe: Measured, note: string): void {
    const { report, server } = this.#options;
    report({ name, ours, haxe: server === null ? null : haxe, note });
  }
}

const NOTHING: Spent = { wall: 0, cpu: 0 };

interface Edit {
  readonly name: string;
  /** The text with the edit, another one each round; the same text where there is nothing to edit. */
  readonly change: (text: string, round: number) => string;
}

const EDITS: readonly Edit[] = [
  {
    name: "a body edited",
    change: (text, round) => text.replace("calls++;", `calls += ${round + 2};`),
  },
  {
    name: "a line added to a body",
    change: (text, round) => text.replace("calls++;", `calls++;\n\t\tcalls += ${round + 2};`),
  },
  {
    name: "an initial value edited",
    change: (text, round) =>
      text.replace("static var calls = 0;", `static var calls = ${round + 2};`),
  },
  {
    name: "a signature edited",
    change: (text, round) =>
      text
        .replace("(limit:Int)", `(limit:Int, more${round} = 1)`)
        .replace(", limit:Int)", `, limit:Int, more${round} = 1)`),
  },
  {
    name: "a field added",
    change: (text, round) =>
      text.replace("static var calls", `static var added${round} = 1;\n\tstatic var calls`),
  },
];

/** What was done, and the quickest of each step by the processor's time. */
function workText(builds: readonly LibraryBuild[]): string {
  const work = builds.at(-1)?.work;
  const steps = (["parse", "typecheck", "bytecode", "javascript"] as const).map((command) => {
    const least = Math.min(...builds.map(({ spent }) => spent[command].cpu));
    return `${command} ${least.toFixed(1)}`;
  });
  return `${work?.typed.length} typed, ${work?.changed.length} new; CPU ms: ${steps.join(", ")}`;
}

async function must(build: Promise<LibraryBuild>): Promise<LibraryBuild> {
  const done = await build;
  if (done.exitCode !== 0) throw new Error(done.output);
  return done;
}
