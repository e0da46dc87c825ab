/**
 * After an edit of declarations everything is declared anew, but functions in files that the edit does not concern keep
 * what was typed from them. Their bodies go on pointing at the earlier declarations, which say the same as the new ones.
 */
import type * as ast from "#compiler/syntax/ast.ts";
import type { Interface, InterfaceModule, TypedProgram } from "../program/interface.ts";
import type { Member } from "../program/members.ts";
import type { Program } from "../program/program.ts";
import { affectedFiles, type Sources } from "./affected_files.ts";
import type { TypedMember } from "./member_bodies.ts";

/** A check that brought no problem at all, with the files it was of. */
export interface CleanCheck {
  readonly checked: TypedProgram;
  readonly interface: Interface;
  readonly sources: Sources;
}

/** What an edit leaves of an earlier check. */
export interface Kept {
  /** By the syntax it was typed from, which is the same object where a file has not changed. */
  readonly functions: ReadonlyMap<ast.Field, TypedMember>;
  /** By file, what others see of it. */
  readonly modules: ReadonlyMap<string, InterfaceModule>;
}

export const NOTHING_KEPT: Kept = { functions: new Map(), modules: new Map() };

/** Can files be typed apart from others, and did nothing in them bring a problem, which names may be a part of? */
export function isClean({ program, typed }: TypedProgram): boolean {
  if (program.problems.all.length > 0 || program.openFields.size > 0) return false;
  return [...typed.values()].every((member) => member.problems.length === 0);
}

/** What is in the files that the edit does not concern. */
export function keptOf(clean: CleanCheck, now: Sources): Kept {
  const affected = affectedFiles(clean.sources, now);
  if (affected === null) return NOTHING_KEPT;
  const functions = new Map<ast.Field, TypedMember>();
  for (const { class: owner, members } of clean.checked.classes) {
    if (affected.has(owner.file)) continue;
    for (const { field, syntax } of members) {
      const typed = clean.checked.typed.get(field);
      if (typed?.function != null) functions.set(syntax, typed);
    }
  }
  const modules = clean.interface.modules.filter(({ file }) => !affected.has(file));
  return { functions, modules: new Map(modules.map((module) => [module.file, module])) };
}

/**
 * What is kept of a member, as the new declarations' own; null where it must be typed. A member whose type is not
 * written is: others need that type. So is a constructor: it becomes one function with the values of variables.
 */
export function keptMember(
  program: Program,
  kept: Kept,
  { class: owner, field, form, syntax }: Member,
): TypedMember | null {
  const typed = kept.functions.get(syntax);
  if (typed?.function == null || program.inferredFields.has(field)) return null;
  if (form === "constructor" || form === "abstractConstructor") return null;
  return { ...typed, function: { ...typed.function, owner, field } };
}
