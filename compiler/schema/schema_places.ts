/** Where the classes and parameters of a schema are declared, for messages about scenes. */
import type { SceneSchema, SchemaPlaces, SourcePlace } from "#compiler/bytecode/scene_schema.ts";
import { lineText, positionAt, type SourceFile } from "#compiler/source/source_file.ts";
import type { Span } from "#compiler/source/span.ts";
import type { TypedLibrary } from "#compiler/types/typed_ast.ts";

/** The places of all classes of the schema, which is the library's; `sources` by their paths. */
export function schemaPlaces(
  { classes }: SceneSchema,
  library: TypedLibrary,
  sources: ReadonlyMap<string, SourceFile>,
): SchemaPlaces {
  const typed = new Map(library.classes.map((one) => [one.type.path, one]));
  return {
    classes: classes.flatMap(({ path, params }) => {
      const declared = typed.get(path);
      const source = declared && sources.get(declared.type.file);
      if (declared === undefined || source === undefined) return [];
      const fields = new Map(declared.fields.map((field) => [field.name, field]));
      return {
        path,
        ...placeOf(source, declared.type.span),
        params: params.flatMap(({ name }) => {
          const field = fields.get(name);
          return field ? { name, ...placeOf(source, field.span) } : [];
        }),
      };
    }),
  };
}

function placeOf(source: SourceFile, { start, end }: Span): SourcePlace {
  const { line, column } = positionAt(source, start);
  const text = lineText(source, line);
  return {
    file: source.path,
    line: line + 1,
    column: column + 1,
    length: Math.max(1, Math.min(end - start, text.length - column)),
    excerpt: line === 0 ? [text] : [lineText(source, line - 1), text],
  };
}
