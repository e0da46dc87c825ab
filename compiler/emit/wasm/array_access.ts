/** Elements of arrays in line; growing and negative indices are the C runtime's. */
import type { Kind } from "#compiler/ir/kind.ts";
import type { Node } from "./binaryen_module.ts";
import { box, unbox } from "./dyn_box.ts";
import type { FunctionWriter, Scratch } from "./function_writer.ts";
import * as layout from "./layout.ts";

export function arrayLength(writer: FunctionWriter, object: Node): Node {
  return writer.program.module.i32.load(layout.array.length, 4, object);
}

/** Out of range it is the kind's zero, which is what unboxing null gives. */
export function arrayGet(writer: FunctionWriter, kind: Kind, array: Node, position: Node): Node {
  const { module, types } = writer.program;
  const object = writer.scratch(types.i32);
  const index = writer.scratch(types.i32);
  const inRange = module.i32.lt_u(index.tee(position), arrayLength(writer, object.tee(array)));
  const element = module.i64.load(0, 8, elementAddress(writer, object, index));
  return module.if(inRange, unbox(writer, kind, element), writer.program.zeroOf(kind));
}

/** Stores a value of the kind. */
export function arraySet(
  writer: FunctionWriter,
  kind: Kind,
  array: Node,
  position: Node,
  newValue: Node,
): Node {
  const { module, types } = writer.program;
  const object = writer.scratch(types.i32);
  const index = writer.scratch(types.i32);
  const value = writer.scratch(types.i64);
  const inRange = module.i32.lt_u(index.get(), arrayLength(writer, object.get()));
  const isPlain = holdsReferences(kind)
    ? module.i32.and(inRange, module.i32.eqz(writer.program.runtimeVariable("hx_marking")))
    : inRange;
  return module.block(null, [
    object.set(array),
    index.set(position),
    value.set(box(writer.program, kind, newValue)),
    module.if(
      isPlain,
      module.i64.store(0, 8, elementAddress(writer, object, index), value.get()),
      module.block(null, [
        writer.program.callRuntime("hx_array_set", [
          object.get(),
          index.get(),
          value.get(),
          box(writer.program, kind, writer.program.zeroOf(kind)),
        ]),
        writer.unwindIfThrown(),
      ]),
    ),
  ]);
}

/** Elements of an array of numbers are never references, whatever they overwrite. */
export function holdsReferences(kind: Kind): boolean {
  return kind === "ref" || kind === "dyn";
}

function elementAddress(writer: FunctionWriter, object: Scratch, index: Scratch): Node {
  const { module } = writer.program;
  const values = module.i32.load(layout.array.values, 4, object.get());
  return module.i32.add(values, module.i32.shl(index.get(), module.i32.const(3)));
}
