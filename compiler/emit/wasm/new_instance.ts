/**
 * Making an instance. The allocator of runtime/native/heap.h hands out cells of one size by adding to a pointer, which
 * is done in line; the collector is asked only where a run of cells is at its end, as nothing else raises its debt.
 */
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { Node } from "./binaryen_module.ts";
import type { ClassLayout } from "./class_layout.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { dynNull } from "./layout.ts";

const runBytes = 8;
const runEnd = 4;
/** Larger cells are not made in line. */
const largestInline = 128;

/** A zeroed instance; its dynamic fields are null. */
export function newInstance(writer: FunctionWriter, path: string): Node {
  const { module, types, layouts } = writer.program;
  const layout = layouts.get(path);
  if (layout === undefined) throw new InternalError(`No class ${path}`);
  const made = allocate(writer, path, layout);
  const dynFields = layout.fields.filter(({ kind }) => kind === "dyn");
  if (dynFields.length === 0) return made;
  const held = writer.scratch(types.i32);
  return writer.program.sequence([
    held.set(made),
    ...dynFields.map(({ offset }) =>
      module.i64.store(offset, 8, held.get(), writer.program.dyn(dynNull)),
    ),
    held.get(),
  ]);
}

function allocate(writer: FunctionWriter, path: string, layout: ClassLayout): Node {
  const { module, types, image, constants } = writer.program;
  const type = constants.typeValue(path);
  const slow = writer.program.sequence([
    writer.program.callRuntime("hx_poll", []),
    writer.program.callRuntime("hx_new", [module.i32.const(type)]),
  ]);
  if (layout.size > largestInline || writer.program.options.collectOften) return slow;
  const cellBytes = Math.max(16, layout.size);
  const run = image.addressOf("hx_runs") + (cellBytes / 8) * runBytes;
  const cell = writer.scratch(types.i32);
  const free = module.i32.sub(module.i32.load(run + runEnd, 4, module.i32.const(0)), cell.get());
  return writer.program.sequence([
    cell.set(module.i32.load(run, 4, module.i32.const(0))),
    module.if(
      module.i32.ge_u(free, module.i32.const(cellBytes)),
      module.block(null, [
        module.i32.store(
          run,
          4,
          module.i32.const(0),
          module.i32.add(cell.get(), module.i32.const(cellBytes)),
        ),
        module.i32.store(0, 4, cell.get(), module.i32.const(type)),
      ]),
      cell.set(slow),
    ),
    cell.get(),
  ]);
}
