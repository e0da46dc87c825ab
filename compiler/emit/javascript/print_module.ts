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
import { placeDeclarations } from "#compiler/emit/declarations.ts";
import { functionMetadata, moduleMetadata } from "#compiler/emit/module_metadata.ts";
import type { Locator } from "#compiler/emit/source_positions.ts";
import type { IrFunction, IrModule } from "#compiler/ir/ir.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import { Bindings } from "./bindings.ts";
import { LineWriter } from "./line_writer.ts";
import { identifierOf, localNames, member } from "./names.ts";
import { sourceMap } from "./source_map.ts";
import { type FunctionScope, printStatements } from "./statements.ts";

export interface JavascriptOptions {
  /** Turns the offsets of statements into lines. */
  readonly locate: Locator;
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
  const body = new LineWriter();
  for (const fn of functions) printFunction(fn, bindings, body, options.locate);
  const name = options.name ?? scriptName(module, options.only === undefined ? [] : functions);
  const lines = [unmapped('(function ($runtime) { "use strict";')]
    .concat(bindings.lines().map(unmapped))
    .concat(body.lines)
    .concat(unmapped("})"));
  return {
    text: `${lines.map((line) => line.text).join("\n")}\n//# sourceURL=${name}\n`,
    sourceMap: sourceMap(name, lines),
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
  const bytes = new TextEncoder().encode(module.sourceMap);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `${module.text}//# sourceMappingURL=data:application/json;base64,${btoa(binary)}\n`;
}

function unmapped(text: string) {
  return { text, file: "", line: 0, column: 0 };
}

function printFunction(fn: IrFunction, bindings: Bindings, out: LineWriter, locate: Locator): void {
  const names = localNames(fn);
  const { captures } = functionMetadata(fn);
  const params = names.slice(0, fn.paramCount);
  if (fn.form === "closure") params.push("$environment");
  const declarations = placeDeclarations(fn);
  const scope: FunctionScope = {
    bindings,
    localNames: names,
    out,
    file: fn.file,
    locate,
    declarations,
  };
  out.at("", 0, 0);
  const opening = `$runtime.define(${JSON.stringify(fn.id)}, function ${identifierOf(fn.id)}(${params.join(", ")}) {`;
  out.block(
    opening,
    () => {
      captures.forEach((capture, index) => {
        out.write(`let ${names[fn.paramCount + index]} = $environment${member(capture.name)};`);
      });
      for (const local of declarations.head) {
        out.write(`let ${names[local]} = ${zeroText(fn.locals[local]?.type ?? "dyn")};`);
      }
      printStatements(fn.body, scope);
    },
    "});",
  );
}

function zeroText(kind: Kind): string {
  switch (kind) {
    case "i32":
    case "f64":
      return "0";
    case "bool":
      return "false";
    case "ref":
    case "dyn":
      return "null";
  }
}
