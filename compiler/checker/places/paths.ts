/** Expressions that can be more than values: names, members, elements. */
import type * as ast from "#compiler/syntax/ast.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { constructorValue } from "../calls/construct.ts";
import type { Expected, FunctionContext } from "../program/context.ts";
import { silencing, warnDeprecated } from "../program/warnings.ts";
import { type Access, readAccess, storedProperty } from "./access.ts";
import { elementAccess, readElement } from "./array_access.ts";
import { findIdent, identAccess, packageMember, superMember, typeMember } from "./identifiers.ts";
import { memberAccess } from "./instance_members.ts";

/** What the expression stands for. */
export function accessOf(ctx: FunctionContext, expr: ast.Expr, expected: Expected): Access {
  const access = accessByKind(ctx, expr, expected);
  return ctx.bypassed === expr && access.kind === "Property"
    ? withoutAccessors(ctx, access)
    : access;
}

/** `@:bypassAccessor`: the property's own place. */
function withoutAccessors(
  ctx: FunctionContext,
  access: Extract<Access, { kind: "Property" }>,
): Access {
  const target = storedProperty(ctx, access);
  return target.kind === "Field" || target.kind === "StaticField"
    ? { kind: "Place", target, field: { ...access.field, read: "normal", write: "normal" } }
    : { kind: "Error", span: access.span };
}

/** What metadata before an expression changes for it. */
export function withMeta(ctx: FunctionContext, { meta, expr }: ast.MetaExpr): FunctionContext {
  switch (meta.name) {
    case ":privateAccess":
      return { ...ctx, hasPrivateAccess: true };
    case ":haxe.warning":
      return { ...ctx, scope: silencing(ctx.scope, [meta]) };
    case ":bypassAccessor":
      return { ...ctx, bypassed: propertyOf(expr) };
    default:
      return ctx;
  }
}

/** What the expression reads or assigns first. */
function propertyOf(expr: ast.Expr): ast.Expr {
  switch (expr.kind) {
    case "Binop":
      return propertyOf(expr.left);
    case "Unop":
      return propertyOf(expr.operand);
    case "Call":
      return propertyOf(expr.callee);
    case "Parenthesis":
      return propertyOf(expr.expr);
    default:
      return expr;
  }
}

function accessByKind(ctx: FunctionContext, expr: ast.Expr, expected: Expected): Access {
  switch (expr.kind) {
    case "Ident":
      return identAccess(ctx, expr, expected);
    case "Field":
      return fieldAccess(ctx, expr);
    case "ArrayAccess":
      return elementAccess(ctx, expr);
    case "Parenthesis":
      return accessOf(ctx, expr.expr, expected);
    case "Meta":
      return accessOf(withMeta(ctx, expr), expr.expr, expected);
    default:
      return { kind: "Value", expr: ctx.typeExpr(ctx, expr, "value") };
  }
}

/** The value of a name, member or element. */
export function readPath(ctx: FunctionContext, expr: ast.Expr, expected: Expected): TypedExpr {
  return readAny(ctx, accessOf(ctx, expr, expected));
}

export function readAny(ctx: FunctionContext, access: Access): TypedExpr {
  return access.kind === "Element" ? readElement(ctx, access) : readAccess(ctx, access);
}

function fieldAccess(ctx: FunctionContext, expr: ast.FieldExpr): Access {
  const object =
    expr.object.kind === "Ident"
      ? firstOfPath(ctx, expr.object)
      : accessOf(ctx, expr.object, "value");
  switch (object.kind) {
    case "Package":
      return packageMember(ctx, object.path, expr.name, expr.span);
    case "Type":
      warnDeprecated(ctx, object.declaration, object.span);
      return expr.name.name === "new"
        ? { kind: "Value", expr: constructorValue(ctx, object.declaration, expr.span) }
        : typeMember(ctx, object.declaration, expr.name, expr.span);
    case "Super":
      return superMember(ctx, expr.name, expr.span);
    default:
      return memberAccess(ctx, readAny(ctx, object), expr.name.name, expr.name.span);
  }
}

/** A package whose name no local or member takes. */
function firstOfPath(ctx: FunctionContext, expr: ast.IdentExpr): Access {
  return findIdent(ctx, expr, "value") ?? identAccess(ctx, expr, "value");
}
