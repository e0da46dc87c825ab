/** Types the bodies of functions and the initial values of variables. */

import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { isVoid } from "#compiler/types/core.ts";
import { follow } from "#compiler/types/follow.ts";
import { findConstructor } from "#compiler/types/members.ts";
import { containsUnknown } from "#compiler/types/mono.ts";
import type { ClassType, FunArg, FunType, InstType, Type } from "#compiler/types/type.ts";
import type {
  LocalVariable,
  TypedExpr,
  TypedFunction,
  TypedParam,
  TypedStatic,
} from "#compiler/types/typed_ast.ts";
import { isFactory } from "../calls/factories.ts";
import { isEnumValue, ownParams } from "../declarations/declare_fields.ts";
import { syntaxOf } from "../declarations/declare_types.ts";
import { fold, isInlinable } from "../expressions/constants.ts";
import { convert } from "../expressions/convert.ts";
import { typeExpr } from "../expressions/expressions.ts";
import { declareParams, finishBody } from "../expressions/function_body.ts";
import { completes } from "../flow/flow.ts";
import { containsExpr } from "../flow/typed_walk.ts";
import { checkFunctionNulls, checkValueNulls } from "../null_safety/check_member.ts";
import { nullSafetyOf } from "../null_safety/mode.ts";
import { newPlaces } from "../null_safety/places.ts";
import { leaveThis } from "../places/changed_this.ts";
import { calleeLabels, fieldCallee } from "../problems/explain.ts";
import {
  declareLocal,
  type FunctionContext,
  newClosure,
  newLocalScope,
  newVariable,
  problem,
} from "../program/context.ts";
import { voidType } from "../program/core_types.ts";
import { hasInitialValue } from "../program/initial_values.ts";
import type { Member } from "../program/members.ts";
import type { Program } from "../program/program.ts";
import { typeOfField } from "../program/program.ts";
import { signatureHashOf } from "./function_hash.ts";

/** What typing a member gave. */
export interface TypedMember {
  readonly function: TypedFunction | null;
  readonly value: TypedExpr | null;
  /** Did it need the line it stands on (`trace`, `haxe.PosInfos`)? */
  readonly usesPosition: boolean;
  /** The variables that functions declare with `static var`. */
  readonly statics: readonly TypedStatic[];
  readonly problems: readonly Diagnostic[];
  /** Did it meet a field whose type bodies decide together? */
  readonly touchesOpenFields: boolean;
}

const NOTHING = { usesPosition: false, statics: [] } as const;

/** What of the notes belongs to the result. */
function noted({ notes: { usesPosition, statics } }: FunctionContext) {
  return { usesPosition, statics };
}

type TypedBody = Omit<TypedMember, "problems" | "touchesOpenFields">;

/** A place to type the expressions of a member. */
export function memberContext(program: Program, member: Member, returnType: Type): FunctionContext {
  const { class: owner, field, form, scope } = member;
  const instance: InstType = { kind: "Inst", class: owner, params: ownParams(owner) };
  const abstractType: Type | null =
    owner.abstract === null
      ? null
      : { kind: "Abstract", abstract: owner.abstract, params: ownParams(owner) };
  const span = field.span;
  const hasVariable = form === "abstract" || form === "abstractConstructor";
  const thisVariable: LocalVariable | null =
    hasVariable && abstractType !== null
      ? {
          id: program.counter.next++,
          name: "this",
          type: abstractType,
          isFinal: false,
          form: "variable",
          isCaptured: false,
          isAssigned: false,
          span,
        }
      : null;
  const ctx: FunctionContext = {
    program,
    scope,
    class: owner,
    field,
    thisType: form === "static" ? null : hasVariable ? abstractType : instance,
    thisVariable,
    underlyingType: hasVariable ? (owner.abstract?.underlying ?? null) : null,
    isConstructor: form === "constructor" || form === "abstractConstructor",
    typeExpr,
    notes: {
      usesPosition: false,
      statics: [],
      places: nullSafetyOf(member, program.nullSafety) === "off" ? null : newPlaces(),
    },
    locals: newLocalScope(null),
    closure: newClosure(null, returnType),
    isInLoop: false,
    hasPrivateAccess: field.meta.some((meta) => meta.name === ":privateAccess"),
    isUntyped: false,
    bypassed: null,
    placeholder: null,
  };
  if (thisVariable !== null) declareLocal(ctx, thisVariable);
  return ctx;
}

export function typeMember(program: Program, member: Member): TypedMember {
  const { syntax } = member;
  const frame = { field: member.field, touchesOpenFields: false };
  program.typing.push(frame);
  const { result, problems } = program.problems.collect(() =>
    syntax.kind === "Function"
      ? typeFunctionMember(program, member, syntax)
      : typeVariable(program, member, syntax),
  );
  program.typing.pop();
  if (containsUnknown(member.field.type)) program.openFields.add(member.field);
  return { ...result, problems, touchesOpenFields: frame.touchesOpenFields };
}

// Variables

function typeVariable(
  program: Program,
  member: Member,
  syntax: ast.VarField | ast.PropertyField,
): TypedBody {
  const { field } = member;
  const ctx = memberContext(program, { ...member, form: "static" }, voidType(program));
  const source = syntax.value ?? impliedValue(member, syntax);
  if (source === null) {
    checkValueNulls(ctx, member, null);
    return { function: null, value: null, ...NOTHING };
  }
  const isValue = isEnumValue(member.class, syntax);
  const wanted = isValue ? (member.class.abstract?.underlying ?? field.type) : field.type;
  const typed = ctx.typeExpr(ctx, source, follow(wanted).kind === "Mono" ? "value" : wanted);
  const value = fold(convert(ctx, typed, wanted));
  checkValueNulls(ctx, member, value);
  if (field.read === "inline")
    keepConstant(ctx, member, isValue ? ({ ...value, type: field.type } as TypedExpr) : value);
  return { function: null, value, ...noted(ctx) };
}

function keepConstant(ctx: FunctionContext, member: Member, value: TypedExpr): void {
  const inner = value.kind === "Cast" ? fold(value) : value;
  if (!isInlinable(inner) && value.type.kind !== "Error") {
    problem(ctx, "HX3026", value.span, { name: member.field.name });
    return;
  }
  ctx.program.constants.set(member.field, inner);
}

/** Values of an enum abstract without one: numbers go on from the one before, texts are the names. */
function impliedValue(member: Member, syntax: ast.VarField | ast.PropertyField): ast.Expr | null {
  const { abstract } = member.class;
  if (abstract === null || !isEnumValue(member.class, syntax)) return null;
  const { span } = syntax.name;
  const underlying = follow(abstract.underlying);
  if (underlying.kind === "Inst" && underlying.class.path === "String") {
    return { kind: "String", value: syntax.name.name, quote: '"', span };
  }
  return { kind: "Int", text: String(impliedNumber(member, syntax)), suffix: null, span };
}

function impliedNumber(member: Member, syntax: ast.Field): number {
  let next = 0;
  for (const sibling of valuesOf(member.class)) {
    if (sibling.name.name === syntax.name.name) return next;
    next = (sibling.value?.kind === "Int" ? Number(sibling.value.text) : next) + 1;
  }
  return next;
}

/** The values of an enum abstract as they are written. */
function valuesOf(holder: ClassType): ast.VarField[] {
  const declaration = holder.abstract === null ? undefined : syntaxOf(holder.abstract);
  if (declaration?.kind !== "Abstract") return [];
  return declaration.fields
    .filter((field) => field.kind === "Var")
    .filter((field) => isEnumValue(holder, field));
}

// Functions

function typeFunctionMember(
  program: Program,
  member: Member,
  syntax: ast.FunctionField,
): TypedBody {
  const { field } = member;
  const signature = follow(field.type);
  if (signature.kind !== "Fun") return { function: null, value: null, ...NOTHING };
  const declaration = syntax.function;
  const returnType = member.form === "abstractConstructor" ? voidType(program) : signature.result;
  const ctx = memberContext(program, member, returnType);
  if (field.intrinsic !== null) return finished(ctx, intrinsicFunction(ctx, member, signature));
  if (declaration.body === null || field.isAbstract)
    return { function: null, value: null, ...NOTHING };
  const args = member.form === "abstract" ? signature.args.slice(1) : signature.args;
  const params = declareAllParams(ctx, declaration.args, args);
  const problems = program.problems.mark;
  const typedBody = finishBody(ctx, declaration, returnType, false);
  if (program.problems.mark === problems) checkFunctionNulls(ctx, member, params, typedBody);
  const body = leavingThis(ctx, typedBody);
  if (field.isDynamic) return dynamicFunction(ctx, member, signature, params, body);
  if (member.form === "constructor") {
    checkSuperCall(ctx, member, body);
    checkFinals(ctx, member, body);
  }
  if (member.form === "abstractConstructor") checkAssignsThis(ctx, member, body);
  const typed = makeFunction(
    member,
    withThis(ctx, member, params, signature),
    signature.result,
    returningThis(ctx, member, signature, body),
  );
  return finished(ctx, typed);
}

/** Hidden arguments have no declaration. */
function declareAllParams(
  ctx: FunctionContext,
  declarations: readonly ast.FunctionArg[],
  args: readonly FunArg[],
): TypedParam[] {
  const hidden = args.filter(isFactory).map((arg): TypedParam => {
    const variable = newVariable(ctx, arg.name, arg.type, ctx.field.span);
    declareLocal(ctx, variable);
    return { variable, arg, defaultValue: null };
  });
  const visible = declareParams(
    ctx,
    declarations,
    args.filter((arg) => !isFactory(arg)),
  );
  return args.flatMap((arg) => [...hidden, ...visible].filter((param) => param.arg === arg));
}

function finished(ctx: FunctionContext, typed: TypedFunction): TypedBody {
  return { function: typed, value: null, ...noted(ctx) };
}

export function makeFunction(
  member: Member,
  params: readonly TypedParam[],
  returnType: Type,
  body: TypedExpr,
): TypedFunction {
  const { class: owner, field, form, syntax } = member;
  return {
    id: `${owner.path}.${field.name}`,
    owner,
    field,
    form: form === "method" || form === "constructor" ? form : "static",
    params,
    returnType,
    body,
    file: owner.file,
    span: syntax.span,
    moved: 0,
    signatureHash: signatureHashOf(member),
  };
}

/** A function of an abstract has `this` as its first parameter. */
function withThis(
  ctx: FunctionContext,
  member: Member,
  params: readonly TypedParam[],
  signature: FunType,
): readonly TypedParam[] {
  const [arg] = signature.args;
  if (member.form !== "abstract" || ctx.thisVariable === null || arg === undefined) return params;
  return [{ variable: ctx.thisVariable, arg, defaultValue: null }, ...params];
}

/** Where a function that changes `this` ends without a `return`, it leaves the new value too. */
function leavingThis(ctx: FunctionContext, body: TypedExpr): TypedExpr {
  const leave = completes(body) ? leaveThis(ctx, body.span) : null;
  return leave === null
    ? body
    : { kind: "Block", exprs: [body, leave], type: body.type, span: body.span };
}

/** The constructor of an abstract declares `this`, and returns it. */
function returningThis(
  ctx: FunctionContext,
  member: Member,
  signature: FunType,
  body: TypedExpr,
): TypedExpr {
  const variable = ctx.thisVariable;
  if (member.form !== "abstractConstructor" || variable === null) return body;
  const { span } = body;
  const type = voidType(ctx.program);
  variable.type = signature.result;
  const declare: TypedExpr = { kind: "Var", variable, value: null, type, span };
  const value: TypedExpr = { kind: "Local", variable, type: signature.result, span };
  return {
    kind: "Block",
    exprs: [declare, body, { kind: "Return", value, type, span }],
    type,
    span,
  };
}

/** An intrinsic is also a function, so that it can be a value and be called by name. */
function intrinsicFunction(
  ctx: FunctionContext,
  member: Member,
  signature: FunType,
): TypedFunction {
  const { field } = member;
  const { span } = field;
  const params = signature.args.map((arg): TypedParam => {
    const variable = newVariable(ctx, arg.name, arg.type, span);
    return { variable, arg, defaultValue: null };
  });
  const args = params.map(
    ({ variable }): TypedExpr => ({ kind: "Local", variable, type: variable.type, span }),
  );
  const receiver: TypedExpr[] =
    ctx.thisType === null || member.form !== "method"
      ? []
      : [{ kind: "This", type: ctx.thisType, span }];
  const call: TypedExpr = {
    kind: "Intrinsic",
    name: field.intrinsic ?? "",
    field,
    args: [...receiver, ...args],
    type: signature.result,
    span,
  };
  const body: TypedExpr = isVoid(signature.result)
    ? call
    : { kind: "Return", value: call, type: voidType(ctx.program), span };
  return makeFunction(member, params, signature.result, body);
}

/** `dynamic function` is a variable whose first value is the function. */
function dynamicFunction(
  ctx: FunctionContext,
  member: Member,
  signature: FunType,
  params: readonly TypedParam[],
  body: TypedExpr,
): TypedBody {
  const value: TypedExpr = {
    kind: "Function",
    name: member.field.name,
    params,
    returnType: signature.result,
    body,
    captures: [],
    capturesThis: member.form === "method",
    type: signature,
    span: member.syntax.span,
  };
  return { function: null, value, ...noted(ctx) };
}

/** A subclass of a class with a constructor must call it. */
function checkSuperCall(ctx: FunctionContext, member: Member, body: TypedExpr): void {
  const parent = member.class.superClass;
  if (parent === null || !hasConstructor(parent) || callsSuper(body) || !completes(body)) return;
  const found = findConstructor(parent);
  const type = found === null ? null : follow(typeOfField(ctx.program, found.field));
  const callee =
    found === null || type?.kind !== "Fun"
      ? null
      : { ...fieldCallee(found.field, type.args), name: "super" };
  const labels = callee === null ? [] : calleeLabels(callee, "the parent's constructor");
  const args = callee?.args.filter((arg) => !arg.isOptional).map((arg) => arg.name) ?? [];
  const hint = `Add \`super(${args.join(", ")});\``;
  problem(ctx, "HX3111", member.field.span, {}, { labels, hint });
}

/** The constructor of an abstract makes its value by `this = value`. */
function checkAssignsThis(ctx: FunctionContext, member: Member, body: TypedExpr): void {
  const isAssigned = ctx.thisVariable?.isAssigned === true;
  if (!isAssigned && completes(body)) problem(ctx, "HX2047", member.field.span, {});
}

function hasConstructor(type: InstType): boolean {
  if (type.class.constructor !== null) return true;
  return type.class.superClass !== null && hasConstructor(type.class.superClass);
}

function callsSuper(body: TypedExpr): boolean {
  return containsExpr(body, (expr) => expr.kind === "SuperCall");
}

/** Finals without a value of their own must be given one. */
function checkFinals(ctx: FunctionContext, member: Member, body: TypedExpr): void {
  for (const field of member.class.fields.values()) {
    const isOpen = field.kind === "Var" && field.write === "constructor" && field.isPhysical;
    if (!isOpen || hasInitialValue(member.class, field.name)) continue;
    const isSet = containsExpr(
      body,
      (expr) =>
        expr.kind === "Assign" && expr.target.kind === "Field" && expr.target.field === field,
    );
    if (!isSet) problem(ctx, "HX3106", field.span, { name: field.name });
  }
}
