/** What differs between the running program and a new version of some of its libraries. */
import type {
  ClassMetadata,
  EnumMetadata,
  FunctionMetadata,
  ModuleMetadata,
} from "#compiler/bytecode/metadata.ts";
import { matchClosures } from "./closure_matching.ts";

export interface LibraryPlan {
  readonly library: string;
  /** Compiler's ids of functions to bring in. */
  readonly selected: ReadonlySet<string>;
  /** Compiler's id -> id in the program, of all closure bodies that have different ones. */
  readonly names: ReadonlyMap<string, string>;
  readonly changed: readonly FunctionMetadata[];
  readonly added: readonly FunctionMetadata[];
  readonly removed: readonly FunctionMetadata[];
  /** Ids in the program of closure bodies that only closures made earlier still run. */
  readonly stale: readonly string[];
  readonly newClasses: readonly ClassMetadata[];
  readonly changedClasses: readonly ClassChange[];
  readonly removedClasses: readonly ClassMetadata[];
  readonly newEnums: readonly EnumMetadata[];
  readonly grownEnums: readonly EnumMetadata[];
  /** Why a running program cannot take this version; empty where it can. */
  readonly obstacles: readonly string[];
}

export interface ClassChange {
  readonly before: ClassMetadata;
  readonly after: ClassMetadata;
}

/** A library as the program has it. */
export interface KnownLibrary {
  readonly metadata: ModuleMetadata;
  readonly names: ReadonlyMap<string, string>;
}

export function planLibrary(
  known: KnownLibrary,
  after: ModuleMetadata,
  fresh: (id: string) => string,
): LibraryPlan {
  const before = known.metadata;
  const closures = matchClosures(before.functions, after.functions, known.names, fresh);
  const old = new Map(before.functions.map((fn) => [fn.id, fn]));
  const wanted = new Set(after.functions.map((fn) => fn.id));
  const isRenamed = ({ id }: FunctionMetadata) =>
    (known.names.get(id) ?? id) !== (closures.names.get(id) ?? id);
  const added = after.functions.filter((fn) => !old.has(fn.id));
  const changed = after.functions.filter((fn) => {
    const earlier = old.get(fn.id);
    return earlier !== undefined && (differs(earlier, fn) || isRenamed(fn));
  });
  // A closure body is made where its enclosing function runs: with a new id for it, that function must make the new one.
  const renamed = new Set(after.functions.filter(isRenamed).map((fn) => enclosingOf(fn.id)));
  const makers = after.functions.filter(
    (fn) => renamed.has(enclosingOf(fn.id)) && !changed.includes(fn) && !added.includes(fn),
  );
  return {
    library: after.library,
    selected: new Set([...added, ...changed, ...makers].map((fn) => fn.id)),
    names: closures.names,
    changed,
    added,
    removed: before.functions.filter((fn) => !wanted.has(fn.id)),
    stale: closures.stale,
    ...planClasses(before.classes, after.classes),
    ...planEnums(before.enums, after.enums),
    obstacles: [
      ...formObstacles(before.classes, after.classes),
      ...enumObstacles(before.enums, after.enums),
    ],
  };
}

/** Is there nothing to do? */
export function isEmpty(plan: LibraryPlan): boolean {
  const { selected, removed, newClasses, changedClasses, removedClasses, newEnums, grownEnums } =
    plan;
  const lists = [removed, newClasses, changedClasses, removedClasses, newEnums, grownEnums];
  return (
    selected.size === 0 && plan.obstacles.length === 0 && lists.every((list) => list.length === 0)
  );
}

function differs(before: FunctionMetadata, after: FunctionMetadata): boolean {
  return before.bodyHash !== after.bodyHash || before.signatureHash !== after.signatureHash;
}

function enclosingOf(id: string): string {
  return id.replace(/(?:\$\d+)+$/, "");
}

function planClasses(
  before: readonly ClassMetadata[],
  after: readonly ClassMetadata[],
): Pick<LibraryPlan, "newClasses" | "changedClasses" | "removedClasses"> {
  const old = new Map(before.map((entry) => [entry.path, entry]));
  const wanted = new Set(after.map((entry) => entry.path));
  return {
    newClasses: after.filter((entry) => !old.has(entry.path)),
    changedClasses: after.flatMap((entry) => {
      const earlier = old.get(entry.path);
      return earlier === undefined || isEqual(earlier, entry)
        ? []
        : [{ before: earlier, after: entry }];
    }),
    removedClasses: before.filter((entry) => !wanted.has(entry.path)),
  };
}

function planEnums(
  before: readonly EnumMetadata[],
  after: readonly EnumMetadata[],
): Pick<LibraryPlan, "newEnums" | "grownEnums"> {
  const old = new Map(before.map((entry) => [entry.path, entry]));
  return {
    newEnums: after.filter((entry) => !old.has(entry.path)),
    grownEnums: after.filter((entry) => {
      const earlier = old.get(entry.path);
      return earlier !== undefined && !isEqual(earlier, entry);
    }),
  };
}

function formObstacles(
  before: readonly ClassMetadata[],
  after: readonly ClassMetadata[],
): string[] {
  const forms = new Map(before.map((entry) => [entry.path, entry.form]));
  return after
    .filter((entry) => (forms.get(entry.path) ?? entry.form) !== entry.form)
    .map((entry) => `${entry.path} is ${entry.form === "class" ? "a class" : "an interface"} now`);
}

/** Values of an enum keep their index, so constructors may only be added at the end. */
function enumObstacles(before: readonly EnumMetadata[], after: readonly EnumMetadata[]): string[] {
  const fresh = new Map(after.map((entry) => [entry.path, entry]));
  return before.flatMap(({ path, constructors }) => {
    const now = fresh.get(path)?.constructors;
    if (now === undefined) return [];
    const moved = constructors.find((entry, index) => !isEqual(entry, now[index]));
    return moved === undefined
      ? []
      : [`Constructor ${moved.name} of enum ${path} was changed, moved or removed`];
  });
}

/** Metadata is plain data, always written in the same order. */
function isEqual(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
