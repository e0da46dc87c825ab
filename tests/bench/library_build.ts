/** The compile actions of one library over files in memory, as the dev server and Bazel's worker run them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActionResult } from "#compiler/actions/action.ts";
import type { ActionMemory } from "#compiler/actions/memory.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { ownClock, type Spent, together } from "./measure.ts";

export type Files = Map<string, Uint8Array>;

/** Haxe texts by their paths. */
export type Texts = ReadonlyMap<string, string>;

const STD = process.env["HAXE_GAME_STD"] ?? join(import.meta.dirname, "../../runtime/std");
const DEFINES = [
  "haxe=4.3.7",
  "haxe_game=1",
  "static=1",
  "sys=1",
  "target.static=1",
  "target.sys=1",
  "utf16=1",
];

export function standardTexts(): Texts {
  const names = readdirSync(STD, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => name.endsWith(".hx"))
      .toSorted()
      .map((name) => [`std/${name}`, readFileSync(join(STD, name), "utf8")]),
  );
}

export interface LibraryBuild {
  readonly exitCode: number;
  /** Of the first step that failed, and of all before it. */
  readonly output: string;
  readonly work: ActionResult["work"];
  /** Of each kind of action, all that ran together. */
  readonly spent: Readonly<Record<Command, Spent>>;
}

export type Command = "parse" | "typecheck" | "bytecode" | "javascript";

/** A library's files are `NAME.hxi`, `NAME.hir`, `NAME.hbc`, `NAME.js` and `NAME.json`. */
export class LibraryBuilder {
  readonly files: Files;
  readonly #memory: ActionMemory;

  constructor(files: Files, memory: ActionMemory) {
    this.files = files;
    this.#memory = memory;
  }

  /** Parses the given files, by default all, and does the rest. */
  async build(
    name: string,
    texts: Texts,
    dependencies: readonly string[],
    edited: Iterable<string> = texts.keys(),
  ): Promise<LibraryBuild> {
    const steps: (readonly string[])[] = [];
    for (const path of edited) {
      const text = texts.get(path);
      if (text === undefined) continue;
      this.files.set(path, Buffer.from(text));
      steps.push(parse(path));
    }
    steps.push(typecheck(name, texts, dependencies), ...emits(name, texts));
    let output = "";
    let work: ActionResult["work"];
    const nothing: Spent = { wall: 0, cpu: 0 };
    const spent = { parse: nothing, typecheck: nothing, bytecode: nothing, javascript: nothing };
    for (const step of steps) {
      const stop = ownClock();
      const result = await this.run(step);
      const command = step[0] as Command;
      spent[command] = together(spent[command], stop());
      output += result.output;
      work ??= result.work;
      if (result.exitCode !== 0) return { exitCode: result.exitCode, output, work, spent };
    }
    return { exitCode: 0, output, work, spent };
  }

  async run(args: readonly string[]): Promise<ActionResult> {
    const files = {
      read: (path: string) => this.files.get(path),
      write: (path: string, bytes: Uint8Array) => void this.files.set(path, bytes),
    };
    return await runCompilerAction(args, files, this.#memory);
  }
}

export const outputsOf = (name: string) =>
  ["hxi", "hir", "hbc", "js", "json"].map((extension) => `${name}.${extension}`);

function parse(path: string): string[] {
  const defines = DEFINES.flatMap((define) => ["--define", define]);
  return ["parse", "--source", `${path}=${path}`, "--out", `${path}ast`, ...defines];
}

function typecheck(name: string, texts: Texts, dependencies: readonly string[]): string[] {
  return [
    ...["typecheck", "--library", name],
    ...[...texts.keys()].flatMap((path) => ["--ast", `${path}ast`]),
    ...sources(texts),
    ...dependencies.flatMap((dependency) => ["--interface", `${dependency}.hxi`]),
    ...["--out-interface", `${name}.hxi`, "--out-ir", `${name}.hir`],
  ];
}

function emits(name: string, texts: Texts): string[][] {
  const input = ["--ir", `${name}.hir`, ...sources(texts)];
  return [
    ["bytecode", ...input, "--out", `${name}.hbc`],
    ["javascript", ...input, "--out", `${name}.js`, "--out-manifest", `${name}.json`],
  ];
}

function sources(texts: Texts): string[] {
  return [...texts.keys()].flatMap((path) => ["--source", `${path}=${path}`]);
}
