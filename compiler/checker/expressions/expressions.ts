/** Types an expression of any kind. */
import type * as ast from "#compiler/syntax/ast.ts";
import { isVoid } from "#compiler/types/core.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { typeCall } from "../calls/calls.ts";
import { typeNew } from "../calls/construct.ts";
import { readVariable } from "../calls/forwarding.ts";
import { completes } from "../flow/flow.ts";
import { switchesOff } from "../null_safety/mode.ts";
import { typeSwitch } from "../patterns/switches.ts";
import { readPath, withMeta } from "../places/paths.ts";
import {
  type Expected,
  errorExpr,
  expectedType,
  type FunctionContext,
  inBlock,
  problem,
} from "../program/context.ts";
import { voidType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { typeArrayDecl } from "./array_literals.ts";
import { typeAssign, typeAssignOp, typeIncrement } from "./assignments.ts";
import { typeBlock, typeVars } from "./blocks.ts";
import { typeCast, typeCheckType, typeIs } from "./casts.ts";
import { typeFunction, typeLocalFunction } from "./closures.ts";
import { typeBreak, typeIf, typeReturn, typeThrow, typeTry } from "./control_flow.ts";
import {
  typeCharCode,
  typeFloat,
  typeInt,
  typeInterpolation,
  typeRegexp,
  typeString,
} from "./literals.ts";
import { typeFor, typeWhile } from "./loops.ts";
import { typeObjectDecl } from "./object_literals.ts";
import { callBinaryOperator } from "./operator_overloads.ts";
import { coalesce, typeBinary, typeLogic, typeUnary } from "./operators.ts";
import { typeSafeChain } from "./safe_navigation.ts";

export function typeExpr(ctx: FunctionContext, expr: ast.Expr, expected: Expected): TypedExpr {
  switch (expr.kind) {
    case "Int":
      return typeInt(ctx, expr);
    case "Float":
      return typeFloat(ctx, expr);
    case "String":
      return typeString(ctx, expr);
    case "Interpolation":
      return typeInterpolation(ctx, expr);
    case "Regexp":
      return typeRegexp(ctx, expr);
    case "Ident":
      return readPath(ctx, expr, expected);
    case "Field":
    case "ArrayAccess":
      return (
        typeSafeChain(ctx, expr, expected) ??
        typeCharCode(ctx, expr) ??
        readPath(ctx, expr, expected)
      );
    case "Call":
      return typeSafeChain(ctx, expr, expected) ?? typeCall(ctx, expr, expected);
    case "ArrayDecl":
      return typeArrayDecl(ctx, expr, expected);
    case "ObjectDecl":
      return typeObjectDecl(ctx, expr, expected);
    case "Parenthesis":
      return ctx.typeExpr(ctx, expr.expr, expected);
    case "Block":
      if (expr.exprs.length === 0 && expected !== "none" && !isVoidExpected(expected)) {
        return typeObjectDecl(ctx, { kind: "ObjectDecl", fields: [], span: expr.span }, expected);
      }
      return typeBlock(ctx, expr, expected);
    case "New":
      return typeNew(ctx, expr, expected);
    case "Binop":
      return typeBinop(ctx, expr, expected);
    case "Unop":
      return typeUnop(ctx, expr, expected);
    case "Ternary":
    case "If":
      return typeIf(ctx, expr, expected);
    case "Is":
      return typeIs(ctx, expr);
    case "Cast":
      return typeCast(ctx, expr, expected);
    case "CheckType":
      return typeCheckType(ctx, expr);
    case "Vars": {
      const exprs = typeVars(ctx, expr);
      return { kind: "Block", exprs, type: voidType(ctx.program), span: expr.span };
    }
    case "Function":
      return expr.name === null
        ? typeFunction(ctx, expr, expected)
        : namedFunction(ctx, expr, expr.name);
    case "While":
      return typeWhile(ctx, expr);
    case "For":
      return typeFor(ctx, expr);
    case "Switch":
      return typeSwitch(ctx, expr, expected);
    case "Try":
      return typeTry(ctx, expr, expected);
    case "Return":
      return typeReturn(ctx, expr);
    case "Break":
    case "Continue":
      return typeBreak(ctx, expr);
    case "Throw":
      return typeThrow(ctx, expr);
    case "Meta": {
      const typed = ctx.typeExpr(withMeta(ctx, expr), expr.expr, expected);
      if (switchesOff([expr.meta])) ctx.notes.places?.unchecked.add(typed);
      return typed;
    }
    case "Untyped":
      return typeUntyped(ctx, expr, expected);
    case "Macro":
    case "Dollar":
      problem(ctx, "HX3910", expr.span, { construct: "Macro code" });
      return errorExpr(expr.span);
    case "Error":
      return errorExpr(expr.span);
  }
}

/** What the value is used as is up to its place. */
function typeUntyped(
  ctx: FunctionContext,
  { expr, span }: ast.UntypedExpr,
  expected: Expected,
): TypedExpr {
  const value = ctx.typeExpr({ ...ctx, isUntyped: true }, expr, expected);
  if (expected === "none" || isVoid(value.type) || !completes(value)) return value;
  const type = expectedType(expected) ?? unknownType(ctx.program);
  return { kind: "Cast", form: "unchecked", expr: value, type, span };
}

/** `function name() {}` as a value: the name is known inside it only. */
function namedFunction(outer: FunctionContext, expr: ast.FunctionExpr, name: ast.Name): TypedExpr {
  const ctx = inBlock(outer);
  const declared = typeLocalFunction(ctx, expr, name);
  if (declared.kind !== "Var") return declared;
  const value = readVariable(declared.variable, expr.span);
  return { kind: "Block", exprs: [declared, value], type: value.type, span: expr.span };
}

/** `{}` is an empty structure where a value is asked for. */
function isVoidExpected(expected: Expected): boolean {
  const type = expectedType(expected);
  return type !== null && isVoid(type);
}

function typeBinop(ctx: FunctionContext, expr: ast.BinopExpr, expected: Expected): TypedExpr {
  const { op, span } = expr;
  switch (op) {
    case "=":
      return typeSafeChain(ctx, expr, expected) ?? typeAssign(ctx, expr);
    case "+=":
    case "-=":
    case "*=":
    case "/=":
    case "%=":
    case "&=":
    case "|=":
    case "^=":
    case "<<=":
    case ">>=":
    case ">>>=":
    case "&&=":
    case "||=":
    case "??=":
      return typeSafeChain(ctx, expr, expected) ?? typeAssignOp(ctx, baseOperator(op), expr);
    case "&&":
    case "||":
      return typeLogic(ctx, op, expr);
    case "??": {
      const left = ctx.typeExpr(ctx, expr.left, expectedType(expected) ?? "value");
      return coalesce(ctx, left, ctx.typeExpr(ctx, expr.right, left.type), span);
    }
    case "=>":
    case "in": {
      const left = ctx.typeExpr(ctx, expr.left, "value");
      const right = ctx.typeExpr(ctx, expr.right, "value");
      const call = callBinaryOperator(ctx, op, left, right, span);
      if (call !== null) return call;
      if (op === "=>") problem(ctx, "HX3047", span, {});
      else problem(ctx, "HX3910", span, { construct: "`in` outside of a loop" });
      return errorExpr(span);
    }
    default: {
      const left = ctx.typeExpr(ctx, expr.left, "value");
      const guides = op === "==" || op === "!=";
      const right = ctx.typeExpr(ctx, expr.right, guides ? left.type : "value");
      return typeBinary(ctx, op, left, right, span);
    }
  }
}

function baseOperator(op: ast.AssignOperator): ast.ArithmeticOperator {
  return op.slice(0, -1) as ast.ArithmeticOperator;
}

function typeUnop(ctx: FunctionContext, expr: ast.UnopExpr, expected: Expected): TypedExpr {
  const { op, span } = expr;
  switch (op) {
    case "++":
    case "--":
      return typeSafeChain(ctx, expr, expected) ?? typeIncrement(ctx, expr, expected);
    case "...":
      problem(ctx, "HX3078", span, {});
      return errorExpr(span);
    default: {
      const wanted = expectedType(expected);
      return typeUnary(ctx, op, ctx.typeExpr(ctx, expr.operand, wanted ?? "value"), span);
    }
  }
}
