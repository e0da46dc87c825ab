/** What the members of a class, interface, abstract or module may be, each by itself. */
import type * as ast from "#compiler/syntax/ast.ts";
import { isVoid } from "#compiler/types/core.ts";
import { follow } from "#compiler/types/follow.ts";
import type { DeclaredClass, Member } from "../program/members.ts";
import { hasMeta } from "../program/metadata.ts";
import { type Program, report, typeOfField } from "../program/program.ts";
import { abstractRules } from "./abstract_rules.ts";
import { isEnumValue } from "./declare_fields.ts";

/** Reports the members that cannot be as they are written. */
export function checkMemberRules(program: Program, classes: readonly DeclaredClass[]): void {
  for (const { members } of classes) {
    for (const member of members) {
      if (member.syntax.kind === "Function") functionRules(program, member, member.syntax);
      else variableRules(program, member, member.syntax);
      if (member.class.form === "abstractImpl") abstractRules(program, member);
    }
  }
}

// Functions

function functionRules(program: Program, member: Member, syntax: ast.FunctionField): void {
  const { class: holder, field } = member;
  const { span } = field;
  if (syntax.name.name === "new") {
    if (syntax.modifiers.includes("static")) report(program, holder.file, "HX2040", span, {});
    if (holder.form === "interface") report(program, holder.file, "HX2041", span, {});
  }
  const conflict = conflictOf(member, syntax);
  if (conflict !== null) {
    report(program, holder.file, "HX2044", span, { name: syntax.name.name, ...conflict });
  }
}

interface Conflict {
  readonly modifier: string;
  readonly reason: string;
}

function conflictOf(member: Member, { modifiers }: ast.FunctionField): Conflict | null {
  const isStatic = modifiers.includes("static");
  if (modifiers.includes("override") && isStatic)
    return { modifier: "override", reason: "it is static" };
  if (modifiers.includes("abstract")) {
    const other = modifiers.find(
      (word) => word === "static" || word === "final" || word === "inline",
    );
    return other === undefined ? null : { modifier: "abstract", reason: `it is ${other}` };
  }
  if (modifiers.includes("inline") && member.class.form === "interface" && !isStatic)
    return { modifier: "inline", reason: "it is a method of an interface" };
  return null;
}

// Variables

function variableRules(
  program: Program,
  member: Member,
  syntax: ast.VarField | ast.PropertyField,
): void {
  const { class: holder, field } = member;
  const { name, span } = syntax.name;
  if (syntax.modifiers.includes("abstract")) {
    const reason = "it is a variable";
    report(program, holder.file, "HX2044", span, { name, modifier: "abstract", reason });
  }
  if (syntax.kind === "Property" && syntax.modifiers.includes("final")) {
    const reason = "it is a property";
    report(program, holder.file, "HX2044", span, { name, modifier: "final", reason });
  }
  const isUntyped = syntax.type === null && syntax.value === null;
  if (
    isUntyped &&
    holder.form !== "interface" &&
    !holder.isExtern &&
    !isEnumValue(holder, syntax)
  ) {
    report(program, holder.file, "HX2016", span, { name }, { hint: "Write a type or a value" });
    return;
  }
  const reason = syntax.value === null ? null : valueProblem(member, syntax);
  if (reason !== null) report(program, holder.file, "HX2043", span, { name, reason });
  if (isVoid(follow(typeOfField(program, field)))) {
    report(program, holder.file, "HX2042", span, { name });
  }
}

/** Why the variable cannot have an initial value. */
function valueProblem(
  { class: holder, field }: Member,
  syntax: ast.VarField | ast.PropertyField,
): string | null {
  if (holder.form === "interface" && !field.isStatic) return "it is a variable of an interface";
  if (holder.isExtern && !field.isStatic) return "it is extern";
  const isStored = field.isPhysical || field.isInline || hasMeta(syntax.meta, ":isVar");
  return syntax.kind === "Property" && !isStored ? "it has no place of its own" : null;
}
