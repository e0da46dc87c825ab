/**
 * Brings new versions of libraries into a running program, between two frames: all of it or nothing. Bodies are swapped
 * in their slots, live objects are brought to the new shape of their classes, and whatever throws on the way puts
 * everything back. docs/hot_reload.md says what happens to each kind of edit.
 */
import type { FunctionMetadata, ProgramEntry } from "#compiler/bytecode/metadata.ts";
import {
  type Program,
  type ProgramModule,
  type StagedModule,
  stageModule,
} from "#runtime/vm/program.ts";
import { Selection } from "#runtime/vm/selection.ts";
import { commitReload } from "./commit.ts";
import { Probation } from "./probation.ts";
import { type KnownLibrary, type LibraryPlan, planLibrary } from "./reload_plan.ts";
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
      const { metadata } =
        module.kind === "javascript" ? { metadata: module.manifest } : stageModule(module);
      this.#libraries.set(metadata.library, { metadata, names: new Map() });
    }
  }

  /** Call it between frames. Never throws: what goes wrong is in the report, and the old program goes on. */
  reload(input: ReloadInput): ReloadReport {
    const version = ++this.#version;
    const stopwatch = this.#createStopwatch();
    let libraries: StagedLibrary[];
    try {
      const staged = stopwatch.measure("stage", () =>
        input.modules.map((module) => stageModule(withVersion(module, version))),
      );
      libraries = stopwatch.measure("plan", () =>
        staged.map((module) => this.#plan(module, version)),
      );
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

  #plan(module: StagedModule, version: number): StagedLibrary {
    const { metadata } = module;
    const known = this.#libraries.get(metadata.library) ?? noLibrary(metadata.library);
    const { functions } = this.#program;
    const plan = planLibrary(known, metadata, (id) =>
      functions.metadata.has(id) ? `${id}~${version}` : id,
    );
    return { module, plan, selection: new Selection(plan.selected, plan.names) };
  }
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
