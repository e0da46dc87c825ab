/** What a build of a WASM program chooses. */
import type { Locator } from "../source_positions.ts";

export interface WasmOptions {
  /** binaryen's level: 0 prints as lowered, 1 for runs while developing, 2 for what ships. */
  readonly optimizeLevel: 0 | 1 | 2;
  /** Keeps the names of functions and locals, for profilers and stack traces. */
  readonly names: boolean;
  /** Asks for a source map, whose address goes into the module. */
  readonly sourceMap?: { readonly locate: Locator; readonly url: string };
  /** Asks the collector before each object, for tests with a runtime built with HX_GC_STRESS. */
  readonly collectOften?: boolean;
}
