/** Types again what an edit of bodies and values concerns, and nothing else. */
import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { Span } from "#compiler/source/span.ts";
import { hashNode } from "#compiler/syntax/hash.ts";
import { containsUnknown } from "#compiler/types/mono.ts";
import type { Type } from "#compiler/types/type.ts";
import { decideUnknowns } from "../check_library.ts";
import { declaredType, isInferred } from "../declarations/declare_fields.ts";
import { typeToHint } from "../declarations/type_to_hint.ts";
import type { TypedProgram } from "../program/interface.ts";
import type { DeclaredClass, Member } from "../program/members.ts";
import type { ModuleSource, Program } from "../program/program.ts";
import { type TypedMember, typeMember } from "./member_bodies.ts";
import { renewClass, renewModule } from "./renew.ts";
import { moveTyped, shiftBetween } from "./span_shift.ts";

export interface Retyped {
  readonly checked: TypedProgram;
  /** The members that were typed. */
  readonly members: readonly Member[];
}

/**
 * `changed`: files whose declarations are what they were. Null where a body decides more than itself; the program is
 * then used up, and everything must be typed from its beginning.
 */
export function retypeBodies(
  previous: TypedProgram,
  changed: ReadonlyMap<string, ModuleSource>,
): Retyped | null {
  const { program, modules } = previous;
  if (program.problems.all.length > 0) return null;
  for (const scope of modules) {
    const source = changed.get(scope.source.file);
    if (source !== undefined) renewModule(scope, source);
  }
  const typed = new Map(previous.typed);
  const members: Member[] = [];
  const classes: DeclaredClass[] = [];
  for (const declared of previous.classes) {
    const source = changed.get(declared.class.file);
    const renewed = source === undefined ? declared : renewClass(declared, source);
    if (renewed === null) return null;
    classes.push(renewed);
    if (renewed === declared) continue;
    for (const [index, member] of renewed.members.entries()) {
      const before = declared.members[index];
      const old = typed.get(member.field);
      if (before === undefined || old === undefined) return null;
      const kept = keepTyped(before, member, old);
      const result = kept ?? retypeMember(program, member, old);
      if (result === null) return null;
      typed.set(member.field, result);
      if (kept === null) members.push(member);
    }
  }
  decideUnknowns(program);
  program.unification.trail.clear();
  // A label points at a declaration, perhaps in another file and as it stood when the problem was found.
  const problems = [...typed.values()].flatMap((member): readonly Diagnostic[] => member.problems);
  if (problems.some(({ labels }) => labels.length > 0)) return null;
  return { checked: { program, modules, classes, typed }, members };
}

/** The old result at the new place, where the syntax differs by its place only; else null. */
function keepTyped(before: Member, now: Member, old: TypedMember): TypedMember | null {
  // Lines may have moved though the offset has not.
  if (old.usesPosition) return null;
  const shift = shiftBetween(before.syntax, now.syntax);
  if (shift === null) return null;
  if (shift === 0) return old.problems.every(standsIn(now.syntax.span)) ? old : null;
  return old.problems.length > 0 ? null : moveTyped(old, shift);
}

/** A constructor's problem may stand at a field without a value, which moves by itself. */
function standsIn(member: Span): (problem: Diagnostic) => boolean {
  return ({ span }) => member.start <= span.start && span.end <= member.end;
}

/** Null where other members hang on how this one is typed, or it on them. */
function retypeMember(program: Program, member: Member, old: TypedMember): TypedMember | null {
  if (old.touchesOpenFields || program.openFields.has(member.field)) return null;
  const typed = isInferred(member.syntax)
    ? inferAgain(program, member)
    : typeMember(program, member);
  return typed === null || typed.touchesOpenFields ? null : typed;
}

/** Types a member that gets its type from its value or body; null where that is not the type it had. */
function inferAgain(program: Program, member: Member): TypedMember | null {
  const { field } = member;
  const before = field.type;
  field.type = declaredType(program, member);
  const typed = typeMember(program, member);
  const isKept = !containsUnknown(field.type) && isSameAsWritten(before, field.type);
  // Other bodies hold the type object itself.
  field.type = before;
  return isKept ? typed : null;
}

/** Would both be written the same way? Structures that two bodies gave are different objects of one type. */
function isSameAsWritten(first: Type, second: Type): boolean {
  return writtenHash(first) === writtenHash(second);
}

function writtenHash(type: Type): string {
  return hashNode("TypeHint", typeToHint(type));
}
