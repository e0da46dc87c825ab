/** Reads glTF 2.0, as .gltf or .glb, to a model. */
import { type Diagnostic, diagnostic, hasErrors, type Outcome } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import type { Model } from "../model/model.ts";
import type { ExternalFiles } from "./buffers.ts";
import { loadDracoDecoder } from "./draco_module.ts";
import { type GltfSource, openGltf, placeOf } from "./gltf_source.ts";
import { meshoptDecoderReady } from "./meshopt_view.ts";
import { readAnimations } from "./read_animations.ts";
import { ReadContext } from "./read_context.ts";
import { broken, ReadFailure } from "./read_failure.ts";
import { readImages, readMaterials } from "./read_materials.ts";
import { readMeshes } from "./read_meshes.ts";
import { readNodes, readSkins } from "./read_nodes.ts";
import { validateGltf } from "./validate_gltf.ts";

const DRACO = "KHR_draco_mesh_compression";

/** Extensions that are read, or that change nothing of what is read; any of KHR_materials_* is. */
const EXTENSIONS: readonly string[] = [
  DRACO,
  "EXT_mesh_gpu_instancing",
  "EXT_meshopt_compression",
  "EXT_texture_avif",
  "EXT_texture_webp",
  "KHR_lights_punctual",
  "KHR_materials_variants",
  "KHR_mesh_quantization",
  "KHR_meshopt_compression",
  "KHR_node_visibility",
  "KHR_texture_basisu",
  "KHR_texture_transform",
  "KHR_xmp_json_ld",
];

/**
 * Reads a file. `file` is its path in diagnostics; `external` gives the buffers that it names beside itself.
 * What the validator calls an error is one here, with a JSON pointer and, for .gltf, line and column.
 */
export async function readGltf(
  bytes: Uint8Array,
  file: string,
  external: ExternalFiles = () => undefined,
): Promise<Outcome<Model>> {
  const source = openGltf(bytes, file);
  if ("code" in source) return { diagnostics: [source] };
  const refused = checkExtensions(source);
  if (refused.length > 0) return { diagnostics: refused };
  const found = await validateGltf(bytes, source, external);
  if (hasErrors(found)) return { diagnostics: found };
  await meshoptDecoderReady();
  const draco = source.json.extensionsUsed?.includes(DRACO) ? await loadDracoDecoder() : undefined;
  const context = new ReadContext(source, external, draco);
  try {
    const value = readModel(context);
    return { value, diagnostics: [...found, ...context.warnings] };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return { diagnostics: [...found, error.diagnosticAt(placeOf(source, error.pointer))] };
  }
}

function readModel(context: ReadContext): Model {
  const { nodes, places } = readNodes(context);
  const model: Model = {
    nodes,
    meshes: readMeshes(context),
    materials: readMaterials(context),
    images: readImages(context),
    skins: readSkins(context, places),
    animations: readAnimations(context, places),
  };
  checkJoints(model);
  return model;
}

/** One error for each extension that the file cannot be read without. */
function checkExtensions(source: GltfSource): Diagnostic[] {
  const required: unknown = source.json.extensionsRequired;
  if (!Array.isArray(required)) return [];
  return required.flatMap((name: unknown, index) => {
    // What is no name, the validator reports.
    if (
      typeof name !== "string" ||
      EXTENSIONS.includes(name) ||
      name.startsWith("KHR_materials_")
    ) {
      return [];
    }
    const hint =
      didYouMean(name, EXTENSIONS) ?? "Export the model without it; `extensionsRequired` lists it";
    return [diagnostic("AS6006", placeOf(source, `/extensionsRequired/${index}`), { name }, hint)];
  });
}

/** Joints are those of the skin; the validator sees that, but not in compressed data. */
function checkJoints(model: Model): void {
  for (const { mesh, skin } of model.nodes) {
    const joints = model.skins[skin]?.joints.length;
    if (joints === undefined) continue;
    for (const { skinning } of model.meshes[mesh]?.primitives ?? []) {
      if (skinning?.joints.some((joint) => joint >= joints)) {
        throw broken(`/meshes/${mesh}`, `a joint is outside the ${joints} of its skin`);
      }
    }
  }
}
