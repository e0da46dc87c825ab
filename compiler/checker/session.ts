/**
 * Checks a library again and again while it is edited. The unit is the function: where an edit changes no declaration,
 * only functions with another body are typed again; everything else keeps its identity. The results are those of
 * `checkLibrary`, whatever was checked before.
 */
import { declarationHash } from "#compiler/syntax/hash.ts";
import {
  type CheckedLibrary,
  declareDependencies,
  resultOf,
  typeLibrary,
} from "./check_library.ts";
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

export class CheckSession {
  readonly #library: string;
  readonly #dependencies: readonly Interface[];
  readonly #nullSafety: NullSafety;
  readonly #declared: Program | null;
  #sources: ReadonlyMap<string, ModuleSource> = new Map();
  #checked: TypedProgram | null = null;
  #interface: Interface | null = null;

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
    return (
      (previous !== null && changed !== null ? this.#retypeBodies(previous, changed) : null) ??
      this.#typeAll(modules)
    );
  }

  /** The files that changed, if no declaration did. */
  #editedBodies(modules: readonly ModuleSource[]): Map<string, ModuleSource> | null {
    if (modules.length !== this.#sources.size) return null;
    const changed = new Map<string, ModuleSource>();
    for (const source of modules) {
      const before = this.#sources.get(source.file);
      if (before === undefined) return null;
      if (before.module === source.module && hasSameLines(before, source)) continue;
      if (declarationHash(before.module) !== declarationHash(source.module)) return null;
      // What an `import.hx` makes visible is no part of a module.
      if (source.file.endsWith("import.hx")) return null;
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
      ...resultOf(this.#library, retyped.checked, this.#interface),
      retyped: retyped.members.map(idOf),
    };
  }

  #typeAll(modules: readonly ModuleSource[]): SessionResult {
    const checked = typeLibrary({
      library: this.#library,
      modules,
      dependencies: this.#dependencies,
      nullSafety: this.#nullSafety,
      declared: this.#declared,
    });
    const result = resultOf(this.#library, checked);
    this.#checked = checked;
    this.#interface = result.interface;
    const retyped = checked.classes.flatMap((one) => one.members.map(idOf));
    return { ...result, retyped };
  }
}

function hasSameLines(before: ModuleSource, now: ModuleSource): boolean {
  return (
    before.lineStarts === now.lineStarts ||
    (before.lineStarts.length === now.lineStarts.length &&
      before.lineStarts.every((start, line) => now.lineStarts[line] === start))
  );
}

function idOf(member: Member): string {
  return `${member.class.path}.${member.field.name}`;
}
