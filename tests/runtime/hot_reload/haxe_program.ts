/** Small Haxe programs, compiled in memory by the build's own actions, and running ones that take new versions. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import type { ProgramEntry } from "#compiler/bytecode/metadata.ts";
import { headlessHost } from "#runtime/headless/headless_host.ts";
import { HotReload } from "#runtime/hot_reload/hot_reload.ts";
import type { ReloadReport } from "#runtime/hot_reload/reload_report.ts";
import { Stopwatch } from "#runtime/hot_reload/stopwatch.ts";
import { loadProgram, type Program, type ProgramModule } from "#runtime/vm/program.ts";

export type Tier = "interpreter" | "jit";
export const tiers: readonly Tier[] = ["interpreter", "jit"];

export interface Compiled {
  readonly modules: Readonly<Record<Tier, readonly ProgramModule[]>>;
  readonly entry: ProgramEntry;
}

/** The library `std` and, for each version of a program, its library `test`. */
export class Compiler {
  readonly #files = new Map<string, Uint8Array>();
  #hasStd = false;
  /** The files are shared, so programs are compiled one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /** `source` is Main.hx; `Host` is there, for frames and text; `others` are further files. */
  compile(source: string, others: Readonly<Record<string, string>> = {}): Promise<Compiled> {
    const compiled = this.#last.then(() => this.#compile({ "Main.hx": source, ...others }));
    this.#last = compiled.catch(() => {});
    return compiled;
  }

  async #compile(sources: Readonly<Record<string, string>>): Promise<Compiled> {
    if (!this.#hasStd) await this.#library("std", stdSources(), []);
    this.#hasStd = true;
    await this.#library("test", { ...sources, "Host.hx": HOST }, ["std.hxi"]);
    await this.#run(
      "link",
      "--ir",
      "std.hir",
      "--ir",
      "test.hir",
      "--entry",
      "Main",
      "--out",
      "entry",
    );
    const libraries = ["std", "test"];
    return {
      entry: JSON.parse(this.#text("entry")),
      modules: {
        interpreter: libraries.map((name) => ({
          kind: "bytecode",
          bytes: this.#bytes(`${name}.hbc`),
        })),
        jit: libraries.map((name) => ({
          kind: "javascript",
          text: this.#text(`${name}.js`),
          manifest: JSON.parse(this.#text(`${name}.json`)),
        })),
      },
    };
  }

  async #library(
    name: string,
    sources: Readonly<Record<string, string>>,
    interfaces: readonly string[],
  ): Promise<void> {
    const flags: string[] = [];
    const texts: string[] = [];
    for (const [file, text] of Object.entries(sources)) {
      const path = `${name}/${file}`;
      this.#files.set(path, new TextEncoder().encode(text));
      await this.#run("parse", "--source", `${path}=${path}`, "--out", `${path}ast`);
      flags.push("--ast", `${path}ast`);
      texts.push("--source", `${path}=${path}`);
    }
    for (const path of interfaces) flags.push("--interface", path);
    const outputs = ["--out-interface", `${name}.hxi`, "--out-ir", `${name}.hir`];
    await this.#run("typecheck", "--library", name, ...flags, ...texts, ...outputs);
    await this.#run("bytecode", "--ir", `${name}.hir`, ...texts, "--out", `${name}.hbc`);
    const printed = ["--out", `${name}.js`, "--out-manifest", `${name}.json`];
    await this.#run("javascript", "--ir", `${name}.hir`, ...texts, ...printed);
  }

  async #run(...args: string[]): Promise<void> {
    const { exitCode, output } = await runCompilerAction(args, {
      read: (path) => this.#files.get(path),
      write: (path, bytes) => this.#files.set(path, bytes),
    });
    if (exitCode !== 0) throw new Error(output);
  }

  #bytes(path: string): Uint8Array {
    return this.#files.get(path) as Uint8Array;
  }

  #text(path: string): string {
    return new TextDecoder().decode(this.#bytes(path));
  }
}

function stdSources(): Record<string, string> {
  const folder = "runtime/std";
  const names = globSync("**/*.hx", { cwd: folder }).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

const HOST = `class Host {
	@:intrinsic("host.onFrame") public static function onFrame(step:Float->Void):Void;
	@:intrinsic("host.onDigest") public static function onDigest(digest:Void->String):Void;
	@:intrinsic("host.print") public static function print(text:String):Void;
}`;

/** A running program, in one tier, with what it has printed. */
export class Running {
  readonly program: Program;
  readonly #reload: HotReload;
  readonly #tier: Tier;
  #output = "";

  constructor(compiled: Compiled, tier: Tier, createStopwatch = () => new Stopwatch()) {
    const modules = compiled.modules[tier];
    const host = headlessHost(
      { find: () => -1, version: () => 0, bytes: () => null },
      {
        print: (text) => {
          this.#output += text;
        },
        printError: (text) => {
          this.#output += text;
        },
      },
    );
    this.#tier = tier;
    this.program = loadProgram(modules, compiled.entry, host, { reloadable: true });
    this.#reload = new HotReload(this.program, modules, createStopwatch);
    this.program.start();
  }

  /** Runs frames and gives what they printed. */
  frames(count = 1): string {
    for (let frame = 0; frame < count; frame++) {
      this.program.frame(1 / 60);
      this.#reload.frameDone();
    }
    return this.output();
  }

  /** What was printed since the last call. */
  output(): string {
    const text = this.#output;
    this.#output = "";
    return text;
  }

  reload({ modules, entry }: Compiled): ReloadReport {
    return this.#reload.reload({ modules: modules[this.#tier], entry });
  }

  /** Runs a frame that throws; gives the report of the reload that it takes back, if it does. */
  failingFrame(): ReloadReport | null {
    try {
      this.program.frame(1 / 60);
    } catch (error) {
      return this.#reload.frameFailed(error);
    }
    throw new Error("The frame did not fail");
  }

  digest(): string {
    return this.program.digest();
  }
}
