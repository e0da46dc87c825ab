/** Stores to fields, statics and cells. While the collector marks, what a store overwrites is shown to it first. */
import type { Kind } from "#compiler/ir/kind.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { holdsReferences } from "./array_access.ts";
import type { Node } from "./binaryen_module.ts";
import { offsetOf } from "./class_layout.ts";
import { boxed, expression, isNull } from "./expression.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { cell } from "./layout.ts";
import { plainStore } from "./memory_access.ts";

type Of<K extends IrStmt["kind"]> = Extract<IrStmt, { kind: K }>;

export function setField(writer: FunctionWriter, statement: Of<"SetField">): Node {
  const offset = offsetOf(writer.program.layouts, statement.owner, statement.field);
  const object = expression(writer, statement.object);
  return store(writer, statement.type, offset, object, expression(writer, statement.value));
}

export function setStatic(writer: FunctionWriter, statement: Of<"SetStatic">): Node {
  const { module, constants } = writer.program;
  const address = constants.staticVariable(statement.owner, statement.name);
  const value = expression(writer, statement.value);
  return store(writer, statement.type, address, module.i32.const(0), value);
}

export function setCell(writer: FunctionWriter, statement: Of<"SetCell">): Node {
  const object = expression(writer, statement.cell);
  const value = boxed(writer, statement.value);
  // A cell is of one kind for life, so one of numbers never overwrites a reference.
  return holdsReferences(statement.type)
    ? store(writer, "dyn", cell.value, object, value)
    : plainStore(writer.program, "dyn", cell.value, object, value);
}

export function checkNull(writer: FunctionWriter, statement: Of<"CheckNull">): Node {
  const { module, constants } = writer.program;
  const what = module.i32.const(constants.string(statement.what));
  return module.if(
    isNull(writer, statement.value),
    module.block(null, [
      writer.program.callRuntime("hx_throw_null_access", [what]),
      writer.unwind(),
    ]),
  );
}

function store(writer: FunctionWriter, kind: Kind, offset: number, base: Node, value: Node): Node {
  if (!holdsReferences(kind)) return plainStore(writer.program, kind, offset, base, value);
  const { module, types } = writer.program;
  const object = writer.scratch(types.i32);
  const held = writer.scratch(writer.program.typeOf(kind));
  const slot = module.i32.add(object.get(), module.i32.const(offset));
  return module.block(null, [
    object.set(base),
    held.set(value),
    module.if(
      writer.program.runtimeVariable("hx_marking"),
      writer.program.callRuntime(`hx_set_${kind}`, [slot, held.get()]),
      plainStore(writer.program, kind, offset, object.get(), held.get()),
    ),
  ]);
}
