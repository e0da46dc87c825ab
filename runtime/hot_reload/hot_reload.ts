/**
 * Brings new versions of libraries into a running program, between two frames: all of it or nothing. Bodies are swapped
 * in their slots, live objects are brought to the new shape of their classes, and whatever throws on the way puts
 * everything back. docs/hot_reload.md says what happens to each kind of edit.
 */
import type {
  FunctionMetadata,
  ModuleMetadata,
  ProgramEntry,
} from "#compiler/bytecode/metadata.ts";
import {
  type Program,
  type ProgramModule,
  type StagedModule,
  stageModule,
} from "#runtime/vm/program.ts";
import { Selection } from "#runtime/vm/selection.ts";
import { commitReload } from "./commit.ts";
import { Probation } from "./probation.ts";
import { isEmpty, type KnownLibrary, type LibraryPlan, planLibrary } from "./reload_plan.ts";
import type { ReloadReport } from "./reload_report.ts";
import type { StagedLibrary } from "./staged_library.ts";
import { Stopwatch } from "./stopwatch.ts";

/** Libraries that have changed, whole, in the tier in which they are to run. */
export interface ReloadInput {
  readonly modules: readonly ProgramModule[];
  /** The order of static initialisers, for classes that are new. */
  readonly entry: ProgramEntry;
}

export class HotReload {
  readonly #program: Program;
  readonly #libraries = new Map<string, KnownLibrary>();
  readonly #probation = new Probation();
  readonly #createStopwatch: () => Stopwatch;
  #version = 0;

  /** `modules` are those that the program was loaded from. */
  constructor(
    program: Program,
    modules: readonly ProgramModule[],
    createStopwatch: () => Stopwatch = () => new Stopwatch(),
  ) {
    this.#program = program;
    this.#createStopwatch = createStopwatch;
    for (const module of modules) {
      const { metadata } = readMetadata(module);
      this.#libraries.set(metadata.library, { metadata, names: new Map() });
    }
  }

  /** Call it between frames. Never throws: what goes wrong is in the report, and the old program goes on. */
  reload(input: ReloadInput): ReloadReport {
    const version = ++this.#version;
    const stopwatch = this.#createStopwatch();
    let libraries: StagedLibrary[];
    try {
      libraries = this.#stage(input.modules, version, stopwatch);
    } catch (error) {
      return {
        ...emptyReport(version),
        outcome: "refused",
        phases: stopwatch.phases,
        error: errorText(error),
      };
    }
    const obstacles = libraries.flatMap(({ plan }) => plan.obstacles);
    if (obstacles.length > 0) return refusal(version, stopwatch, obstacles);
    const committed = commitReload(this.#program, libraries, input.entry, stopwatch);
    if (committed.kind === "failed") {
      const error = this.#program.describeException(committed.error);
      return { ...emptyReport(version), outcome: "failed", phases: stopwatch.phases, error };
    }
    const before = new Map(this.#libraries);
    for (const { module, plan } of libraries) {
      this.#libraries.set(plan.library, { metadata: module.metadata, names: plan.names });
    }
    this.#probation.start(version, namesOf(libraries), () => {
      committed.revertCode();
      for (const [name, library] of before) this.#libraries.set(name, library);
    });
    return { ...reportOf(version, libraries), ...committed.effects, phases: stopwatch.phases };
  }

  /** To be told after every frame that went well. */
  frameDone(): void {
    this.#probation.frameDone();
  }

  /**
   * To be told of an exception that left a frame. Within the first frames after a reload, and if it came through code
   * of that reload, the old code is put back and the report says so; else null.
   */
  frameFailed(error: unknown): ReloadReport | null {
    const reverted = this.#probation.frameFailed(error);
    if (reverted === null) return null;
    return {
      ...emptyReport(reverted),
      outcome: "reverted",
      error: this.#program.describeException(error),
    };
  }

  /** A module in which nothing has changed is neither parsed nor brought in. */
  #stage(
    modules: readonly ProgramModule[],
    version: number,
    stopwatch: Stopwatch,
  ): StagedLibrary[] {
    return modules.flatMap((module) => {
      const staged = stopwatch.measure("stage", () => readMetadata(module));
      const plan = stopwatch.measure("plan", () => this.#plan(staged.metadata, version));
      if (isEmpty(plan)) return [];
      const ready = stopwatch.measure("stage", () =>
        staged.kind === "staged" ? staged.module : stageModule(withVersion(module, version)),
      );
      return [{ module: ready, plan, selection: new Selection(plan.selected, plan.names) }];
    });
  }

  #plan(metadata: ModuleMetadata, version: number): LibraryPlan {
    const known = this.#libraries.get(metadata.library) ?? noLibrary(metadata.library);
    const { functions } = this.#program;
    return planLibrary(known, metadata, (id) =>
      functions.metadata.has(id) ? `${id}~${version}` : id,
    );
  }
}

type ReadModule =
  | { readonly kind: "manifest"; readonly metadata: ModuleMetadata }
  /** Bytecode is read as a whole. */
  | { readonly kind: "staged"; readonly metadata: ModuleMetadata; readonly module: StagedModule };

function readMetadata(module: ProgramModule): ReadModule {
  if (module.kind === "javascript") return { kind: "manifest", metadata: module.manifest };
  const staged = stageModule(module);
  return { kind: "staged", metadata: staged.metadata, module: staged };
}

/** Stack traces tell the versions of a module apart by name. */
function withVersion(module: ProgramModule, version: number): ProgramModule {
  if (module.kind === "bytecode") return module;
  const text = module.text.replace(/^(\/\/# sourceURL=.*)$/m, `$1?v=${version}`);
  return { ...module, text };
}

function noLibrary(library: string): KnownLibrary {
  return { metadata: { library, classes: [], enums: [], functions: [] }, names: new Map() };
}

function namesOf(libraries: readonly StagedLibrary[]): ReadonlySet<string> {
  return new Set(
    libraries.flatMap(({ plan, selection }) => [...plan.selected].map(selection.runtimeId)),
  );
}

function reportOf(version: number, libraries: readonly StagedLibrary[]): ReloadReport {
  const idsOf = (pick: (plan: LibraryPlan) => readonly FunctionMetadata[]) =>
    libraries.flatMap(({ plan }) => pick(plan).map(({ id }) => id));
  return {
    ...emptyReport(version),
    swapped: idsOf((plan) => plan.changed),
    added: idsOf((plan) => plan.added),
    removed: idsOf((plan) => plan.removed),
  };
}

function refusal(
  version: number,
  { phases }: Stopwatch,
  obstacles: readonly string[],
): ReloadReport {
  const reason = "a running program cannot take this over: start the game again";
  return {
    ...emptyReport(version),
    outcome: "refused",
    phases,
    notApplied: obstacles.map((what) => ({ what, reason })),
    error: `${obstacles.join("; ")}: ${reason}`,
  };
}

function emptyReport(version: number): ReloadReport {
  return {
    version,
    outcome: "applied",
    phases: [],
    swapped: [],
    added: [],
    removed: [],
    migrations: [],
    notified: 0,
    notApplied: [],
    error: null,
  };
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
