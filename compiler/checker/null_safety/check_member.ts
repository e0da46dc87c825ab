/** Null safety of a function with its parameters, and of a variable with its initial value. */
import type { ClassField } from "#compiler/types/type.ts";
import type { TypedExpr, TypedParam } from "#compiler/types/typed_ast.ts";
import { type FunctionContext, problem } from "../program/context.ts";
import { hasInitialValue, hasWrittenConstructor } from "../program/initial_values.ts";
import type { Member } from "../program/members.ts";
import { type CheckedBody, checkNullSafety } from "./check_null_safety.ts";
import { nullSafetyOf, switchesOff } from "./mode.ts";
import { isNullable } from "./nullable.ts";

export function checkFunctionNulls(
  ctx: FunctionContext,
  member: Member,
  params: readonly TypedParam[],
  body: TypedExpr,
): void {
  const variables = params.map(({ variable }) => variable);
  check(ctx, member, { body, params: variables, openFields: openFields(member) });
}

export function checkValueNulls(
  ctx: FunctionContext,
  member: Member,
  value: TypedExpr | null,
): void {
  if (value === null) checkHasValue(ctx, member);
  else check(ctx, member, { body: value, params: [], openFields: [] });
}

function check(ctx: FunctionContext, member: Member, body: CheckedBody): void {
  const { places } = ctx.notes;
  if (places === null) return;
  checkNullSafety(ctx, nullSafetyOf(member, ctx.program.nullSafety), places, body);
}

/** The fields that a constructor has to give a value. */
function openFields(member: Member): ClassField[] {
  if (member.form !== "constructor") return [];
  return [...member.class.fields.values()].filter(
    (field) =>
      needsValue(field) && !hasInitialValue(member.class, field.name) && !switchesOff(field.meta),
  );
}

function needsValue(field: ClassField): boolean {
  return field.kind === "Var" && field.isPhysical && !isNullable(field.type);
}

/** A variable that cannot be null starts with a value, or gets one from the constructor. */
function checkHasValue(ctx: FunctionContext, { class: holder, field, form }: Member): void {
  const isGiven = form !== "static" && hasWrittenConstructor(holder);
  const isChecked = holder.form !== "interface" && !holder.isExtern;
  if (ctx.notes.places === null || !isChecked || isGiven) return;
  if (needsValue(field)) problem(ctx, "HX3202", field.span, { name: field.name });
}
