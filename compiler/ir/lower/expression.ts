/** Which file lowers which expression. */
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import { lowerAssign, lowerAssignment } from "./assign.ts";
import { lowerBlockInto, lowerBlockValue, lowerVar } from "./blocks.ts";
import {
  lowerCall,
  lowerIntrinsic,
  lowerMethodCall,
  lowerStaticCall,
  lowerSuperCall,
} from "./calls.ts";
import { lowerCast, lowerIs } from "./casts.ts";
import { lowerFunctionValue, lowerMethodClosure, lowerStaticClosure } from "./closures.ts";
import { resultKindOf } from "./erasure.ts";
import { readAnonField, readArray, readDynamicField, readField, readStatic } from "./fields.ts";
import type { Destination, FunctionBuilder, Lowering } from "./function_builder.ts";
import { lowerIf, lowerIfValue } from "./if.ts";
import { deliver, lowerBreak, lowerContinue, lowerReturn, lowerThrow } from "./jumps.ts";
import { lowerForArray, lowerForRange, lowerWhile } from "./loops.ts";
import { lowerArrayDecl, lowerNew, lowerNewEnum, lowerObjectDecl } from "./objects.ts";
import { lowerBinop, lowerIsNull, lowerLogic, lowerUnop } from "./operators.ts";
import { lowerStringConcat } from "./strings.ts";
import { lowerSwitch } from "./switch.ts";
import { lowerTry } from "./try.ts";
import { lowerLocal, lowerThis } from "./variables.ts";

export const lowering: Lowering = { value, discard, into };

function value(fn: FunctionBuilder, expr: TypedExpr): IrExpr {
  const lowered = rawValue(fn, expr);
  const kind = resultKindOf(expr.type);
  return kind === "void" ? lowered : fn.coerce(lowered, kind);
}

/** The value in the kind that is at hand; `value` converts it to that of the expression's type. */
function rawValue(fn: FunctionBuilder, expr: TypedExpr): IrExpr {
  switch (expr.kind) {
    case "Int":
      return { kind: "ConstInt", value: expr.value };
    case "Float":
      return { kind: "ConstFloat", value: expr.value };
    case "String":
      return { kind: "ConstString", value: expr.value };
    case "Bool":
      return { kind: "ConstBool", value: expr.value };
    case "Null":
      return NULL;
    case "This":
      return lowerThis(fn);
    case "Local":
      return lowerLocal(fn, expr);
    case "Field":
      return readField(fn, expr);
    case "StaticField":
      return readStatic(expr);
    case "AnonField":
      return readAnonField(fn, expr);
    case "DynamicField":
      return readDynamicField(fn, expr);
    case "MethodClosure":
      return lowerMethodClosure(fn, expr);
    case "StaticClosure":
      return lowerStaticClosure(fn, expr);
    case "EnumValue":
      return { kind: "EnumConst", enum: expr.enum.path, constructor: expr.constructor.name };
    case "TypeValue":
      return { kind: "TypeValue", path: expr.declaration.path };
    case "ArrayAccess":
      return readArray(fn, expr);
    case "Call":
      return lowerCall(fn, expr);
    case "MethodCall":
      return lowerMethodCall(fn, expr);
    case "StaticCall":
      return lowerStaticCall(fn, expr);
    case "SuperCall":
      return lowerSuperCall(fn, expr);
    case "Intrinsic":
      return lowerIntrinsic(fn, expr);
    case "New":
      return lowerNew(fn, expr);
    case "NewEnum":
      return lowerNewEnum(fn, expr);
    case "ArrayDecl":
      return lowerArrayDecl(fn, expr);
    case "ObjectDecl":
      return lowerObjectDecl(fn, expr);
    case "Function":
      return lowerFunctionValue(fn, expr);
    case "Binop":
      return lowerBinop(fn, expr);
    case "Logic":
      return lowerLogic(fn, expr);
    case "IsNull":
      return lowerIsNull(fn, expr);
    case "Unop":
      return lowerUnop(fn, expr);
    case "StringConcat":
      return lowerStringConcat(fn, expr);
    case "Assign":
      return lowerAssign(fn, expr);
    case "Block":
      return lowerBlockValue(fn, expr);
    case "If":
      return lowerIfValue(fn, expr);
    case "Cast":
      return lowerCast(fn, expr);
    case "Is":
      return lowerIs(fn, expr);
    case "Switch":
    case "Try":
      return throughLocal(fn, expr);
    case "Var":
    case "While":
    case "ForRange":
    case "ForArray":
    case "Return":
    case "Break":
    case "Continue":
    case "Throw":
      discard(fn, expr);
      return NULL;
  }
}

function discard(fn: FunctionBuilder, expr: TypedExpr): void {
  switch (expr.kind) {
    case "Var":
      lowerVar(fn, expr);
      break;
    case "Block":
      for (const inner of expr.exprs) discard(fn, inner);
      break;
    case "If":
      lowerIf(fn, expr, null);
      break;
    case "While":
      lowerWhile(fn, expr);
      break;
    case "ForRange":
      lowerForRange(fn, expr);
      break;
    case "ForArray":
      lowerForArray(fn, expr);
      break;
    case "Switch":
      lowerSwitch(fn, expr, null);
      break;
    case "Try":
      lowerTry(fn, expr, null);
      break;
    case "Return":
      lowerReturn(fn, expr);
      break;
    case "Break":
      lowerBreak(fn);
      break;
    case "Continue":
      lowerContinue(fn);
      break;
    case "Throw":
      lowerThrow(fn, expr);
      break;
    case "Assign":
      lowerAssignment(fn, expr);
      break;
    case "Cast":
      if (expr.form === "checked") fn.drop(value(fn, expr));
      else discard(fn, expr.expr);
      break;
    default:
      fn.drop(rawValue(fn, expr));
  }
}

function into(fn: FunctionBuilder, expr: TypedExpr, to: Destination): void {
  switch (expr.kind) {
    case "Block":
      lowerBlockInto(fn, expr, to);
      break;
    case "If":
      lowerIf(fn, expr, to);
      break;
    case "Switch":
      lowerSwitch(fn, expr, to);
      break;
    case "Try":
      lowerTry(fn, expr, to);
      break;
    default:
      deliver(fn, value(fn, expr), to, expr.span.start);
  }
}

/** An expression with branches that each put their value in the same local. */
function throughLocal(fn: FunctionBuilder, expr: TypedExpr): IrExpr {
  const kind = resultKindOf(expr.type);
  if (kind === "void") {
    discard(fn, expr);
    return NULL;
  }
  const local = fn.temporary(kind);
  into(fn, expr, local);
  return { kind: "Local", index: local };
}

const NULL: IrExpr = { kind: "ConstNull", as: "dyn" };
