import type { Outcome } from "../document/diagnostic.ts";
import { readFbx } from "../fbx/read_fbx.ts";
import type { Model } from "../model/model.ts";
import { importObj } from "./obj/import_obj.ts";

/** Reads a model by the file's extension. */
export async function importModel(source: Uint8Array, file: string): Promise<Outcome<Model>> {
  if (file.toLowerCase().endsWith(".fbx")) return readFbx(source, file);
  return importObj(source, file);
}
