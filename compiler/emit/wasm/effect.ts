/** Effects of the low IR: calls, and the making of objects. */
import type { IrExpr, TypeTest } from "#compiler/ir/expr.ts";
import { intrinsicThrows } from "#compiler/ir/intrinsics.ts";
import { effectKind } from "#compiler/ir/kind_of.ts";
import type { IrEffect } from "#compiler/ir/statement.ts";
import { closureMaker } from "../reflection.ts";
import type { Node } from "./binaryen_module.ts";
import { type CallNode, closureCall, directCall, interfaceCall, methodCall } from "./call.ts";
import { boxed, expression, instanceOf } from "./expression.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { intrinsic } from "./intrinsic.ts";
import { newInstance } from "./new_instance.ts";
import { passValues } from "./outgoing.ts";

/** The effect, its result in the local where there is one. */
export function effectStatement(
  writer: FunctionWriter,
  effect: IrEffect,
  local: number | null,
): Node {
  const { module, types } = writer.program;
  const { value, throws } = print(writer, effect);
  const poll = writer.program.collecting.of(effect) === "polls" && effect.kind !== "New";
  const before = poll ? [writer.program.callRuntime("hx_poll", [])] : [];
  const check = throws ? [writer.unwindIfThrown()] : [];
  const kind = effectKind(effect);
  if (kind === "void") return module.block(null, [...before, value, ...check]);
  if (local === null) return module.block(null, [...before, module.drop(value), ...check]);
  if (!throws) return module.block(null, [...before, writer.setLocal(local, value)]);
  // The local keeps its value when the effect throws: a handler may read it.
  const held = writer.scratch(kind === "dyn" ? types.i64 : writer.program.typeOf(kind));
  return module.block(null, [
    ...before,
    held.set(value),
    ...check,
    writer.setLocal(local, held.get()),
  ]);
}

function print(writer: FunctionWriter, effect: IrEffect): CallNode {
  switch (effect.kind) {
    case "Call":
      return directCall(writer, effect);
    case "CallMethod":
      return methodCall(writer, effect);
    case "CallInterface":
      return interfaceCall(writer, effect);
    case "CallClosure":
      return closureCall(writer, effect);
    case "New":
      return made(newInstance(writer, effect.path));
    case "NewEnum":
      return made(newEnum(writer, effect.enum, effect.constructor, effect.args));
    case "NewArray":
      return made(newWithValues(writer, "hx_new_array", [], effect.elements));
    case "NewAnon":
      return made(newStructure(writer, effect.fields));
    case "NewClosure":
      return made(newClosure(writer, effect.target, effect.captures));
    case "NewCell":
      return made(writer.program.callRuntime("hx_new_cell", [boxed(writer, effect.value)]));
    case "DynGet":
      return dynGet(writer, effect.object, effect.name);
    case "DynSet":
      return dynSet(writer, effect.object, effect.name, effect.value);
    case "Cast":
      return { value: cast(writer, effect.value, effect.type), throws: false };
    case "IntrinsicCall":
      return {
        value: intrinsic(
          writer,
          effect.name,
          effect.args.map((arg) => expression(writer, arg)),
        ),
        throws: intrinsicThrows(effect.name),
      };
  }
}

function made(value: Node): CallNode {
  return { value, throws: false };
}

/** Calls a maker of the runtime with `leading`, the number of values, and where they are. */
function newWithValues(
  writer: FunctionWriter,
  maker: string,
  leading: readonly Node[],
  exprs: readonly IrExpr[],
): Node {
  const values = passValues(writer, exprs);
  const count = writer.program.module.i32.const(exprs.length);
  const call = writer.program.callRuntime(maker, [...leading, count, values.address()]);
  return writer.program.sequence([...values.stores, call]);
}

function newEnum(
  writer: FunctionWriter,
  path: string,
  name: string,
  args: readonly IrExpr[],
): Node {
  const { module, constants } = writer.program;
  const type = module.i32.const(constants.constructorType(path, name));
  return newWithValues(writer, "hx_new_enum", [type], args);
}

function newStructure(
  writer: FunctionWriter,
  fields: readonly { readonly name: string; readonly value: IrExpr }[],
): Node {
  const { module, constants } = writer.program;
  const names = module.i32.const(constants.nameTable(fields.map(({ name }) => name)));
  return newWithValues(
    writer,
    "hx_new_structure",
    [names],
    fields.map(({ value }) => value),
  );
}

function newClosure(writer: FunctionWriter, target: string, captures: readonly IrExpr[]): Node {
  const { module } = writer.program;
  const code = module.i32.const(writer.program.closureCode(target));
  const arity = module.i32.const(writer.program.arityOf(target));
  const maker = closureMaker(writer.program.reflection, target);
  return newWithValues(writer, maker, [code, arity], captures);
}

/** May run a getter. */
function dynGet(writer: FunctionWriter, object: IrExpr, name: string): CallNode {
  const { module, constants } = writer.program;
  const args = [
    expression(writer, object),
    module.i32.const(constants.string(name)),
    module.i32.const(constants.fieldCache()),
  ];
  return { value: writer.program.callRuntime("hx_dyn_get", args), throws: true };
}

function dynSet(writer: FunctionWriter, object: IrExpr, name: string, value: IrExpr): CallNode {
  const { module, constants } = writer.program;
  const args = [
    expression(writer, object),
    module.i32.const(constants.string(name)),
    boxed(writer, value),
  ];
  return { value: writer.program.callRuntime("hx_dyn_set", args), throws: true };
}

function cast(writer: FunctionWriter, expr: IrExpr, test: TypeTest): Node {
  const { module, types, constants } = writer.program;
  const held = writer.scratch(types.i64);
  const isNull = module.i64.eq(held.get(), writer.program.zeroOf("dyn"));
  const passes = module.i32.or(isNull, instanceOf(writer, held.get(), test));
  const name = module.i32.const(constants.string(nameOf(test)));
  return writer.program.sequence([
    held.set(expression(writer, expr)),
    module.if(
      module.i32.eqz(passes),
      module.block(null, [
        writer.program.callRuntime("hx_throw_cast", [held.get(), name]),
        writer.unwind(),
      ]),
    ),
    module.i32.wrap(held.get()),
  ]);
}

function nameOf(test: TypeTest): string {
  switch (test.kind) {
    case "class":
    case "interface":
    case "enum":
      return test.path;
    case "int":
    case "float":
    case "bool":
    case "string":
    case "array":
    case "function":
    case "dynamic":
      return `${test.kind.charAt(0).toUpperCase()}${test.kind.slice(1)}`;
  }
}
