/** What lowering makes of a program: `samples/<behaviour>/input.hx` against `expected.ir`; UPDATE_GOLDENS=1 rewrites. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { loadStandardLibrary } from "#compiler/cli/load_program.ts";
import { compileLibraries, compileProgram, type Library } from "#compiler/compile.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import { decodeIrModule, encodeIrModule } from "#compiler/ir/ir_binary.ts";
import { printModule } from "#compiler/ir/print.ts";
import { verifyModule } from "#compiler/ir/verify.ts";
import { verifyProgram } from "#compiler/ir/verify_program.ts";
import { definesWith } from "#compiler/lexer/built_in_defines.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { checkGolden, listSamples } from "#tests/compiler/golden.ts";

const folder = join(import.meta.dirname, "samples");
const defines = definesWith(new Map());
const std = loadStandardLibrary(join(import.meta.dirname, "../../../runtime/std"), defines);

function librariesWith(text: string): Library[] {
  const source = { path: "Main.hx", text };
  return [std, { name: "sample", sources: [{ source, parsed: parseModule(source, defines) }] }];
}

/** The module of the last library; throws with the diagnostics where there is none. */
function lower(libraries: readonly Library[]): IrModule {
  const compiled = compileLibraries(libraries);
  const { diagnostics } = compiled;
  const module = compiled.libraries[libraries.length - 1]?.module;
  if (module === undefined) throw new Error(renderDiagnostics(diagnostics, "haxe", () => null));
  return module;
}

for (const sample of listSamples(folder)) {
  test(sample.replaceAll("_", " "), (t) => {
    const libraries = librariesWith(readFileSync(join(folder, sample, "input.hx"), "utf8"));
    const module = lower(libraries);
    checkGolden(t, join(folder, sample, "expected.ir"), printModule(module));
    verifyModule(module);
    const { program } = compileProgram(libraries, "Main");
    if (program === null) throw new Error("The sample does not link");
    verifyProgram(program);
    t.deepEqual(decodeIrModule(encodeIrModule(module)), { isValid: true, module });
  });
}

test("the whole standard library verifies and survives its binary form", (t) => {
  const module = lower([std]);
  verifyModule(module);
  t.deepEqual(decodeIrModule(encodeIrModule(module)), { isValid: true, module });
});

test("lowering is repeatable", (t) => {
  const text = "class Main { static function main() trace([for (i in 0...3) () -> i]); }";
  t.deepEqual(
    encodeIrModule(lower(librariesWith(text))),
    encodeIrModule(lower(librariesWith(text))),
  );
});
