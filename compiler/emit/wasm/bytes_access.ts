/** Reads and writes of bytes in line. Positions are in range; only `bytes.get` looks. */
import type { IntrinsicName } from "#compiler/ir/intrinsics.ts";
import type { Node } from "./binaryen_module.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { bytes as layout } from "./layout.ts";

/** The operation, or null for one that the C runtime has. */
export function bytesAccess(
  writer: FunctionWriter,
  name: IntrinsicName,
  operands: readonly Node[],
): Node | null {
  const { module } = writer.program;
  const [bytes, at, value] = operands;
  if (bytes === undefined) return null;
  if (name === "bytes.length") return module.i32.load(layout.length, 4, bytes);
  if (at === undefined) return null;
  if (name === "bytes.get") return get(writer, bytes, at);
  const address = module.i32.add(bytes, at);
  const start = layout.bytes;
  if (value === undefined) {
    switch (name) {
      case "bytes.getUint16":
        return module.i32.load16_u(start, 1, address);
      case "bytes.getInt32":
        return module.i32.load(start, 1, address);
      case "bytes.getFloat32":
        return plainNan(writer, module.f64.promote(module.f32.load(start, 1, address)));
      case "bytes.getFloat64":
        return plainNan(writer, module.f64.load(start, 1, address));
      default:
        return null;
    }
  }
  switch (name) {
    case "bytes.set":
      return module.i32.store8(start, 1, address, value);
    case "bytes.setUint16":
      return module.i32.store16(start, 1, address, value);
    case "bytes.setInt32":
      return module.i32.store(start, 1, address, value);
    case "bytes.setFloat32":
      return module.f32.store(start, 1, address, module.f32.demote(plainNan(writer, value)));
    case "bytes.setFloat64":
      return module.f64.store(start, 1, address, plainNan(writer, value));
    default:
      return null;
  }
}

/** 0 out of range. */
function get(writer: FunctionWriter, bytes: Node, position: Node): Node {
  const { module, types } = writer.program;
  const held = writer.scratch(types.i32);
  const at = writer.scratch(types.i32);
  const length = module.i32.load(layout.length, 4, held.tee(bytes));
  const inRange = module.i32.lt_u(at.tee(position), length);
  const address = module.i32.add(held.get(), at.get());
  return module.if(inRange, module.i32.load8_u(layout.bytes, 1, address), module.i32.const(0));
}

/** The one NaN that is a Float: others have the bits of tagged values. */
function plainNan(writer: FunctionWriter, value: Node): Node {
  const { module, types } = writer.program;
  const held = writer.scratch(types.f64);
  const isNumber = module.f64.eq(held.tee(value), held.get());
  return module.if(isNumber, held.get(), module.f64.const(Number.NaN));
}
