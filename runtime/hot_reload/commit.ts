/** The part of a reload that changes the program, and takes back what it did when something throws. */
import type { ClassMetadata, ProgramEntry } from "#compiler/bytecode/metadata.ts";
import { type ClassRecord, classOf, type Value } from "#runtime/vm/object_model.ts";
import type { Program } from "#runtime/vm/program.ts";
import { rememberHeap } from "./heap_memory.ts";
import { type Heap, walkHeap } from "./heap_walk.ts";
import {
  hasEditedFields,
  uncertainStatics,
  updateFields,
  updateStatics,
} from "./initial_values.ts";
import { migrate, type ShapeChange, shapeChanges } from "./migrate.ts";
import { countUsers, startOnlyCode } from "./not_applied.ts";
import { findNotifications, type Notification } from "./notifications.ts";
import type { ClassChange } from "./reload_plan.ts";
import type { NotApplied, ReloadReport } from "./reload_report.ts";
import type { StagedLibrary } from "./staged_library.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { rememberTypes, type TypeMemory } from "./type_memory.ts";
import { UndoLog } from "./undo_log.ts";

export type CommitResult =
  | {
      readonly kind: "committed";
      readonly effects: Pick<ReloadReport, "migrations" | "notified" | "notApplied">;
      /** Puts the old code and shapes back and leaves the objects as they are by then. */
      readonly revertCode: () => void;
    }
  | { readonly kind: "failed"; readonly error: unknown };

export function commitReload(
  program: Program,
  libraries: readonly StagedLibrary[],
  entry: ProgramEntry,
  stopwatch: Stopwatch,
): CommitResult {
  const commit = new Commit(program, libraries, entry, stopwatch);
  try {
    return { kind: "committed", effects: commit.run(), revertCode: commit.revertCode };
  } catch (error) {
    commit.rollBack();
    return { kind: "failed", error };
  }
}

class Commit {
  readonly #program: Program;
  readonly #libraries: readonly StagedLibrary[];
  readonly #entry: ProgramEntry;
  readonly #stopwatch: Stopwatch;
  readonly #types: TypeMemory;
  /** Of code and shapes; what an exception in later frames takes back. */
  readonly #code = new UndoLog();
  /** Of what objects and static variables hold. */
  readonly #values = new UndoLog();

  constructor(
    program: Program,
    libraries: readonly StagedLibrary[],
    entry: ProgramEntry,
    stopwatch: Stopwatch,
  ) {
    this.#program = program;
    this.#libraries = libraries;
    this.#entry = entry;
    this.#stopwatch = stopwatch;
    this.#types = rememberTypes(program.types);
    this.#code.add(this.#types.restore);
  }

  run(): Pick<ReloadReport, "migrations" | "notified" | "notApplied"> {
    const measure = this.#stopwatch.measure.bind(this.#stopwatch);
    measure("types", () => this.#changeTypes());
    measure("swap", () => this.#swap());
    const shapes = shapeChanges(this.#program.types, this.#types);
    const notifications = findNotifications(this.#program, this.#libraries);
    const heap = measure("walk", () => this.#heapFor(shapes, notifications));
    const { migrations, notApplied } = measure("migrate", () => this.#migrate(heap, shapes));
    const newClasses = this.#libraries.flatMap(({ plan }) => plan.newClasses);
    if (newClasses.length > 0 || notifications.length > 0)
      this.#values.add(rememberHeap(this.#program, heap ?? walkHeap(this.#program)));
    measure("initialise", () => this.#initialise(newClasses));
    const notified = measure("notify", () => notify(notifications, heap?.instances ?? []));
    const unchanged = this.#libraries.flatMap(({ plan }) => [
      ...startOnlyCode(plan, this.#entry),
      ...countUsers(plan, heap, this.#program),
    ]);
    return { migrations, notified, notApplied: [...notApplied, ...unchanged] };
  }

  rollBack(): void {
    this.#values.rollBack();
    this.#code.rollBack();
  }

  readonly revertCode = (): void => this.#code.rollBack();

  #changeTypes(): void {
    const { types } = this.#program;
    const plans = this.#libraries.map(({ plan }) => plan);
    types.declare(
      plans.flatMap((plan) => plan.newClasses),
      plans.flatMap((plan) => plan.newEnums),
    );
    for (const grown of plans.flatMap((plan) => plan.grownEnums)) types.growEnum(grown);
    for (const metadata of this.#changedFamilies()) types.update(metadata);
  }

  /** Changed classes and all that extend or implement them, in the order in which they build on each other. */
  #changedFamilies(): ClassMetadata[] {
    const { classes } = this.#program.types;
    const changes = this.#libraries.flatMap(({ plan }) => plan.changedClasses);
    const changed = new Map(changes.map(({ after }) => [after.path, after]));
    const ordered = new Map<string, ClassMetadata>();
    const visit = (path: string): boolean => {
      const metadata = changed.get(path) ?? classes.get(path)?.metadata;
      if (metadata === undefined || ordered.has(path)) return ordered.has(path);
      const parents = [metadata.superclass ?? [], metadata.interfaces].flat();
      const isConcerned = parents.map(visit).includes(true) || changed.has(path);
      if (isConcerned) ordered.set(path, metadata);
      return isConcerned;
    };
    if (changed.size > 0) for (const path of classes.keys()) visit(path);
    return [...ordered.values()];
  }

  #swap(): void {
    const program = this.#program;
    for (const { module, plan, selection } of this.#libraries) {
      const selected = module.metadata.functions
        .filter((fn) => plan.selected.has(fn.id))
        .map(selection.named);
      this.#code.add(program.rememberFunctions(selected));
      program.functions.declare(selected);
    }
    for (const { module, selection } of this.#libraries) program.bring(module, selection);
  }

  /** The walk costs time, so it is left out where nobody asks for objects. */
  #heapFor(shapes: readonly ShapeChange[], notifications: readonly Notification[]): Heap | null {
    const isNeeded =
      shapes.length > 0 ||
      notifications.length > 0 ||
      this.#changes().some(hasEditedFields) ||
      this.#libraries.some(({ plan }) => plan.stale.length + plan.removedClasses.length > 0);
    return isNeeded ? walkHeap(this.#program) : null;
  }

  #migrate(heap: Heap | null, shapes: readonly ShapeChange[]) {
    const result = migrate(heap?.instances ?? [], shapes, this.#values);
    const notApplied = this.#changes().flatMap((change) => {
      const record = this.#program.types.class(change.after.path);
      const live = heap?.instances.filter((instance) => isOf(instance, record)) ?? [];
      return [
        ...updateStatics(change, record, this.#values),
        ...updateFields(change, live, this.#values),
      ];
    });
    return {
      ...result,
      notApplied: [...result.notApplied, ...notApplied, ...this.#editedInitialisers()],
    };
  }

  /** Static initialisers whose code was edited while the metadata of their class, with all constants, stayed the same. */
  #editedInitialisers(): NotApplied[] {
    const edited = new Set(this.#libraries.flatMap(({ plan }) => plan.changed.map(({ id }) => id)));
    const changed = new Set(this.#changes().map(({ after }) => after.path));
    return [...this.#program.types.classes.values()]
      .filter(
        ({ path, metadata: { staticInit } }) => edited.has(staticInit ?? "") && !changed.has(path),
      )
      .flatMap(({ metadata }) => uncertainStatics(metadata));
  }

  #changes(): ClassChange[] {
    return this.#libraries.flatMap(({ plan }) => plan.changedClasses);
  }

  #initialise(newClasses: readonly ClassMetadata[]): void {
    const fresh = new Set(newClasses.map(({ staticInit }) => staticInit));
    for (const id of this.#entry.staticInits)
      if (fresh.has(id)) this.#program.functions.callable(id)?.();
  }
}

function isOf(instance: Value, record: ClassRecord): boolean {
  return classOf(instance)?.ancestors.has(record.path) ?? false;
}

function notify(notifications: readonly Notification[], instances: readonly Value[]): number {
  let count = 0;
  for (const { record, callStatic } of notifications) {
    if (callStatic !== null) {
      callStatic();
      count++;
    }
    for (const instance of instances) {
      if (classOf(instance) !== record || typeof instance.onHotReload !== "function") continue;
      instance.onHotReload();
      count++;
    }
  }
  return count;
}
