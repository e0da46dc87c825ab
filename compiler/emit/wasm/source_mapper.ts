/** Positions of the low IR as the lines and columns that binaryen writes into a source map. */
import { positionAt, type SourceFile } from "#compiler/source/source_file.ts";
import type { Module, Node } from "./binaryen_module.ts";

export class SourceMapper {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #indices = new Map<string, number>();

  /** Files by the path that `IrFunction.file` has. */
  constructor(files: ReadonlyMap<string, SourceFile>) {
    this.#files = files;
  }

  place(module: Module, fn: number, node: Node, path: string, offset: number): void {
    const file = this.#files.get(path);
    if (file === undefined) return;
    const { line, column } = positionAt(file, offset);
    module.setDebugLocation(fn, node, this.#indexOf(module, path), line + 1, column);
  }

  #indexOf(module: Module, path: string): number {
    const known = this.#indices.get(path);
    if (known !== undefined) return known;
    const index = module.addDebugInfoFileName(path);
    this.#indices.set(path, index);
    return index;
  }
}
