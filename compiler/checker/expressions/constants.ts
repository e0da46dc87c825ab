/** Constant values: of `inline` variables, and of operations on constants. */
import type { BinopExpr, TypedExpr, UnopExpr } from "#compiler/types/typed_ast.ts";

export type ConstantExpr = Extract<
  TypedExpr,
  { kind: "Int" | "Float" | "String" | "Bool" | "Null" }
>;

export function isConstant(expr: TypedExpr): expr is ConstantExpr {
  return (
    expr.kind === "Int" ||
    expr.kind === "Float" ||
    expr.kind === "String" ||
    expr.kind === "Bool" ||
    expr.kind === "Null"
  );
}

/** A constant, or calls of inline functions on constants: the same wherever it is written. */
export function isInlinable(expr: TypedExpr): boolean {
  if (expr.kind === "StaticCall") return expr.field.isInline && expr.args.every(isInlinable);
  if (expr.kind === "Cast") return isInlinable(expr.expr);
  return isConstant(expr);
}

/** Computes what is made of constants only; anything else stays as it is. */
export function fold(expr: TypedExpr): TypedExpr {
  switch (expr.kind) {
    case "Cast":
      return foldCast(expr);
    case "Unop":
      return foldUnop(expr);
    case "Binop":
      return foldBinop(expr);
    case "Logic": {
      const left = fold(expr.left);
      const right = fold(expr.right);
      if (left.kind !== "Bool" || right.kind !== "Bool") return expr;
      const value = expr.op === "&&" ? left.value && right.value : left.value || right.value;
      return { kind: "Bool", value, type: expr.type, span: expr.span };
    }
    case "StringConcat": {
      const parts = expr.parts.map(fold);
      const texts = parts.flatMap((part) =>
        part.kind === "String" ? [part.value] : part.kind === "Int" ? [String(part.value)] : [],
      );
      if (texts.length !== parts.length) return expr;
      return { kind: "String", value: texts.join(""), type: expr.type, span: expr.span };
    }
    case "If": {
      const cond = fold(expr.cond);
      if (cond.kind !== "Bool" || expr.else === null) return expr;
      return fold(cond.value ? expr.then : expr.else);
    }
    default:
      return expr;
  }
}

function foldCast(expr: Extract<TypedExpr, { kind: "Cast" }>): TypedExpr {
  const inner = fold(expr.expr);
  if (!isConstant(inner) || expr.form === "checked") return expr;
  if (expr.form === "unchecked") return { ...inner, type: expr.type };
  return inner.kind === "Int" ? { ...expr, expr: inner } : { ...inner, type: expr.type };
}

function foldUnop(expr: UnopExpr): TypedExpr {
  const operand = fold(expr.operand);
  const { type, span } = expr;
  if (operand.kind === "Bool" && expr.op === "!")
    return { kind: "Bool", value: !operand.value, type, span };
  if (operand.kind === "Int" && expr.op === "-")
    return { kind: "Int", value: -operand.value | 0, type, span };
  if (operand.kind === "Int" && expr.op === "~")
    return { kind: "Int", value: ~operand.value, type, span };
  if (operand.kind === "Float" && expr.op === "-")
    return { kind: "Float", value: -operand.value, type, span };
  return expr;
}

function foldBinop(expr: BinopExpr): TypedExpr {
  const left = fold(expr.left);
  const right = fold(expr.right);
  const { type, span } = expr;
  if (expr.operands === "Int" && left.kind === "Int" && right.kind === "Int") {
    const value = foldInt(expr.op, left.value, right.value);
    if (typeof value === "number") return { kind: "Int", value, type, span };
    return value === null ? expr : { kind: "Bool", value, type, span };
  }
  if (expr.operands === "Float" && isNumber(left) && isNumber(right)) {
    const value = foldFloat(expr.op, left.value, right.value);
    if (typeof value === "number") return { kind: "Float", value, type, span };
    return value === null ? expr : { kind: "Bool", value, type, span };
  }
  return expr;
}

function isNumber(expr: TypedExpr): expr is Extract<TypedExpr, { kind: "Int" | "Float" }> {
  return expr.kind === "Int" || expr.kind === "Float";
}

function foldInt(op: BinopExpr["op"], left: number, right: number): number | boolean | null {
  switch (op) {
    case "+":
      return (left + right) | 0;
    case "-":
      return (left - right) | 0;
    case "*":
      return Math.imul(left, right);
    case "%":
      return right === 0 ? 0 : (left % right) | 0;
    case "&":
      return left & right;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "<<":
      return left << right;
    case ">>":
      return left >> right;
    case ">>>":
      return (left >>> right) | 0;
    case "/":
      return null;
    default:
      return compare(op, left, right);
  }
}

function foldFloat(op: BinopExpr["op"], left: number, right: number): number | boolean | null {
  switch (op) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "&":
    case "|":
    case "^":
    case "<<":
    case ">>":
    case ">>>":
      return null;
    default:
      return compare(op, left, right);
  }
}

function compare(op: "==" | "!=" | "<" | "<=" | ">" | ">=", left: number, right: number): boolean {
  switch (op) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}
