/** One function's JavaScript apart from the module it goes into. */
import { placeDeclarations } from "#compiler/emit/declarations.ts";
import { functionMetadata } from "#compiler/emit/module_metadata.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import { originalOf } from "#compiler/ir/moved.ts";
import type { Position } from "#compiler/ir/statement.ts";
import { Bindings } from "./bindings.ts";
import { LineWriter } from "./line_writer.ts";
import { identifierOf, localNames, member } from "./names.ts";
import { type FunctionScope, printStatements } from "./statements.ts";
import { zeroText } from "./zero_text.ts";

export interface PrintedFunction {
  /** Whole lines without the last line's end. */
  readonly text: string;
  /** What it uses of the module's head. */
  readonly bindings: Bindings;
  readonly lineCount: number;
  /** Lines that came from Haxe source, by number from 0, and the position of each. */
  readonly mapped: readonly number[];
  readonly positions: readonly Position[];
}

const printed = new WeakMap<IrFunction, PrintedFunction>();

/** What was printed for a function once is kept as long as the function. */
export function printFunction(fn: IrFunction): PrintedFunction {
  const original = originalOf(fn);
  let made = printed.get(original);
  if (made === undefined) {
    made = print(original);
    printed.set(original, made);
  }
  return made;
}

function print(fn: IrFunction): PrintedFunction {
  const bindings = new Bindings();
  const out = new LineWriter();
  const names = localNames(fn);
  const { captures } = functionMetadata(fn);
  const params = names.slice(0, fn.paramCount);
  if (fn.form === "closure") params.push("$environment");
  const declarations = placeDeclarations(fn);
  const scope: FunctionScope = { bindings, localNames: names, out, declarations };
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
  const { lines, mapped, positions } = out;
  return { text: lines.join("\n"), bindings, lineCount: lines.length, mapped, positions };
}
