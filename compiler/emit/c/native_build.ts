/**
 * Builds native programs: prints C, compiles and links it with Zig. Objects and executables are kept by the digest of all
 * that went into them, so the runtime is compiled once and an unchanged program not at all.
 */
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import type { IrProgram } from "#compiler/ir/program.ts";
import {
  compileFlags,
  isNativeSource,
  NATIVE_TARGET,
  noWarnings,
  runtimeWarnings,
} from "./native_flags.ts";
import { printProgramC } from "./print_program.ts";

export interface NativeOptions {
  /** The Zig executable, with its path, and its library folder. */
  readonly zig: string;
  readonly zigLib: string;
  /** The folder runtime/native. */
  readonly runtimeDir: string;
  /** Where objects, executables and Zig's own files are kept. */
  readonly cacheDir: string;
  /** Arguments of the program. */
  readonly args: readonly string[];
  /** `-O2` unless said otherwise; `-O1` compiles in about half the time. */
  readonly optimize?: "-O0" | "-O1" | "-O2";
  /** More flags for every file, such as `-DHX_GC_STRESS=1`. */
  readonly flags?: readonly string[];
  /** Warnings for the printed files; none unless said otherwise. */
  readonly warnings?: readonly string[];
}

/** Zig could not compile or link: a fault of the compiler or of its installation, never of the program. */
export class NativeBuildError extends Error {
  override readonly name = "NativeBuildError";
}

/** A C file or header. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

interface Job {
  readonly file: SourceFile;
  readonly headers: readonly SourceFile[];
  readonly warnings: readonly string[];
}

/** Builds the program and gives the path of its executable. */
export function buildNative(program: IrProgram, options: NativeOptions): Promise<string> {
  const files = [...printProgramC(program)].map(([name, text]) => ({ name, text }));
  return buildWithRuntime(files, options);
}

/** Builds an executable of the runtime and the files; those that define `main` do without the runtime's. */
export async function buildWithRuntime(
  files: readonly SourceFile[],
  given: NativeOptions,
): Promise<string> {
  // Zig runs in folders of the cache.
  const options: NativeOptions = {
    ...given,
    cacheDir: resolve(given.cacheDir),
    zig: resolve(given.zig),
    zigLib: resolve(given.zigLib),
  };
  const ownMain = files.some(({ text }) => /^int main\(/m.test(text));
  const runtime = readFolder(options.runtimeDir);
  const isSource = ({ name }: SourceFile): boolean => name.endsWith(".c");
  const runtimeHeaders = runtime.filter((file) => !isSource(file));
  const headers = [...runtimeHeaders, ...files.filter((file) => !isSource(file))];
  const warnings = options.warnings ?? noWarnings;
  const jobs: Job[] = [
    ...runtime
      .filter(({ name }) => isNativeSource(name) && !(ownMain && name === "main_posix.c"))
      .map((file) => ({ file, headers: runtimeHeaders, warnings: runtimeWarnings })),
    ...files.filter(isSource).map((file) => ({ file, headers, warnings })),
  ];
  const objects = await inParallel(jobs, (job) => compile(job, options));
  return link(objects, options);
}

function readFolder(folder: string): SourceFile[] {
  return readdirSync(folder)
    .filter((name) => /\.[ch]$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Compiles one file in a folder of its own that also holds the headers; gives the object's path. */
async function compile({ file, headers, warnings }: Job, options: NativeOptions): Promise<string> {
  const optimize = options.optimize ?? "-O2";
  const flags = [...compileFlags, ...warnings, optimize, ...(options.flags ?? [])];
  const sources = [file, ...headers];
  const object = join(options.cacheDir, "objects", `${digestOf([flags, sources])}.o`);
  if (existsSync(object)) return object;
  await produce(object, async (output) => {
    const folder = join(options.cacheDir, "sources", randomUUID());
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of sources) writeFileSync(join(folder, name), text);
    const args = ["cc", "-target", NATIVE_TARGET, ...flags, "-c", file.name, "-o", output];
    await zig(args, folder, options).finally(() => rmSync(folder, { recursive: true }));
  });
  return object;
}

async function link(objects: readonly string[], options: NativeOptions): Promise<string> {
  const executable = join(options.cacheDir, "programs", digestOf(objects));
  if (existsSync(executable)) return executable;
  const args = [
    "cc",
    "-target",
    NATIVE_TARGET,
    "-s",
    "-Wl,--gc-sections",
    ...(options.flags ?? []),
    ...objects,
  ];
  await produce(executable, (output) => zig([...args, "-o", output], options.cacheDir, options));
  return executable;
}

/** What this process is making now, so that two builds at once do not make the same file. */
const underway = new Map<string, Promise<void>>();

/** Lets `make` write beside the final place and then moves: others see the file whole or not at all. */
function produce(path: string, make: (output: string) => Promise<void>): Promise<void> {
  const known = underway.get(path);
  if (known !== undefined) return known;
  mkdirSync(join(path, ".."), { recursive: true });
  const output = `${path}.${randomUUID()}`;
  const made = make(output)
    .then(() => renameSync(output, path))
    .finally(() => underway.delete(path));
  underway.set(path, made);
  return made;
}

function zig(args: readonly string[], cwd: string, options: NativeOptions): Promise<void> {
  const cache = join(options.cacheDir, "zig");
  const env = {
    ZIG_LIB_DIR: options.zigLib,
    ZIG_GLOBAL_CACHE_DIR: cache,
    ZIG_LOCAL_CACHE_DIR: cache,
  };
  return new Promise((done, reject) => {
    const child = spawn(options.zig, args, { cwd, env, stdio: ["ignore", "inherit", "pipe"] });
    const errors: Buffer[] = [];
    child.stderr.on("data", (data: Buffer) => errors.push(data));
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) done();
      else reject(new NativeBuildError(Buffer.concat(errors).toString("utf8")));
    });
  });
}

function digestOf(parts: unknown): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** Maps in order, as many at a time as there are processors. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
