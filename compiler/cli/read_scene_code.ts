/** What scenes may say of the classes below some folders, for a scene that is compiled on its own. */
import { statSync } from "node:fs";
import type { SceneCode } from "#asset_tools/cli/scene_code.ts";
import { type CheckedLibrary, checkLibrary } from "#compiler/checker/check_library.ts";
import type { Interface } from "#compiler/checker/program/interface.ts";
import type { Library } from "#compiler/compile.ts";
import { type Diagnostic, severityOf } from "#compiler/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { definesWith } from "#compiler/lexer/built_in_defines.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { sceneSchema } from "#compiler/schema/scene_schema.ts";
import { schemaPlaces } from "#compiler/schema/schema_places.ts";
import { lineStarts } from "#compiler/source/source_file.ts";
import { loadStandardLibrary, readFolder } from "./load_program.ts";

/**
 * Checks all Haxe files below the folders as one library; folders that are not there have none. `std` is the standard
 * library's folder.
 */
export function readSceneCode(
  std: string,
  folders: readonly string[],
  format: "pretty" | "json",
): SceneCode {
  const defines = definesWith(new Map());
  const files = folders.filter(isFolder).flatMap((folder) => [...readFolder(folder, folder)]);
  const texts = files.map(([, text]) => text);
  const standard = check(loadStandardLibrary(std, defines, texts), []);
  const sources = files.map(([path, text]) => {
    const source = { path, text };
    return { source, parsed: parseModule(source, defines) };
  });
  const byPath = new Map(sources.map(({ source }) => [source.path, source]));
  const told = (problems: readonly Diagnostic[]): SceneCode => ({
    problems: renderDiagnostics(problems, format, (path) => byPath.get(path) ?? null),
  });
  const unread = sources.flatMap(({ parsed }) => parsed.diagnostics);
  if (unread.some(isError)) return told(unread);
  const { typed, constants, diagnostics } = check({ name: "code", sources }, [standard.interface]);
  const { schema, problems } = sceneSchema(typed, constants);
  const wrong = [...diagnostics, ...problems];
  return wrong.some(isError)
    ? told(wrong)
    : { schema, places: schemaPlaces(schema, typed, byPath) };
}

function check({ name, sources }: Library, dependencies: readonly Interface[]): CheckedLibrary {
  const modules = sources.map(({ source, parsed }) => ({
    file: source.path,
    lineStarts: lineStarts(source),
    module: parsed.module,
  }));
  return checkLibrary({ library: name, modules, dependencies });
}

function isError(problem: Diagnostic): boolean {
  return severityOf(problem) === "error";
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
