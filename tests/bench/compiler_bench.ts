/** What is measured: new programs, and edits of one that is known. */
import { ActionMemory } from "#compiler/actions/memory.ts";
import { HaxeProject } from "./haxe_project.ts";
import type { HaxeServer } from "./haxe_server.ts";
import { type LibraryBuild, LibraryBuilder, standardTexts, type Texts } from "./library_build.ts";
import { calibrationLoop, compare, type Measured, timed } from "./measure.ts";
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
    const javascript: number[] = [];
    const ours = async (round: number) => {
      const { milliseconds: spent } = await this.#compile(lines, round);
      javascript.push(spent.parse + spent.typecheck + spent.javascript);
      return spent.parse + spent.typecheck;
    };
    const haxe = (write: (project: HaxeProject) => Promise<void>) => async (round: number) => {
      if (server === null) return 0;
      const project = new HaxeProject(server, generateProgram(round, lines).files);
      const spent = await timed(() => write(project));
      project.remove();
      return spent;
    };
    const [checked, peer, peerJavascript] = await compare(rounds, {
      ours,
      haxe: haxe((project) => project.check()),
      javascript: haxe((project) => project.javascript()),
    });
    const size = `${lines.toLocaleString("en")} lines`;
    this.#row(`${size}, new: check`, checked, peer, "parsed, typed, interface and IR written");
    const whole = { name: "javascript", rounds: javascript };
    this.#row(`${size}, new: to JavaScript`, whole, peerJavascript, "the same, and printed");
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
      const [spent, peer] = await compare(rounds, {
        ours: async (round) => {
          const texts: Texts = new Map([...files, [path, change(files.get(path) ?? "", round)]]);
          const build = await must(this.#builder.build("program", texts, ["std"], [path]));
          builds.push(build);
          return (
            build.milliseconds.parse + build.milliseconds.typecheck + build.milliseconds.javascript
          );
        },
        haxe: async (round) => {
          if (project === null) return 0;
          project.write(path, change(files.get(path) ?? "", round));
          return await timed(() => project.javascript());
        },
      });
      this.#row(`${size}: ${name}`, spent, peer, workText(builds));
      await must(this.#builder.build("program", files, ["std"], [path]));
    }
    project?.remove();
  }

  #row(name: string, ours: Measured | undefined, haxe: Measured | undefined, note: string): void {
    if (ours === undefined) return;
    const { report, server } = this.#options;
    report({ name, ours, haxe: server === null ? null : (haxe ?? null), note });
  }
}

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

function workText(builds: readonly LibraryBuild[]): string {
  const last = builds.at(-1);
  if (last === undefined) return "";
  const { work, milliseconds } = last;
  const steps = Object.entries(milliseconds).map(([step, spent]) => `${step} ${spent.toFixed(1)}`);
  return `${work?.typed.length} typed, ${work?.changed.length} emitted; last: ${steps.join(", ")} ms`;
}

async function must(build: Promise<LibraryBuild>): Promise<LibraryBuild> {
  const done = await build;
  if (done.exitCode !== 0) throw new Error(done.output);
  return done;
}
