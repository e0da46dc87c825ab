/**
 * Checks a library again and again while it is edited. The unit is the function: where an edit changes no declaration,
 * only functions with another body are typed again, and everything else keeps its identity; where it does, functions in
 * files that see nothing of it are kept. The results are those of `checkLibrary`, whatever was checked before.
 */
import { declarationHash } from "#compiler/syntax/hash.ts";
import {
  type CheckedLibrary,
  declareDependencies,
  resultOf,
  typeLibrary,
} from "./check_library.ts";
import { isDefaultImports, isSameSource } from "./library/affected_files.ts";
import {
  type CleanCheck,
  isClean,
  type Kept,
  keptOf,
  NOTHING_KEPT,
} from "./library/kept_functions.ts";
import { retypeBodies } from "./library/retype.ts";
import type { NullSafety } from "./null_safety/mode.ts";
import type { Interface, TypedProgram } from "./program/interface.ts";
import type { Member } from "./program/members.ts";
import type { ModuleSource, Program } from "./program/program.ts";

export interface SessionResult extends CheckedLibrary {
  /** Ids of the functions and variables that were typed for it. */
  readonly retyped: readonly string[];
}

export interface SessionOptions {
  readonly nullSafety?: NullSafety;
  /** The dependencies as `declareDependencies` gives them. */
  readonly declared?: Program | null;
}

/**
 * So many checks in a row keep functions of the one before. Each function that is kept holds the declarations that it was
 * typed against, so that more would hold more and more of them.
 */
const KEPT_IN_A_ROW = 16;

export class CheckSession {
  readonly #library: string;
  readonly #dependencies: readonly Interface[];
  readonly #nullSafety: NullSafety;
  readonly #declared: Program | null;
  #sources: ReadonlyMap<string, ModuleSource> = new Map();
  #checked: TypedProgram | null = null;
  #interface: Interface | null = null;
  /** The last check without a problem, and how many in a row have kept functions. */
  #clean: CleanCheck | null = null;
  #keptInARow = 0;

  constructor(
    library: string,
    dependencies: readonly Interface[],
    { nullSafety = "off", declared = declareDependencies(dependencies) }: SessionOptions = {},
  ) {
    this.#library = library;
    this.#dependencies = dependencies;
    this.#nullSafety = nullSafety;
    this.#declared = declared;
  }

  /** Checks the library as it is now. A file with the same tree and the same lines has not changed. */
  check(modules: readonly ModuleSource[]): SessionResult {
    const previous = this.#checked;
    const changed = previous === null ? null : this.#editedBodies(modules);
    this.#sources = new Map(modules.map((source) => [source.file, source]));
    // Should the checker stop at a bug, what it has half changed is not used again.
    this.#checked = null;
    const result =
      (previous !== null && changed !== null ? this.#retypeBodies(previous, changed) : null) ??
      this.#typeAll(modules);
    this.#keepClean();
    return result;
  }

  /** The files that changed, if no declaration did. */
  #editedBodies(modules: readonly ModuleSource[]): Map<string, ModuleSource> | null {
    if (modules.length !== this.#sources.size) return null;
    const changed = new Map<string, ModuleSource>();
    for (const source of modules) {
      const before = this.#sources.get(source.file);
      if (before === undefined) return null;
      if (isSameSource(before, source)) continue;
      if (declarationHash(before.module) !== declarationHash(source.module)) return null;
      if (isDefaultImports(source.file)) return null;
      changed.set(source.file, source);
    }
    return changed;
  }

  #retypeBodies(
    previous: TypedProgram,
    changed: ReadonlyMap<string, ModuleSource>,
  ): SessionResult | null {
    const retyped = retypeBodies(previous, changed);
    if (retyped === null) return null;
    this.#checked = retyped.checked;
    return {
      ...resultOf(this.#library, retyped.checked, { whole: this.#interface }),
      retyped: retyped.members.map(idOf),
    };
  }

  #typeAll(modules: readonly ModuleSource[]): SessionResult {
    const input = {
      library: this.#library,
      modules,
      dependencies: this.#dependencies,
      nullSafety: this.#nullSafety,
      declared: this.#declared,
    };
    let kept = this.#keptOfClean();
    let checked = typeLibrary(input, kept);
    // Bodies that decide a type together may be in any files.
    if (kept !== NOTHING_KEPT && checked.program.openFields.size > 0) {
      kept = NOTHING_KEPT;
      checked = typeLibrary(input);
    }
    const result = resultOf(this.#library, checked, kept);
    this.#checked = checked;
    this.#interface = result.interface;
    return { ...result, retyped: typedMembers(checked, kept).map(idOf) };
  }

  #keptOfClean(): Kept {
    this.#keptInARow = (this.#keptInARow + 1) % KEPT_IN_A_ROW;
    if (this.#keptInARow === 0) this.#clean = null;
    // A library that declares the core types itself declares them anew, too.
    if (this.#clean === null || this.#declared === null) return NOTHING_KEPT;
    return keptOf(this.#clean, this.#sources);
  }

  #keepClean(): void {
    const checked = this.#checked;
    if (checked === null || this.#interface === null || !isClean(checked)) return;
    this.#clean = { checked, interface: this.#interface, sources: this.#sources };
  }
}

function typedMembers({ classes, typed }: TypedProgram, { functions }: Kept): Member[] {
  return classes
    .flatMap(({ members }) => members)
    .filter(({ field, syntax }) => {
      const body = typed.get(field)?.function?.body;
      return body === undefined || body !== functions.get(syntax)?.function?.body;
    });
}

function idOf(member: Member): string {
  return `${member.class.path}.${member.field.name}`;
}
