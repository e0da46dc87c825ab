/** FBX to a model: binary and ASCII files of the versions 6100 to 7700. */
import type { Outcome } from "../document/diagnostic.ts";
import type { Model } from "../model/model.ts";
import { looksLikeText, readFbxFile } from "./fbx_file.ts";
import { FbxProblem, locateInBinary, locateInText } from "./fbx_problem.ts";
import { ModelBuilder } from "./model_builder.ts";
import { readObjects } from "./objects.ts";
import { FbxWarnings } from "./warnings.ts";

/**
 * Reads a whole file; `file` is its path in diagnostics. Positions are metres with y up, whatever the file's unit and
 * axes are. Errors name a byte in binary files, line and column in texts.
 */
export function readFbx(bytes: Uint8Array, file: string): Outcome<Model> {
  const locate = looksLikeText(bytes) ? locateInText(file, bytes) : locateInBinary(file);
  const warnings = new FbxWarnings();
  try {
    const fbx = readFbxFile(bytes);
    const value = new ModelBuilder(fbx, readObjects(fbx), warnings).build();
    return { value, diagnostics: warnings.diagnostics(locate) };
  } catch (error) {
    if (!(error instanceof FbxProblem)) throw error;
    return { diagnostics: [...warnings.diagnostics(locate), error.diagnose(locate)] };
  }
}
