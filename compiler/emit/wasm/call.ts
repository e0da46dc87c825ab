/** Calls: direct ones, virtual ones through the vtable, interface ones by class number, closures by their code. */

import type { IrExpr } from "#compiler/ir/expr.ts";
import { mayThrow } from "#compiler/ir/program.ts";
import type { IrEffect } from "#compiler/ir/statement.ts";
import type { Node } from "./binaryen_module.ts";
import type { Dispatch } from "./dispatch.ts";
import { expression } from "./expression.ts";
import type { FunctionWriter, Scratch } from "./function_writer.ts";
import { closure, directArity, object, pointerBytes, type } from "./layout.ts";
import { writeArguments } from "./outgoing.ts";

type Of<K extends IrEffect["kind"]> = Extract<IrEffect, { kind: K }>;

/** A call's value and whether an exception may be pending after it. */
export interface CallNode {
  readonly value: Node;
  readonly throws: boolean;
}

export function directCall(writer: FunctionWriter, effect: Of<"Call">): CallNode {
  const args = effect.args.map((arg) => expression(writer, arg));
  return {
    value: writer.program.callProgram(effect.target, args, effect.type),
    throws: mayThrow(writer.program.program, effect.target),
  };
}

export function methodCall(writer: FunctionWriter, effect: Of<"CallMethod">): CallNode {
  const { module, dispatches } = writer.program;
  const dispatch = dispatches.ofMethod(effect.owner, effect.method);
  return dispatched(writer, effect, dispatch, (receiver) =>
    module.i32.load(type.vtable + dispatch.slot * pointerBytes, 4, typeOfObject(writer, receiver)),
  );
}

export function interfaceCall(writer: FunctionWriter, effect: Of<"CallInterface">): CallNode {
  const { module, dispatches, constants, table } = writer.program;
  const dispatch = dispatches.ofInterface(effect.owner, effect.method);
  return dispatched(writer, effect, dispatch, (receiver) => {
    const entries = dispatches.interfaceTable(effect.owner, effect.method, constants.data, table);
    const index = module.i32.load(type.index, 4, typeOfObject(writer, receiver));
    const offset = module.i32.sub(index, module.i32.const(entries.first));
    const entry = module.i32.shl(offset, module.i32.const(2));
    return module.i32.load(entries.address, 4, entry);
  });
}

/** Where only one function can answer it is called directly. Where none can, no such object exists. */
function dispatched(
  writer: FunctionWriter,
  effect: Of<"CallMethod" | "CallInterface">,
  dispatch: Dispatch,
  findPosition: (receiver: Scratch) => Node,
): CallNode {
  const { module, types } = writer.program;
  const targets = new Set(dispatch.answers.map(({ target }) => target));
  const throws = [...targets].some((target) => mayThrow(writer.program.program, target));
  const args = effect.args.map((arg) => expression(writer, arg));
  const receiver = expression(writer, effect.receiver);
  const [only] = targets;
  if (only === undefined) return { value: module.unreachable(), throws: false };
  if (targets.size === 1) {
    return {
      value: writer.program.callProgram(only, [receiver, ...args], dispatch.result),
      throws,
    };
  }
  const held = writer.scratch(types.i32);
  const value = writer.program.callTable(
    findPosition(held),
    [held.get(), ...args],
    [types.i32, ...dispatch.params.map((kind) => writer.program.typeOf(kind))],
    writer.program.resultTypeOf(dispatch.result),
  );
  return { value: writer.program.sequence([held.set(receiver), value]), throws };
}

function typeOfObject(writer: FunctionWriter, receiver: Scratch): Node {
  return writer.program.module.i32.load(object.type, 4, receiver.get());
}

/** Straight to the code where the closure takes as many arguments as are given; the runtime sorts out the rest. */
export function closureCall(writer: FunctionWriter, effect: Of<"CallClosure">): CallNode {
  const { module, types } = writer.program;
  const held = writer.scratch(types.i32);
  const args = effect.args.map((arg) => holdArgument(writer, arg));
  const setUp = [
    held.set(expression(writer, effect.closure)),
    ...args.map(({ scratch, value }) => scratch.set(value)),
  ];
  const area = writeArguments(
    writer,
    args.map(({ scratch }) => scratch.get()),
  );
  const slow = writer.program.sequence([
    ...area.stores,
    writer.program.callRuntime("hx_call", [
      held.get(),
      module.i32.const(args.length),
      area.address(),
    ]),
  ]);
  if (args.length > directArity) {
    return { value: writer.program.sequence([...setUp, slow]), throws: true };
  }
  const fast = writer.program.callTable(
    module.i32.load(closure.code, 4, held.get()),
    [held.get(), ...args.map(({ scratch }) => scratch.get())],
    [types.i32, ...args.map(() => types.i64)],
    types.i64,
  );
  // At address 0, where null points, is the far end of C's stack and never the address of the type.
  const fits = module.i32.and(
    module.i32.eq(
      typeOfObject(writer, held),
      module.i32.const(writer.program.image.addressOf("hx_closure_type")),
    ),
    module.i32.eq(module.i32.load(closure.arity, 4, held.get()), module.i32.const(args.length)),
  );
  return { value: writer.program.sequence([...setUp, module.if(fits, fast, slow)]), throws: true };
}

function holdArgument(
  writer: FunctionWriter,
  arg: IrExpr,
): { readonly scratch: Scratch; readonly value: Node } {
  return { scratch: writer.scratch(writer.program.types.i64), value: expression(writer, arg) };
}
