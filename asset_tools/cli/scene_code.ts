/** What scenes may say of code, for a command that has only its sources. */
import type { SceneSchema, SchemaPlaces } from "#compiler/bytecode/scene_schema.ts";
import type { DiagnosticFormat } from "../document/render.ts";

export type SceneCode =
  | { readonly schema: SceneSchema; readonly places: SchemaPlaces }
  /** What is wrong with the code, as text. */
  | { readonly problems: string };

/** Reads the Haxe files below some folders; those that are not there have none. */
export type ReadSceneCode = (
  folders: readonly string[],
  format: DiagnosticFormat,
) => Promise<SceneCode>;
