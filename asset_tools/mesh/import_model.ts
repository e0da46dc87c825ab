import type { Outcome } from "../document/diagnostic.ts";
import { readFbx } from "../fbx/read_fbx.ts";
import type { ExternalFiles } from "../gltf/buffers.ts";
import { readGltf } from "../gltf/read_gltf.ts";
import type { Model } from "../model/model.ts";
import { importObj } from "./obj/import_obj.ts";

/** Reads a model by the file's extension; `external` gives the files that it names beside itself. */
export async function importModel(
  source: Uint8Array,
  file: string,
  external: ExternalFiles,
): Promise<Outcome<Model>> {
  if (/\.(gltf|glb)$/i.test(file)) return readGltf(source, file, external);
  if (/\.fbx$/i.test(file)) return readFbx(source, file);
  return importObj(source, file);
}
