/** Everything that the compiler does with a file, whatever is in it; what goes wrong there is a bug of the compiler. */

import { writeModule } from "#compiler/bytecode/write.ts";
import { checkLibrary } from "#compiler/checker/check_library.ts";
import { type Diagnostic, severityOf } from "#compiler/diagnostics/diagnostic.ts";
import { type DiagnosticFormat, renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { printModule } from "#compiler/emit/javascript/print_module.ts";
import { intrinsicProblems } from "#compiler/ir/check_intrinsics.ts";
import { decodeIrModule, encodeIrModule } from "#compiler/ir/ir_binary.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import { verifyModule } from "#compiler/ir/verify.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { lineStarts, type SourceFile } from "#compiler/source/source_file.ts";
import { standardLibrary } from "#tests/compiler/checker/checking.ts";

const formats: readonly DiagnosticFormat[] = ["pretty", "json", "haxe"];
const defines = new Map([["haxe", "4.3.0"]]);
const options = { sources: new Map<string, SourceFile>() };
/** Such files take the compiler milliseconds; a thousand times that is a loop. Other processes do not count. */
const PATIENCE_MS = 5000;

/** Compiles a text as far as it goes, and gives its diagnostics. Throws where the compiler would. */
export function exercise(text: string, path = "Main.hx"): readonly Diagnostic[] {
  const start = process.cpuUsage();
  const source: SourceFile = { path, text };
  const { module, diagnostics: syntax } = parseModule(source, defines);
  const checked = checkLibrary({
    library: "fuzz",
    modules: [{ file: path, lineStarts: lineStarts(source), module }],
    dependencies: [standardLibrary().interface],
  });
  const intrinsics = checked.isValid ? intrinsicProblems(checked.typed) : [];
  const diagnostics = [...syntax, ...checked.diagnostics, ...intrinsics];
  for (const { span, labels } of diagnostics) {
    for (const place of [{ file: path, span }, ...labels])
      if (place.file === path) checkSpan(place.span, text);
  }
  for (const format of formats)
    renderDiagnostics(diagnostics, format, (file) => (file === path ? source : null));
  if (!diagnostics.some((problem) => severityOf(problem) === "error")) {
    const ir = lowerLibrary(checked.typed);
    verifyModule(ir);
    if (!decodeIrModule(encodeIrModule(ir)).isValid) throw new Error("The IR is not read back");
    writeModule(emitModule(ir, options));
    printModule(ir, options);
  }
  const spent = process.cpuUsage(start).user / 1000;
  if (spent > PATIENCE_MS) throw new Error(`It took ${Math.round(spent)} ms`);
  return diagnostics;
}

function checkSpan({ start, end }: Diagnostic["span"], text: string): void {
  const isInside = start >= 0 && end >= start && end <= text.length;
  if (!isInside) throw new Error(`Span ${start}-${end} is outside of ${text.length}`);
}
