/** Names and paths in expressions: locals, members, statics, imports, constructors, types, packages. */
import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { apply, substitution } from "#compiler/types/apply.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { findField } from "#compiler/types/members.ts";
import type { Type, TypeDeclaration } from "#compiler/types/type.ts";
import type { LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import { isIncomplete, isOfUnknownOrigin } from "../declarations/incomplete.ts";
import { freshParams } from "../expressions/convert.ts";
import { declaredHere } from "../problems/explain.ts";
import { unknownNameHint } from "../problems/unknown_names.ts";
import {
  type Expected,
  errorExpr,
  expectedType,
  type FunctionContext,
  findLocal,
  problem,
  useLocal,
  useThis,
  visibleLocals,
} from "../program/context.ts";
import { boolType, nullOf } from "../program/core_types.ts";
import { functionsOf, importsOf } from "../program/imports.ts";
import { lookupType } from "../program/lookup.ts";
import { macroOf, visibleMacro } from "../program/macros.ts";
import { unknownType } from "../program/program.ts";
import { type Access, asSuperObject, enumConstructor, readAccess } from "./access.ts";
import { findExtension } from "./extensions.ts";
import { memberAccess, memberNames } from "./instance_members.ts";
import { staticAccess, staticNames } from "./static_members.ts";

const NOTHING = substitution([], []);

/** What a name means here. */
export function identAccess(ctx: FunctionContext, expr: ast.IdentExpr, expected: Expected): Access {
  const found = keywordAccess(ctx, expr) ?? lookUp(ctx, expr, expected);
  if (found !== null) return found;
  reportUnknown(ctx, expr);
  return { kind: "Error", span: expr.span };
}

/** As `identAccess`, without the word of a problem. */
export function findIdent(
  ctx: FunctionContext,
  expr: ast.IdentExpr,
  expected: Expected,
): Access | null {
  return keywordAccess(ctx, expr) ?? lookUp(ctx, expr, expected);
}

function keywordAccess(ctx: FunctionContext, { name, span }: ast.IdentExpr): Access | null {
  const { program } = ctx;
  switch (name) {
    case "true":
    case "false":
      return value({ kind: "Bool", value: name === "true", type: boolType(program), span });
    case "null":
      return value({ kind: "Null", type: nullOf(program, unknownType(program)), span });
    case "this":
      return value(thisExpr(ctx, span));
    case "abstract":
      return ctx.thisVariable === null ? null : value(abstractThis(ctx, ctx.thisVariable, span));
    case "super":
      return { kind: "Super", span };
    case "_":
      return ctx.placeholder === null ? null : value(readLocal(ctx, ctx.placeholder, span));
    default:
      return null;
  }
}

function value(expr: TypedExpr): Access {
  return { kind: "Value", expr };
}

/** `this`; in a function of an abstract it is the underlying value and may be assigned. */
export function thisExpr(ctx: FunctionContext, span: Span): TypedExpr {
  if (ctx.thisVariable !== null) {
    const local = readLocal(ctx, ctx.thisVariable, span);
    if (ctx.underlyingType === null) return local;
    return { kind: "Cast", form: "unchecked", expr: local, type: ctx.underlyingType, span };
  }
  if (ctx.thisType === null) {
    problem(ctx, "HX2030", span, {});
    return errorExpr(span);
  }
  useThis(ctx);
  return { kind: "This", type: ctx.thisType, span };
}

function abstractThis(ctx: FunctionContext, variable: LocalVariable, span: Span): TypedExpr {
  return readLocal(ctx, variable, span);
}

function readLocal(ctx: FunctionContext, variable: LocalVariable, span: Span): TypedExpr {
  const entry = findLocal(ctx, variable.name);
  if (entry !== null && entry.variable === variable) useLocal(ctx, entry);
  return { kind: "Local", variable, type: variable.type, span };
}

function lookUp(ctx: FunctionContext, expr: ast.IdentExpr, expected: Expected): Access | null {
  return (
    localAccess(ctx, expr) ??
    ownMember(ctx, expr) ??
    ownStatic(ctx, expr) ??
    constructorOfExpected(ctx, expr, expected) ??
    moduleMember(ctx, expr) ??
    importedMember(ctx, expr) ??
    typeAccess(ctx, expr) ??
    packageAccess(ctx, expr)
  );
}

function localAccess(ctx: FunctionContext, { name, span }: ast.IdentExpr): Access | null {
  const entry = findLocal(ctx, name);
  if (entry === null || name === "this") return null;
  const { variable, params } = entry;
  if (entry.static !== null) {
    const target = {
      kind: "StaticField",
      owner: ctx.class,
      field: entry.static,
      type: variable.type,
      span,
    } as const;
    return { kind: "Place", target, field: entry.static };
  }
  useLocal(ctx, entry);
  const type =
    params.length === 0
      ? variable.type
      : apply(variable.type, freshParams(ctx.program, params, NOTHING));
  return { kind: "Place", target: { kind: "Local", variable, type, span }, field: null };
}

function ownMember(ctx: FunctionContext, { name, span }: ast.IdentExpr): Access | null {
  const { thisType } = ctx;
  if (thisType === null) return null;
  const type = followNull(thisType);
  if (type.kind === "Inst" && findField(type, name) !== null)
    return memberAccess(ctx, thisExpr(ctx, span), name, span);
  if (type.kind === "Abstract" && ctx.class.fields.has(name) && ctx.thisVariable !== null) {
    return memberAccess(ctx, abstractThis(ctx, ctx.thisVariable, span), name, span);
  }
  return null;
}

function ownStatic(ctx: FunctionContext, { name, span }: ast.IdentExpr): Access | null {
  return staticAccess(ctx, ctx.class.abstract ?? ctx.class, name, span);
}

/** An enum's constructor needs no import where the type is known. */
function constructorOfExpected(
  ctx: FunctionContext,
  expr: ast.IdentExpr,
  expected: Expected,
): Access | null {
  const type = expectedType(expected);
  if (type === null) return null;
  let target = followNull(type);
  if (target.kind === "Fun") target = followNull(target.result);
  return constructorOf(ctx, target, expr.name, expr.span);
}

/** The constructor or enum abstract value of that name, of the type. */
export function constructorOf(
  ctx: FunctionContext,
  type: Type,
  name: string,
  span: Span,
): Access | null {
  if (type.kind === "Enum") {
    const found = type.enum.constructors.get(name);
    return found === undefined ? null : enumConstructor(ctx, type.enum, found, span);
  }
  if (type.kind === "Abstract" && type.abstract.isEnum)
    return staticAccess(ctx, type.abstract, name, span);
  return null;
}

/** Functions and variables of the module, then constructors of its enums. */
function moduleMember(ctx: FunctionContext, { name, span }: ast.IdentExpr): Access | null {
  const { module } = ctx.scope;
  if (module.fields !== null) {
    const found = staticAccess(ctx, module.fields, name, span);
    if (found !== null) return found;
  }
  return fromOpened(ctx, [...module.types.values()].filter(isOpen), name, span);
}

/** Types whose constructors can be named without the type. */
function isOpen(declaration: TypeDeclaration): boolean {
  if (declaration.kind === "Enum") return true;
  if (declaration.kind === "Abstract") return declaration.isEnum;
  if (declaration.kind !== "Typedef") return false;
  const type = follow(declaration.type);
  return type.kind === "Enum" || (type.kind === "Abstract" && type.abstract.isEnum);
}

function importedMember(ctx: FunctionContext, { name, span }: ast.IdentExpr): Access | null {
  const imports = importsOf(ctx.program, ctx.scope.module);
  const member = imports.members.get(name);
  if (member !== undefined) return staticAccess(ctx, member.declaration, member.name, span);
  return fromOpened(ctx, imports.opened, name, span);
}

function fromOpened(
  ctx: FunctionContext,
  declarations: readonly TypeDeclaration[],
  name: string,
  span: Span,
): Access | null {
  for (const declaration of declarations) {
    if (!mayHold(declaration, name)) continue;
    const found = staticAccess(ctx, declaration, name, span);
    if (found !== null) return found;
  }
  return null;
}

/** Opening a class by `import pack.Class.*` shows what is public. */
function mayHold(declaration: TypeDeclaration, name: string): boolean {
  const field = functionsOf(declaration)?.statics.get(name);
  return field === undefined || field.isPublic;
}

function typeAccess(ctx: FunctionContext, { name, span }: ast.IdentExpr): Access | null {
  const declaration = lookupType(ctx.program, ctx.scope.module, name);
  return declaration === null ? null : { kind: "Type", declaration, span };
}

function packageAccess(ctx: FunctionContext, { name, span }: ast.IdentExpr): Access | null {
  const isModule = ctx.program.modules.has(name);
  return isModule || ctx.program.packages.has(name) ? { kind: "Package", path: name, span } : null;
}

/** `a.b` where `a` is a package or a module: a sub-package, a module, a type or a module's own member. */
export function packageMember(
  ctx: FunctionContext,
  path: string,
  name: ast.Name,
  span: Span,
): Access {
  const full = `${path}.${name.name}`;
  const main = ctx.program.modules.get(full)?.types.get(name.name);
  if (main !== undefined) return { kind: "Type", declaration: main, span };
  const module = ctx.program.modules.get(path);
  const sub = module?.types.get(name.name);
  if (sub !== undefined) return { kind: "Type", declaration: sub, span };
  if (module !== undefined && module.fields !== null) {
    const found = staticAccess(ctx, module.fields, name.name, span);
    if (found !== null) return found;
  }
  if (ctx.program.packages.has(full) || ctx.program.modules.has(full))
    return { kind: "Package", path: full, span };
  const candidates = [...ctx.program.modules.keys()].filter((other) =>
    other.startsWith(`${path}.`),
  );
  problem(ctx, "HX2001", span, { name: full }, { hint: didYouMean(full, candidates) });
  return { kind: "Error", span };
}

/** `Type.name`: a static member, a constructor, another type of the type's module, or an extension of the type's value. */
export function typeMember(
  ctx: FunctionContext,
  declaration: TypeDeclaration,
  name: ast.Name,
  span: Span,
): Access {
  const found = staticAccess(ctx, declaration, name.name, span);
  if (found !== null) return found;
  const module = ctx.program.modules.get(declaration.module);
  if (module !== undefined && module.name === declaration.name) {
    const sub = module.types.get(name.name);
    if (sub !== undefined) return { kind: "Type", declaration: sub, span };
    const field = module.fields === null ? null : staticAccess(ctx, module.fields, name.name, span);
    if (field !== null) return field;
  }
  const value = readAccess(ctx, { kind: "Type", declaration, span });
  const extension = findExtension(ctx, value, name.name, span);
  if (extension !== null) return extension;
  const macro = macroOf(declaration, name.name);
  if (macro !== null) {
    problem(ctx, "HX3911", name.span, { name: macro });
    return { kind: "Error", span };
  }
  const hint = staticHint(declaration, name.name);
  problem(ctx, "HX3028", name.span, { type: declaration.path, name: name.name }, { hint });
  return { kind: "Error", span };
}

/** A member of instances is the likeliest mistake; else a name that is near. */
function staticHint(declaration: TypeDeclaration, name: string): string | null {
  if (declaration.kind === "Class" && declaration.fields.has(name))
    return `Use an instance: \`${name}\` is not static`;
  return didYouMean(name, staticNames(declaration));
}

/** `super.name`. */
export function superMember(ctx: FunctionContext, name: ast.Name, span: Span): Access {
  const type = ctx.thisType === null ? null : followNull(ctx.thisType);
  if (type?.kind !== "Inst" || type.class.superClass === null) {
    if (type === null || !isOfUnknownOrigin(ctx.program, type)) problem(ctx, "HX3029", span, {});
    return { kind: "Error", span };
  }
  if (ctx.closure.parent !== null)
    problem(ctx, "HX3039", { ...span, end: span.start + "super".length }, {});
  useThis(ctx);
  return memberAccess(
    ctx,
    asSuperObject({ kind: "This", type: type.class.superClass, span }),
    name.name,
    span,
  );
}

function reportUnknown(ctx: FunctionContext, { name, span }: ast.IdentExpr): void {
  const member = ctx.thisType === null ? ctx.class.fields.get(name) : undefined;
  if (member !== undefined) {
    problem(ctx, "HX2031", span, { name }, { labels: declaredHere(member) });
    return;
  }
  const macro = visibleMacro(ctx.program, ctx.scope, ctx.class, name);
  if (macro !== null) {
    problem(ctx, "HX3911", span, { name: macro });
    return;
  }
  // It may be a member of the parent that is not known.
  if (isIncomplete(ctx.program, ctx.class)) return;
  const members = ctx.thisType === null ? [] : memberNames(ctx.thisType);
  const visible = [...visibleLocals(ctx), ...members, ...ctx.class.statics.keys()];
  const hint = unknownNameHint(ctx.program, ctx.scope.module, name, visible);
  problem(ctx, /^[A-Z]/.test(name) ? "HX2001" : "HX2004", span, { name }, { hint });
}
