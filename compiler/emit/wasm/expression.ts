/** Expressions of the low IR: they have no effect, so operands may be evaluated in any order. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrExpr, TypeTest } from "#compiler/ir/expr.ts";
import { kindOf } from "#compiler/ir/kind_of.ts";
import { binary, unary } from "./arithmetic.ts";
import { arrayGet, arrayLength } from "./array_access.ts";
import type { Node } from "./binaryen_module.ts";
import { bytesOf, offsetOf } from "./class_layout.ts";
import { box, convert, unboxKnown } from "./dyn_box.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { intrinsic } from "./intrinsic.ts";
import * as layout from "./layout.ts";
import { load } from "./memory_access.ts";

export function expression(writer: FunctionWriter, expr: IrExpr): Node {
  const { module, constants } = writer.program;
  switch (expr.kind) {
    case "ConstInt":
      return module.i32.const(expr.value);
    case "ConstFloat":
      return module.f64.const(expr.value);
    case "ConstBool":
      return module.i32.const(expr.value ? 1 : 0);
    case "ConstString":
      return module.i32.const(constants.string(expr.value));
    case "ConstNull":
      return writer.program.zeroOf(expr.as);
    case "ConstClosure":
      return module.i32.const(writer.program.constantClosure(expr.target));
    case "Local":
      return writer.getLocal(expr.index);
    case "GetField": {
      const offset = offsetOf(writer.program.layouts, expr.owner, expr.field);
      return load(writer.program, expr.type, offset, expression(writer, expr.object));
    }
    case "GetStatic": {
      const address = constants.staticVariable(expr.owner, expr.name);
      return load(writer.program, expr.type, address, module.i32.const(0));
    }
    case "ArrayGet":
      return arrayGet(
        writer,
        expr.type,
        expression(writer, expr.array),
        expression(writer, expr.index),
      );
    case "ArrayLength":
      return arrayLength(writer, expression(writer, expr.array));
    case "EnumIndex": {
      const type = module.i32.load(layout.object.type, 4, expression(writer, expr.value));
      return module.i32.load(layout.type.index, 4, type);
    }
    case "EnumParam": {
      const offset = layout.enumValue.args + expr.param * bytesOf("dyn");
      const value = load(writer.program, "dyn", offset, expression(writer, expr.value));
      return unboxKnown(writer.program, expr.type, value);
    }
    case "EnumConst":
      return module.i32.const(constants.enumConstant(expr.enum, expr.constructor));
    case "TypeValue":
      return module.i32.const(constants.typeValue(expr.path));
    case "GetCell": {
      const value = load(writer.program, "dyn", layout.cell.value, expression(writer, expr.cell));
      return unboxKnown(writer.program, expr.type, value);
    }
    case "Unary":
      return unary(writer, expr.op, expression(writer, expr.operand));
    case "Binary":
      return binary(writer, expr.op, expression(writer, expr.left), expression(writer, expr.right));
    case "Convert":
      return convert(writer, expr.op, expression(writer, expr.operand));
    case "Select":
      return module.if(
        expression(writer, expr.test),
        expression(writer, expr.then),
        expression(writer, expr.else),
      );
    case "IsNull":
      return isNull(writer, expr.operand);
    case "InstanceOf":
      return instanceOf(writer, boxed(writer, expr.value), expr.type);
    case "Intrinsic":
      return intrinsic(
        writer,
        expr.name,
        expr.args.map((arg) => expression(writer, arg)),
      );
  }
}

/** The expression's value as a dynamic one. */
export function boxed(writer: FunctionWriter, expr: IrExpr): Node {
  const kind = kindOf(expr, writer.fn.locals);
  if (kind === "void") throw new InternalError(`${expr.kind} has no value`);
  return box(writer.program, kind, expression(writer, expr));
}

/** 1 where the reference or dynamic value is null. */
export function isNull(writer: FunctionWriter, operand: IrExpr): Node {
  const { module } = writer.program;
  const value = expression(writer, operand);
  return kindOf(operand, writer.fn.locals) === "dyn"
    ? module.i64.eq(value, writer.program.dyn(layout.dynNull))
    : module.i32.eqz(value);
}

export function instanceOf(writer: FunctionWriter, value: Node, test: TypeTest): Node {
  const { module, constants } = writer.program;
  switch (test.kind) {
    case "class":
    case "interface":
    case "enum":
      return writer.program.callRuntime(`hx_is_${test.kind}`, [
        value,
        module.i32.const(constants.typeValue(test.path)),
      ]);
    default:
      return writer.program.callRuntime(`hx_is_${test.kind}`, [value]);
  }
}
