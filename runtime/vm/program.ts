/**
 * A running Haxe program: modules of either tier loaded into one set of objects. The owner (page, headless Node, command
 * line) calls `start`, then `frame`, `draw` and `digest` as it likes, and catches what they throw.
 */
import type {
  FunctionMetadata,
  ModuleMetadata,
  ProgramEntry,
} from "#compiler/bytecode/metadata.ts";
import type { BytecodeModule } from "#compiler/bytecode/module.ts";
import { readModule } from "#compiler/bytecode/read.ts";
import { verifyModule } from "#compiler/bytecode/verify.ts";
import { CommandBuffer } from "./command_buffer.ts";
import { FunctionRegistry } from "./function_registry.ts";
import type { Host } from "./host.ts";
import { createBanks } from "./interpreter/banks.ts";
import { type Execution, Interpreter } from "./interpreter/interpreter.ts";
import { Linker } from "./interpreter/linker.ts";
import { incoming } from "./interpreter/marshal.ts";
import { evaluateModule, type ModuleText, parseModule } from "./javascript_runtime.ts";
import type { Hooks } from "./natives/native_context.ts";
import { createNatives, type Natives } from "./natives/natives.ts";
import type { Callable } from "./object_model.ts";
import type { Selection } from "./selection.ts";
import { SourcePlaces } from "./source_places.ts";
import { describeError, traceOf } from "./stack_trace.ts";
import { HaxeError, type TraceFrame } from "./thrown.ts";
import { TypeRegistry } from "./type_registry.ts";

/** One library in one tier, or the changed functions of one. */
export type ProgramModule =
  | { readonly kind: "bytecode"; readonly bytes: Uint8Array }
  | {
      readonly kind: "javascript";
      readonly text: string;
      readonly manifest: ModuleMetadata;
      /** For stack traces, where the text has none inside. */
      readonly sourceMap?: string;
    };

export interface ProgramOptions {
  /** Functions will be replaced while the program runs, so closures must show what they hold. */
  readonly reloadable?: boolean;
}

/** Loads modules in any order. Throws `BytecodeError` where one is malformed; nothing of the program has run yet. */
export function loadProgram(
  modules: readonly ProgramModule[],
  entry: ProgramEntry,
  host: Host,
  options: ProgramOptions = {},
): Program {
  const isInterpreted = modules.some((module) => module.kind === "bytecode");
  const program = new Program(entry, host, isInterpreted || options.reloadable === true);
  program.load(modules);
  return program;
}

const STACK_TRACE_LIMIT = 64;

export class Program {
  readonly types = new TypeRegistry();
  readonly functions: FunctionRegistry;
  /** What the last `draw` wrote. */
  readonly commands = new CommandBuffer();
  readonly interpreter: Interpreter;
  readonly #entry: ProgramEntry;
  readonly #natives: Natives;
  readonly #linker: Linker;
  readonly #places = new SourcePlaces();
  readonly #hooks: Hooks = {
    frame: null,
    timers: null,
    step: null,
    draw: null,
    digest: null,
    onReturn: null,
  };

  constructor(entry: ProgramEntry, host: Host, transparentClosures: boolean) {
    // V8 keeps ten calls of an error, and each of Haxe may be several of its own.
    Error.stackTraceLimit = Math.max(Error.stackTraceLimit, STACK_TRACE_LIMIT);
    this.#entry = entry;
    this.functions = new FunctionRegistry(this.types, { transparent: transparentClosures });
    this.#natives = createNatives({
      members: this,
      calls: { here: () => this.#callsHere(), of: (error) => this.callsOf(error) },
      host,
      commands: this.commands,
      hooks: this.#hooks,
    });
    const banks = createBanks();
    this.#linker = new Linker(banks, this.types, this.functions, this.#natives);
    this.interpreter = new Interpreter(banks, this.#linker, this.types, this.functions);
  }

  /** Declares the types of all modules, then brings in their functions. */
  load(modules: readonly ProgramModule[]): void {
    const staged = modules.map(stageModule);
    this.types.declare(
      staged.flatMap(({ metadata }) => metadata.classes),
      staged.flatMap(({ metadata }) => metadata.enums),
    );
    for (const { metadata } of staged) this.functions.declare(metadata.functions);
    for (const module of staged) this.bring(module);
  }

  /** Runs the static initialisers, then main, then timers where the program has asked for no frames. */
  start(): void {
    this.#returning(() => {
      for (const id of this.#entry.staticInits) this.#call(id);
      this.#call(this.#entry.main);
      if (!this.hasFrames) this.#hooks.timers?.();
    });
  }

  /** The same for an interpreted program, pausable: one execution after the other, each to be run to its end. */
  *executions(): Generator<Execution> {
    for (const id of [...this.#entry.staticInits, this.#entry.main]) {
      yield this.interpreter.start(this.types.numbers.of(id));
    }
  }

  /** One fixed step: timers first; does nothing for a program that registered no frame closure. */
  frame(dt: number): void {
    this.#returning(() => {
      this.#hooks.step?.(dt);
      this.#hooks.frame?.(dt);
    });
  }

  /** Writes one picture's commands to `commands`, which it empties first. */
  draw(alpha: number): void {
    this.commands.clear();
    this.#returning(() => this.#hooks.draw?.(alpha));
  }

  /** Does the program go on after main? */
  get hasFrames(): boolean {
    return this.#hooks.frame !== null;
  }

  /** The text of the state, empty for a program that registered no digest closure. */
  digest(): string {
    return this.#returning(() => this.#hooks.digest?.() ?? "");
  }

  /** Swaps in the functions of a patch, which may be of another tier than what they replace. Call it between frames. */
  replaceFunctions(patch: ProgramModule): void {
    const staged = stageModule(patch);
    const restore = this.rememberFunctions(staged.metadata.functions);
    this.functions.declare(staged.metadata.functions);
    try {
      this.bring(staged);
    } catch (error) {
      restore();
      throw error;
    }
  }

  /** Puts a module's functions, or the selected ones, in their slots. Its types and functions must be declared. */
  bring(module: StagedModule, selection?: Selection): void {
    const callables =
      module.kind === "bytecode"
        ? this.#link(selection?.ofBytecode(module.bytecode) ?? module.bytecode)
        : this.#evaluate(module, selection);
    this.functions.install(callables);
  }

  /** Notes how the functions are reached now, if at all; the result puts that back. */
  rememberFunctions(functions: readonly FunctionMetadata[]): () => void {
    const restores = functions.map((metadata) => {
      const inRegistry = this.functions.remember(metadata);
      const inLinker = this.#linker.remember(this.types.numbers.of(metadata.id));
      return () => {
        inRegistry();
        inLinker();
      };
    });
    return () => {
      for (const restore of restores) restore();
      this.interpreter.relink();
    };
  }

  /** The closures that the program gave its host: with static variables, what keeps its objects alive. */
  get hooks(): Readonly<Hooks> {
    return this.#hooks;
  }

  /** Puts back the closures of an earlier moment. */
  restoreHooks(hooks: Readonly<Hooks>): void {
    Object.assign(this.#hooks, hooks);
  }

  /** An uncaught error as Haxe reports it, with the calls it came through. */
  describeException(error: unknown): string {
    return describeError(error, this.functions, this.#places);
  }

  /** The Haxe calls that an error came through, innermost first. */
  callsOf(error: Error): TraceFrame[] {
    return traceOf(error, this.functions, this.#places);
  }

  #returning<T>(run: () => T): T {
    try {
      return run();
    } finally {
      this.#hooks.onReturn?.();
    }
  }

  #callsHere(): HaxeError {
    const error = new HaxeError(null);
    error.interpreted.push(...this.interpreter.openRuns());
    return error;
  }

  #call(id: string): void {
    const { owner } = this.functions.get(id);
    const callable = this.functions.callable(id);
    if (callable === undefined) throw new Error(`The program has no code for ${id} of ${owner}`);
    callable();
  }

  #link(module: BytecodeModule): Map<string, Callable> {
    const starts = this.#linker.link(module);
    this.interpreter.relink();
    const callables = new Map<string, Callable>();
    for (const metadata of module.metadata.functions) {
      const number = this.types.numbers.of(metadata.id);
      this.#linker.activate(metadata, starts.get(metadata.id) as number);
      callables.set(metadata.id, incoming(this.#linker.banks, this.interpreter, metadata, number));
    }
    return callables;
  }

  #evaluate(module: StagedJavascript, selection?: Selection): Map<string, Callable> {
    const { types, functions } = this;
    const context = { types, functions, natives: this.#natives };
    const defined = evaluateModule(module.define, context, selection?.runtimeId);
    this.#places.add(module.text, module.sourceMap);
    const chosen = selection?.ofCallables(defined) ?? defined;
    for (const id of chosen.keys()) this.#linker.activate(functions.get(id), -1);
    return chosen;
  }
}

export interface StagedBytecode {
  readonly kind: "bytecode";
  readonly metadata: ModuleMetadata;
  readonly bytecode: BytecodeModule;
}

export interface StagedJavascript {
  readonly kind: "javascript";
  readonly metadata: ModuleMetadata;
  readonly text: string;
  readonly sourceMap: string | undefined;
  readonly define: ModuleText;
}

/** A module that has been read, verified and parsed: bringing it in can no longer fail for what it holds. */
export type StagedModule = StagedBytecode | StagedJavascript;

/** Throws `BytecodeError` or `SyntaxError` for a malformed module. */
export function stageModule(module: ProgramModule): StagedModule {
  if (module.kind === "javascript") {
    const { text, manifest, sourceMap } = module;
    const define = parseModule(text);
    return { kind: "javascript", metadata: manifest, text, sourceMap, define };
  }
  const bytecode = readModule(module.bytes);
  verifyModule(bytecode);
  return { kind: "bytecode", metadata: bytecode.metadata, bytecode };
}
