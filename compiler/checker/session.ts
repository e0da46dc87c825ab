/**
 * Checks a library again and again while it is edited. The unit is the function: where an edit changes no declaration,
 * only functions with another body are typed again; everything else keeps its identity.
 */
import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { severityOf } from "#compiler/diagnostics/diagnostic.ts";
import { Problems } from "#compiler/diagnostics/problems.ts";
import { moduleSignatureHash } from "#compiler/syntax/hash.ts";
import type { ClassField } from "#compiler/types/type.ts";
import { type CheckedLibrary, decideUnknowns, resultOf, typeLibrary } from "./check_library.ts";
import { hashesOf } from "./function_hash.ts";
import type { Interface, TypedProgram } from "./interface.ts";
import { type TypedMember, typeMember } from "./member_bodies.ts";
import type { DeclaredClass, Member } from "./members.ts";
import { moduleFields } from "./module_syntax.ts";
import type { ModuleSource } from "./program.ts";
import { moveTyped, shiftBetween } from "./span_shift.ts";
import { assembleLibrary } from "./typed_library.ts";

export interface SessionUpdate {
  readonly changed: readonly ModuleSource[];
  /** Paths of files that are gone. */
  readonly removed: readonly string[];
}

export interface SessionResult extends CheckedLibrary {
  /** Ids of the functions (and variables) that were typed in this update. */
  readonly retyped: readonly string[];
}

export class CheckSession {
  readonly #library: string;
  readonly #dependencies: readonly Interface[];
  readonly #sources = new Map<string, ModuleSource>();
  readonly #signatures = new Map<string, string>();
  #checked: TypedProgram | null = null;
  #interface: Interface | null = null;

  constructor(library: string, dependencies: readonly Interface[]) {
    this.#library = library;
    this.#dependencies = dependencies;
  }

  /** Takes new versions of files and gives the state of the whole library. */
  update({ changed, removed }: SessionUpdate): SessionResult {
    const previous = this.#checked;
    const isBodyOnly =
      previous !== null &&
      removed.length === 0 &&
      changed.every((source) => this.#keepsSignature(source));
    for (const source of changed) this.#store(source);
    for (const file of removed) {
      this.#sources.delete(file);
      this.#signatures.delete(file);
    }
    if (isBodyOnly) {
      const result = this.#retypeBodies(previous, changed);
      if (result !== null) return result;
    }
    return this.#retypeAll();
  }

  #keepsSignature(source: ModuleSource): boolean {
    return this.#signatures.get(source.file) === moduleSignatureHash(source.module);
  }

  #store(source: ModuleSource): void {
    this.#sources.set(source.file, source);
    this.#signatures.set(source.file, moduleSignatureHash(source.module));
  }

  #retypeAll(): SessionResult {
    const modules = [...this.#sources.values()];
    const checked = typeLibrary({
      library: this.#library,
      modules,
      dependencies: this.#dependencies,
    });
    const result = resultOf(this.#library, checked);
    this.#checked = checked;
    this.#interface = result.interface;
    const retyped = checked.classes.flatMap((one) => one.members.map(idOf));
    return { ...result, retyped };
  }

  /** Null where a body decides more than itself: then everything is typed again. */
  #retypeBodies(previous: TypedProgram, changed: readonly ModuleSource[]): SessionResult | null {
    const { program } = previous;
    if (program.problems.all.length > 0 || program.openFields.size > 0 || this.#interface === null)
      return null;
    const retyped: string[] = [];
    const typed = new Map(previous.typed);
    const classes: DeclaredClass[] = [];
    const sources = new Map(changed.map((source) => [source.file, source] as const));
    for (const declared of previous.classes) {
      const source = sources.get(declared.class.file);
      if (source === undefined) {
        classes.push(declared);
        continue;
      }
      const renewed = renewClass(declared, source);
      if (renewed === null) return null;
      classes.push(renewed);
      for (const [index, member] of renewed.members.entries()) {
        const before = declared.members[index];
        const old = typed.get(member.field);
        if (before === undefined || old === undefined) return null;
        const moved = keepTyped(before, member, old);
        if (moved !== null) {
          typed.set(member.field, moved);
          continue;
        }
        if (isInferred(member)) return null;
        typed.set(member.field, typeMember(program, member));
        retyped.push(idOf(member));
      }
    }
    decideUnknowns(program);
    program.unification.trail.clear();
    const modules = previous.modules.map((scope) => {
      const source = sources.get(scope.source.file);
      return source === undefined ? scope : Object.assign(scope, { source });
    });
    this.#checked = { program, modules, classes, typed };
    return this.#result(this.#checked, this.#interface, retyped);
  }

  #result(checked: TypedProgram, known: Interface, retyped: readonly string[]): SessionResult {
    const all = [...checked.typed.values()].flatMap((member) => member.problems);
    const problems = new Problems();
    for (const problem of all) problems.add(problem);
    return {
      typed: assembleLibrary(
        checked.program,
        this.#library,
        checked.modules,
        checked.classes,
        checked.typed,
      ),
      interface: known,
      diagnostics: problems.sorted(),
      isValid: !all.some(isError),
      retyped,
    };
  }
}

function isError(problem: Diagnostic): boolean {
  return severityOf(problem) === "error";
}

function idOf(member: Member): string {
  return `${member.class.path}.${member.field.name}`;
}

/** The class with the new syntax of its members; null where they are not the same ones. */
function renewClass(declared: DeclaredClass, source: ModuleSource): DeclaredClass | null {
  const fields = moduleFields(source.module, declared.class);
  if (fields.length !== declared.members.length) return null;
  const module = Object.assign(declared.scope.module, { source });
  const members = declared.members.map((member, index): Member => {
    const syntax = fields[index] ?? member.syntax;
    movedField(member.field, syntax.name.span);
    return { ...member, syntax, scope: { ...member.scope, module } };
  });
  return { ...declared, members };
}

/** The field keeps its identity; only the place of its name is new. */
function movedField(field: ClassField, span: ClassField["span"]): void {
  Object.assign(field, { span });
}

/** Does the body give the member its type? */
function isInferred({ syntax }: Member): boolean {
  if (syntax.kind !== "Function") return syntax.type === null;
  const { args, returnType } = syntax.function;
  return (
    (returnType === null && syntax.name.name !== "new") || args.some((arg) => arg.type === null)
  );
}

/** The old result at the new place, where the syntax differs by its place only; else null. */
function keepTyped(before: Member, now: Member, old: TypedMember): TypedMember | null {
  if (hashesOf(before).bodyHash !== hashesOf(now).bodyHash) return null;
  const shift = shiftBetween(before.syntax, now.syntax);
  if (shift === null) return null;
  if (shift === 0) return old;
  if (old.usesPosition || old.problems.length > 0) return null;
  return moveTyped(old, shift);
}
