/** What the user sees of a sample: a folder with Haxe files that show one diagnostic. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { type CheckedLibrary, checkLibrary } from "#compiler/checker/check_library.ts";
import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { intrinsicProblems } from "#compiler/ir/check_intrinsics.ts";
import { linkProgram } from "#compiler/ir/link_program.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { sceneSchema } from "#compiler/schema/scene_schema.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import {
  checkAlone,
  checkSources,
  moduleSource,
  standardLibrary,
} from "#tests/compiler/checker/checking.ts";

export interface RenderedSample {
  readonly codes: readonly string[];
  readonly text: string;
}

/** `HX1101` of `HX1101_unexpected_token`. */
export function codeOf(name: string): string {
  return name.slice(0, name.indexOf("_"));
}

/** A damaged file is given to the compiler's command line; Haxe files go as far as the family of the code says. */
export async function renderSample(folder: string, code: string): Promise<RenderedSample> {
  if (existsSync(path.join(folder, "input.hxi"))) return renderDamaged(folder, code);
  const sources = readSources(folder);
  const problems = problemsOf(sources, code);
  const lookup = (file: string) => sources.find((source) => source.path === file) ?? null;
  return {
    codes: problems.map((problem) => problem.code),
    text: renderDiagnostics(problems, "pretty", lookup),
  };
}

function problemsOf(sources: readonly SourceFile[], code: string): readonly Diagnostic[] {
  const syntax = sources.flatMap((source) => parseModule(source, defines).diagnostics);
  if (syntax.length > 0 || code.startsWith("HX1")) return syntax;
  if (code === "HX2005") return checkAlone(sources).diagnostics;
  return code.startsWith("HX4") ? linkProblems(sources, code) : checkSources(sources).diagnostics;
}

const defines = new Map([["haxe", "4.3.0-rc"]]);

/** The files in `other/` are a library of their own. Only for HX4005 is it one that the program uses. */
function linkProblems(sources: readonly SourceFile[], code: string): readonly Diagnostic[] {
  const isOther = ({ path: file }: SourceFile): boolean => file.startsWith("other/");
  const other = check("other", sources.filter(isOther), []);
  const isUsed = code === "HX4005";
  const own = check(
    "game",
    sources.filter((source) => !isOther(source)),
    isUsed ? [other] : [],
  );
  const schema = sceneSchema(own.typed, own.constants);
  const problems = [...own.diagnostics, ...intrinsicProblems(own.typed), ...schema.problems];
  if (problems.length > 0) return problems;
  const linked = isUsed ? [own] : [other, own];
  const modules = [standardLibrary(), ...linked].map(({ typed }) => lowerLibrary(typed));
  return linkProgram(modules, "Main").problems;
}

function check(
  library: string,
  sources: readonly SourceFile[],
  dependencies: readonly CheckedLibrary[],
): CheckedLibrary {
  const modules = sources.map((source) => moduleSource(source));
  const known = [standardLibrary(), ...dependencies].map((checked) => checked.interface);
  return checkLibrary({ library, modules, dependencies: known });
}

async function renderDamaged(folder: string, code: string): Promise<RenderedSample> {
  const args =
    "typecheck --library game --interface input.hxi --out-interface game.hxi --out-ir game.hir";
  const { output } = await runCompilerAction(args.split(" "), {
    read: (file) => readFileSync(path.join(folder, file)),
    write: () => undefined,
  });
  return { codes: output.includes(code) ? [code] : [], text: output };
}

function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .toSorted()
    .filter((file) => file.endsWith(".hx"))
    .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), "utf8") }));
}
