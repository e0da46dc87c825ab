/**
 * Low IR to JavaScript for the JIT: one library, or the changed functions of one for a patch. The text is an expression,
 * a function that gets the runtime and defines the functions:
 *
 *     (function ($runtime) { "use strict";
 *     const $game$Player = $runtime.slots("game.Player");
 *     $runtime.define("game.Player.update", function game$Player$update($this, dt) { … });
 *     })
 *     //# sourceURL=haxe_game/game.js
 */
import type { ModuleMetadata } from "#compiler/bytecode/metadata.ts";
import { functionMetadata, moduleMetadata } from "#compiler/emit/module_metadata.ts";
import { placesOf, type Sources } from "#compiler/emit/source_positions.ts";
import type { IrFunction, IrModule } from "#compiler/ir/ir.ts";
import { Bindings } from "./bindings.ts";
import { identifierOf } from "./names.ts";
import { type PrintedFunction, printFunction } from "./print_function.ts";
import { SourceMapWriter } from "./source_map.ts";

export interface JavascriptOptions {
  /** Give the positions of statements their lines. */
  readonly sources: Sources;
  /** Print only these functions; all where it is left out. */
  readonly only?: ReadonlySet<string>;
  /** Name of the text in stack traces and debuggers, different for each patch. Left out, `scriptName` makes one. */
  readonly name?: string;
}

export interface JavascriptModule {
  /** Ends with its `sourceURL`; `withInlineSourceMap` adds the map. */
  readonly text: string;
  readonly sourceMap: string;
  readonly manifest: ModuleMetadata;
}

export function printModule(module: IrModule, options: JavascriptOptions): JavascriptModule {
  const functions = module.functions.filter((fn) => options.only?.has(fn.id) ?? true);
  const bindings = new Bindings();
  const texts: string[] = [];
  const printed = functions.map(printFunction);
  for (const { bindings: used, text } of printed) {
    bindings.addAll(used);
    texts.push(text);
  }
  const name = options.name ?? scriptName(module, options.only === undefined ? [] : functions);
  const head = ['(function ($runtime) { "use strict";', ...bindings.lines()];
  const map = new SourceMapWriter();
  map.skip(head.length);
  for (const [index, fn] of functions.entries()) {
    const lines = printed[index] as PrintedFunction;
    map.add(lines, fn.file, placesOf(fn, lines.positions, options.sources));
  }
  return {
    text: `${[...head, ...texts].join("\n")}\n})\n//# sourceURL=${name}\n`,
    sourceMap: map.finish(name),
    manifest: { ...moduleMetadata(module), functions: functions.map(functionMetadata) },
  };
}

/** `haxe_game/LIBRARY.js`; for a patch with a hash of what it changes, so that traces tell the versions apart. */
function scriptName(module: IrModule, patched: readonly IrFunction[]): string {
  const library = `haxe_game/${identifierOf(module.library)}`;
  if (patched.length === 0) return `${library}.js`;
  let hash = 0;
  for (const unit of patched.map((fn) => fn.id + fn.bodyHash).join(" ")) {
    hash = (Math.imul(hash, 31) + unit.charCodeAt(0)) >>> 0;
  }
  return `${library}@${hash.toString(16)}.js`;
}

/** The module's text with its source map inside, for debuggers that have no other way to it. */
export function withInlineSourceMap(module: JavascriptModule): string {
  const base64 = Buffer.from(module.sourceMap).toString("base64");
  return `${module.text}//# sourceMappingURL=data:application/json;base64,${base64}\n`;
}
