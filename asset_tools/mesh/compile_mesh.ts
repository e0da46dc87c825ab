/** MeshCompile: a model's meshes to a mesh blob. */
import { type Diagnostic, diagnostic, type Outcome, wholeFile } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import { encodeMesh, storePlain } from "../fpkg/encode_mesh.ts";
import type { MeshData } from "../fpkg/mesh_data.ts";
import type { ExternalFiles } from "../gltf/buffers.ts";
import {
  gatheredBytes,
  gatherMesh,
  type ModelSelection,
  selectableNames,
} from "../model/gather_mesh.ts";
import type { Model } from "../model/model.ts";
import type { LodDefinition, MeshCompression } from "../package_xml/mesh_definition.ts";
import { geometryProblem } from "./check_geometry.ts";
import { loadDraco, packDraco } from "./draco.ts";
import { importModel } from "./import_model.ts";
import { joinPrimitives } from "./join_primitives.ts";
import { layOutMesh } from "./lay_out_mesh.ts";
import { meshoptReady, storeMeshopt } from "./meshopt.ts";
import { withTangents } from "./tangents.ts";

export const meshQualities = ["dev", "ship"] as const;
export type MeshQuality = (typeof meshQualities)[number];

export interface MeshOptions {
  /** The part of the model that is wanted; all of it if nothing is said. */
  readonly selection?: ModelSelection;
  /** Order triangles for the vertex cache and against overdraw, and vertices for fetching. */
  readonly optimize: boolean;
  /** Compute tangents from normals and uvs where the file has none. */
  readonly generateTangents: boolean;
  /** Store positions, unit vectors and uvs in few bits. */
  readonly quantize: boolean;
  readonly compression: MeshCompression;
  /** Coarser levels, finest first. */
  readonly lods: readonly LodDefinition[];
  /** `dev` leaves out what takes long: the order against overdraw, the best of several encodings. */
  readonly quality: MeshQuality;
}

/** Compiles one mesh; `file` is the source's path in diagnostics, `external` gives files that it names. */
export async function compileMesh(
  source: Uint8Array,
  file: string,
  options: MeshOptions,
  external: ExternalFiles = () => undefined,
): Promise<Outcome<Uint8Array>> {
  await meshoptReady();
  const { value: model, diagnostics } = await importModel(source, file, external);
  if (model === undefined) return { diagnostics };
  const { selection = {} } = options;
  if (gatheredBytes(model, selection) > MAX_BYTES)
    return { diagnostics: [...diagnostics, tooLarge(file)] };
  const gathered = gatherMesh(model, selection);
  if (gathered === undefined)
    return { diagnostics: [...diagnostics, notInModel(model, selection, file)] };
  const names = model.materials.map(({ name }) => name);
  const geometry = joinPrimitives(gathered, names);
  const problem = geometryProblem(geometry, file);
  if (problem) return { diagnostics: [...diagnostics, problem] };
  const needsTangents = options.generateTangents && geometry.tangents === undefined;
  const joints = gathered.joints.map(({ node, inverseBindMatrix }) => ({
    name: model.nodes[node]?.name ?? "",
    inverseBind: [...inverseBindMatrix],
  }));
  const mesh = layOutMesh(needsTangents ? withTangents(geometry) : geometry, options, joints);
  return { value: await packMesh(mesh, options), diagnostics };
}

async function packMesh(
  mesh: MeshData,
  { compression, quality }: MeshOptions,
): Promise<Uint8Array> {
  if (compression === "none") return encodeMesh(mesh, storePlain);
  if (compression === "meshopt") return encodeMesh(mesh, storeMeshopt(quality));
  const { parts, mesh: packed } = packDraco(mesh, await loadDraco(), quality);
  return encodeMesh(packed, storeMeshopt(quality), parts);
}

/** A file within its limit may still place one mesh at a great many nodes. */
const MAX_BYTES = 2 ** 31;

function tooLarge(file: string): Diagnostic {
  const hint = "Name a part of it with `<node>` or `<mesh>`";
  return diagnostic("AS6007", wholeFile(file), { limit: MAX_BYTES }, hint);
}

/** A selection that names nothing. */
function notInModel(model: Model, selection: ModelSelection, file: string): Diagnostic {
  const kind = selection.mesh === undefined ? "node" : "mesh";
  const name = selection[kind] ?? "";
  const names = selectableNames(model, kind);
  const shown = names.slice(0, 10).map((known) => `\`${known}\``);
  const hint =
    didYouMean(name, names) ??
    (shown.length === 0 ? `None of its ${kind}s has a name` : `It has ${shown.join(", ")}`);
  return diagnostic("AS6010", wholeFile(file), { kind, name }, hint);
}
