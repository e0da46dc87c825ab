/** `haxe_game run` and `haxe_game check`. */
import { statSync } from "node:fs";
import { compileProgram } from "#compiler/compile.ts";
import { type Diagnostic, diagnostic, type Location } from "#compiler/diagnostics/diagnostic.ts";
import { internalError } from "#compiler/diagnostics/internal_error.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import { definesWith } from "#compiler/lexer/built_in_defines.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import { type CommandLine, type Mode, parseArguments, USAGE } from "./arguments.ts";
import type { Installation } from "./installation.ts";
import { type LoadedProgram, loadProgram, type ProgramPlaces } from "./load_program.ts";
import { processHost } from "./process_host.ts";
import { readResources } from "./read_resources.ts";
import type { RunMode } from "./run_mode.ts";

/** The status for a program that could not be compiled, as Haxe has it, and for a command line that could not be read. */
const COMPILE_ERROR = 1;
const USAGE_ERROR = 2;

/** Gives the exit status. */
export async function runCommand(
  argv: readonly string[],
  installation: Installation,
): Promise<number> {
  const parsed = parseArguments(argv);
  switch (parsed.kind) {
    case "help":
      process.stdout.write(USAGE);
      return 0;
    case "wrong":
      process.stderr.write(`${parsed.text}\n\n${USAGE}`);
      return USAGE_ERROR;
    case "command":
      return executeOrExplain(parsed.command, installation);
  }
}

/** What the compiler itself throws is told like everything else that goes wrong. */
async function executeOrExplain(command: CommandLine, installation: Installation): Promise<number> {
  try {
    return await execute(command, installation);
  } catch (error) {
    const problem = internalError(error, command.main);
    process.stderr.write(renderDiagnostics([problem], command.diagnostics, () => null));
    return COMPILE_ERROR;
  }
}

async function execute(command: CommandLine, installation: Installation): Promise<number> {
  const resources = readResources(command.resources);
  if (typeof resources === "string") {
    process.stderr.write(`${resources}\n`);
    return USAGE_ERROR;
  }
  if (command.std !== null && !statSync(command.std, { throwIfNoEntry: false })?.isDirectory()) {
    process.stderr.write(`--std must be the folder of a standard library, got ${command.std}\n`);
    return USAGE_ERROR;
  }
  const places = { ...command, std: command.std ?? installation.std, resources };
  const { loaded, program, diagnostics } = compileFast(places, command);
  process.stderr.write(render(diagnostics, loaded, command));
  if (program === null) return COMPILE_ERROR;
  if (command.command === "check") return 0;
  const mode = await loadMode(command.mode, installation);
  return mode.run({ ir: program, sources: sourcesOf(loaded) }, processHost(command.programArgs));
}

interface CompiledCommand {
  readonly loaded: LoadedProgram;
  readonly program: IrProgram | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Most programs are right and need a part of the standard library; what is wrong with one is told with all of it. */
function compileFast(places: ProgramPlaces, { main, defines }: CommandLine): CompiledCommand {
  const flags = definesWith(defines);
  const part = loadProgram(places, flags, "reached");
  const compiled = compile(part, main);
  const isMissing = part.modules.length === 0;
  if (compiled.program !== null || isMissing) return { loaded: part, ...compiled };
  const loaded = loadProgram(places, flags);
  return { loaded, ...compile(loaded, main) };
}

function compile(
  loaded: LoadedProgram,
  main: string,
): { readonly program: IrProgram | null; readonly diagnostics: readonly Diagnostic[] } {
  if (loaded.modules.length > 0) return compileProgram(loaded.libraries, main);
  const location = { file: main, span: { start: 0, end: 0 } };
  const hint = "Check --main and the folders given with -cp";
  return { program: null, diagnostics: [diagnostic("HX2001", location, { name: main }, { hint })] };
}

/** Problems name files as the user can open them, also where the program knows them by a shorter name. */
function render(
  diagnostics: readonly Diagnostic[],
  loaded: LoadedProgram,
  command: CommandLine,
): string {
  const paths = new Map(loaded.modules.map(({ source, path }) => [source.path, path]));
  const sources = new Map<string, SourceFile>();
  for (const [path, source] of sourcesOf(loaded)) sources.set(paths.get(path) ?? path, source);
  const place = <Place extends Location>(location: Place): Place => ({
    ...location,
    file: paths.get(location.file) ?? location.file,
  });
  const placed = diagnostics.map((problem) => ({
    ...place(problem),
    labels: problem.labels.map(place),
  }));
  return renderDiagnostics(placed, command.diagnostics, (path) => sources.get(path) ?? null);
}

function sourcesOf({ libraries }: LoadedProgram): ReadonlyMap<string, SourceFile> {
  const sources = libraries.flatMap((library) => library.sources.map(({ source }) => source));
  return new Map(sources.map((source) => [source.path, source]));
}

/** Each mode's code is loaded when it is asked for: binaryen alone takes half a second. */
async function loadMode(mode: Mode, installation: Installation): Promise<RunMode> {
  switch (mode) {
    case "interpreter":
      return (await import("./vm_mode.ts")).interpreterMode;
    case "jit":
      return (await import("./vm_mode.ts")).jitMode;
    case "wasm":
      return (await import("./wasm_mode.ts")).wasmMode(installation.wasmRuntime);
    case "native":
      return (await import("./native_mode.ts")).nativeMode(installation);
  }
}
