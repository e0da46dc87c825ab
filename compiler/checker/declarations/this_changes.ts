/**
 * Functions of abstracts that assign `this`. In Haxe they must be inline: what they assign is the variable, field or
 * element that they are called on. Here they are functions like others, which leave the new value in a static variable
 * of the abstract, from where the call puts it back. Nothing runs between the two, so that one variable serves all.
 */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { visitExprs } from "#compiler/syntax/visit.ts";
import type { ClassField, ClassType, Type } from "#compiler/types/type.ts";
import { structureField } from "../places/structure_field.ts";
import { hasMeta } from "../program/metadata.ts";

/** Code cannot name it. */
const NEW_VALUE = "$this";

// Which functions

/** Names of the abstract's functions that assign `this`, themselves or by another function that they call. */
export function functionsChangingThis(fields: readonly ast.Field[]): ReadonlySet<string> {
  const functions = fields.filter(
    (field) => field.kind === "Function" && !field.modifiers.includes("static"),
  ) as ast.FunctionField[];
  const found = new Set<string>();
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const field of functions) {
      const { name } = field.name;
      if (name !== "new" && !found.has(name) && changesThis(field, found, functions))
        found.add(name);
    }
  }
  return found;
}

function changesThis(
  field: ast.FunctionField,
  known: ReadonlySet<string>,
  functions: readonly ast.FunctionField[],
): boolean {
  const { body } = field.function;
  let changes = false;
  const hasOperators = (): boolean =>
    functions.some(
      ({ name, meta }) =>
        known.has(name.name) && (hasMeta(meta, ":op") || hasMeta(meta, ":arrayAccess")),
    );
  if (body === null) return false;
  visitExprs(body, (expr) => {
    if (expr.kind === "Ident" && known.has(expr.name)) changes = true;
    if (expr.kind === "Field" && isIdent(expr.object, "abstract") && known.has(expr.name.name))
      changes = true;
    const target = assignedBy(expr);
    if (target === null) return;
    if (isIdent(target, "this")) changes = true;
    const property = ownProperty(target);
    if (property !== null && known.has(`set_${property}`)) changes = true;
    const root = target.kind === "ArrayAccess" ? target.array : target;
    if (isIdent(root, "abstract") && hasOperators()) changes = true;
  });
  return changes;
}

/** What the expression assigns. */
function assignedBy(expr: ast.Expr): ast.Expr | null {
  if (expr.kind === "Unop")
    return expr.op === "++" || expr.op === "--" ? withoutParentheses(expr.operand) : null;
  if (expr.kind !== "Binop") return null;
  const isAssignment = expr.op.endsWith("=") && !["==", "!=", "<=", ">="].includes(expr.op);
  return isAssignment ? withoutParentheses(expr.left) : null;
}

function withoutParentheses(expr: ast.Expr): ast.Expr {
  return expr.kind === "Parenthesis" ? withoutParentheses(expr.expr) : expr;
}

function ownProperty(expr: ast.Expr): string | null {
  if (expr.kind === "Ident") return expr.name;
  return expr.kind === "Field" && isIdent(expr.object, "abstract") ? expr.name.name : null;
}

function isIdent(expr: ast.Expr, name: string): boolean {
  return expr.kind === "Ident" && expr.name === name;
}

/** The body that stands for one that assigns `this` in a library's interface. */
export function bodyChangingThis(span: Span): ast.Expr {
  const self: ast.Expr = { kind: "Ident", name: "this", span };
  return {
    kind: "Block",
    exprs: [{ kind: "Binop", op: "=", left: self, right: self, span }],
    span,
  };
}

// The variable

/** Gives the abstract the variable that new values are left in. */
export function declareNewValue(holder: ClassType, self: Type, span: Span): void {
  const field = structureField(NEW_VALUE, self, span);
  holder.statics.set(NEW_VALUE, { ...field, owner: holder, isStatic: true });
}

/** The abstract's variable, where it has one. */
export function newValueOf(holder: ClassType): ClassField | null {
  return holder.statics.get(NEW_VALUE) ?? null;
}
