/** Intrinsics: machine instructions where there is one, else `hx_<family>_<name>` of the C runtime. */
import type { IntrinsicName } from "#compiler/ir/intrinsics.ts";
import { arrayLength } from "./array_access.ts";
import type { Module, Node } from "./binaryen_module.ts";
import { bytesAccess } from "./bytes_access.ts";
import { convert } from "./dyn_box.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { string } from "./layout.ts";

export function intrinsic(
  writer: FunctionWriter,
  name: IntrinsicName,
  operands: readonly Node[],
): Node {
  return inline(writer, name, operands) ?? writer.program.callRuntime(symbolOf(name), operands);
}

/** `string.charCodeAt` is `hx_string_char_code_at`. */
function symbolOf(name: IntrinsicName): string {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `hx_${snake.replace(".", "_")}`;
}

function inline(
  writer: FunctionWriter,
  name: IntrinsicName,
  operands: readonly Node[],
): Node | null {
  const [first, second] = operands;
  if (first === undefined) return null;
  const instruction = instructions[name];
  if (instruction !== undefined) return instruction(writer.program.module, first);
  switch (name) {
    case "array.length":
      return arrayLength(writer, first);
    case "f64.toInt":
      return convert(writer, "f64.i32", first);
    case "string.charCodeAt":
      return second === undefined ? null : charCodeAt(writer, first, second);
    default:
      return bytesAccess(writer, name, operands);
  }
}

const instructions: Partial<Record<IntrinsicName, (module: Module, operand: Node) => Node>> = {
  "f64.sqrt": (module, operand) => module.f64.sqrt(operand),
  "f64.floor": (module, operand) => module.f64.floor(operand),
  "f64.ceil": (module, operand) => module.f64.ceil(operand),
  "f64.abs": (module, operand) => module.f64.abs(operand),
  "string.length": (module, operand) => module.i32.load(string.length, 4, operand),
};

function charCodeAt(writer: FunctionWriter, text: Node, position: Node): Node {
  const { module, types } = writer.program;
  const held = writer.scratch(types.i32);
  const index = writer.scratch(types.i32);
  const inRange = module.i32.lt_u(
    index.tee(position),
    module.i32.load(string.length, 4, held.tee(text)),
  );
  const units = module.i32.load(string.units, 4, held.get());
  const address = module.i32.add(units, module.i32.shl(index.get(), module.i32.const(1)));
  return module.if(inRange, module.i32.load16_u(0, 2, address), module.i32.const(-1));
}
