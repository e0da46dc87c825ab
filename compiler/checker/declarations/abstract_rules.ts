/** What the members of an abstract may be. */
import type * as ast from "#compiler/syntax/ast.ts";
import { isCore, isString } from "#compiler/types/core.ts";
import { follow } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { AbstractType, Type } from "#compiler/types/type.ts";
import { canUnify } from "#compiler/types/unify.ts";
import { instantiate } from "../program/core_types.ts";
import type { Member } from "../program/members.ts";
import { hasMeta } from "../program/metadata.ts";
import { type Program, report, typeOfField, unknownType } from "../program/program.ts";
import { isEnumValue, ownParams } from "./declare_fields.ts";

export function abstractRules(program: Program, member: Member): void {
  const { syntax } = member;
  const { abstract } = member.class;
  if (abstract === null) return;
  if (syntax.kind !== "Function") {
    variableRules(program, abstract, member, syntax);
    return;
  }
  if (hasMeta(syntax.meta, ":from")) fromRule(program, abstract, member);
  for (const meta of syntax.meta) {
    if (meta.name === ":op") operatorRule(program, abstract, member, meta.params[0]);
  }
}

// Variables

function variableRules(
  program: Program,
  abstract: AbstractType,
  member: Member,
  syntax: ast.VarField | ast.PropertyField,
): void {
  const { file } = abstract;
  const { name, span } = syntax.name;
  if (isEnumValue(member.class, syntax)) {
    const isCounted = isCore(abstract.underlying, "Int") || isString(abstract.underlying);
    if (syntax.value === null && !isCounted) {
      report(program, file, "HX2050", span, { name, type: printType(abstract.underlying) });
    }
    return;
  }
  if (member.form === "static") return;
  if (syntax.kind === "Var") report(program, file, "HX2045", span, { name });
  else if (![syntax.get.name, syntax.set.name].every((word) => ACCESSORS.has(word)))
    report(program, file, "HX2046", span, { name });
}

const ACCESSORS = new Set(["get", "set", "never"]);

// Functions

/** A conversion to the abstract must give one. */
function fromRule(program: Program, abstract: AbstractType, member: Member): void {
  const signature = follow(typeOfField(program, member.field));
  if (member.form !== "static" || signature.kind !== "Fun") return;
  const self = anyInstance(program, abstract);
  if (canUnify(program.unification, signature.result, self)) return;
  report(program, abstract.file, "HX2048", member.field.span, {
    name: member.field.name,
    type: printType(instantiate(abstract, ownParams(abstract))),
    found: printType(signature.result),
  });
}

/** The abstract with any type arguments. */
function anyInstance(program: Program, abstract: AbstractType): Type {
  return instantiate(
    abstract,
    abstract.params.map(() => unknownType(program)),
  );
}

/** A binary operator has two operands, a unary one has one; a static one must have an operand of the abstract. */
function operatorRule(
  program: Program,
  abstract: AbstractType,
  member: Member,
  shape: ast.Expr | undefined,
): void {
  const demand = shape === undefined ? null : operatorDemand(program, abstract, member, shape);
  if (demand === null) return;
  const { name, span } = member.field;
  report(program, abstract.file, "HX2049", span, { name, demand });
}

function operatorDemand(
  program: Program,
  abstract: AbstractType,
  member: Member,
  shape: ast.Expr,
): string | null {
  const signature = follow(typeOfField(program, member.field));
  const operands = shape.kind === "Binop" ? 2 : shape.kind === "Unop" ? 1 : null;
  if (operands === null || signature.kind !== "Fun") return null;
  const required = signature.args.filter((arg) => !arg.isOptional).length;
  if (required > operands || signature.args.length < operands)
    return `must have ${operands === 2 ? "two operands" : "one operand"}`;
  const self = anyInstance(program, abstract);
  const hasOwn = signature.args
    .slice(0, operands)
    .some((arg) => canUnify(program.unification, arg.type, self) && !isUnknown(arg.type));
  return hasOwn ? null : `must have an operand of \`${abstract.name}\``;
}

function isUnknown(type: Type): boolean {
  return follow(type).kind === "Mono";
}
