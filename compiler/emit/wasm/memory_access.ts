/** Loads and stores of the five kinds. */
import type { Kind } from "#compiler/ir/kind.ts";
import { type Node, setUnsigned } from "./binaryen_module.ts";
import type { ProgramWriter } from "./program_writer.ts";

export function load(program: ProgramWriter, kind: Kind, offset: number, base: Node): Node {
  const { module } = program;
  switch (kind) {
    case "i32":
    case "bool":
    case "ref":
      return unsignedWord(program, module.i32.load(offset, 4, base));
    case "f64":
      return module.f64.load(offset, 8, base);
    case "dyn":
      return module.i64.load(offset, 8, base);
  }
}

/** Binaryen takes over the sign of a load when it widens it: a word goes into the low half of a dynamic value as it is. */
function unsignedWord({ binaryen }: ProgramWriter, node: Node): Node {
  setUnsigned(binaryen, node);
  return node;
}

/** Without the barrier that references in the heap need while the collector marks. */
export function plainStore(
  program: ProgramWriter,
  kind: Kind,
  offset: number,
  base: Node,
  value: Node,
): Node {
  const { module } = program;
  switch (kind) {
    case "i32":
    case "bool":
    case "ref":
      return module.i32.store(offset, 4, base, value);
    case "f64":
      return module.f64.store(offset, 8, base, value);
    case "dyn":
      return module.i64.store(offset, 8, base, value);
  }
}
