/** Positions of the low IR as the places that binaryen writes into a source map. */
import type { Locator } from "../source_positions.ts";
import type { Module, Node } from "./binaryen_module.ts";

export class SourceMapper {
  readonly #locate: Locator;
  readonly #files = new Map<string, number>();

  constructor(locate: Locator) {
    this.#locate = locate;
  }

  place(module: Module, fn: number, node: Node, path: string, offset: number): void {
    const { line, column } = this.#locate(path, offset);
    if (line === 0) return;
    module.setDebugLocation(fn, node, this.#numberOf(module, path), line, column - 1);
  }

  #numberOf(module: Module, path: string): number {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const made = module.addDebugInfoFileName(path);
    this.#files.set(path, made);
    return made;
  }
}
