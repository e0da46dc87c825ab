/** A grid of triangles as GLB, written by glTF-Transform: plain or with one of its compressions. */
import {
  type Accessor,
  Document,
  type Extension,
  type PlatformIO,
  WebIO,
} from "@gltf-transform/core";
import {
  EXTMeshoptCompression,
  KHRDracoMeshCompression,
  KHRMeshQuantization,
} from "@gltf-transform/extensions";
import draco3d from "draco3d";
import { MeshoptDecoder } from "meshoptimizer/decoder";
import { MeshoptEncoder } from "meshoptimizer/encoder";

type MakeExtension = new (document: Document) => Extension;

const EXTENSIONS: Readonly<Record<string, MakeExtension>> = {
  EXT_meshopt_compression: EXTMeshoptCompression,
  KHR_draco_mesh_compression: KHRDracoMeshCompression,
};

export type Compression = "none" | "EXT_meshopt_compression" | "KHR_draco_mesh_compression";

/** The file, and what it was written with, which reads it too. `size` is the grid's vertices a side. */
export async function compressedGrid(
  compression: Compression,
  size = 9,
): Promise<{ glb: Uint8Array; io: PlatformIO }> {
  await Promise.all([MeshoptEncoder.ready, MeshoptDecoder.ready]);
  const io = new WebIO()
    .registerExtensions([EXTMeshoptCompression, KHRDracoMeshCompression, KHRMeshQuantization])
    .registerDependencies({
      "meshopt.encoder": MeshoptEncoder,
      "meshopt.decoder": MeshoptDecoder,
      "draco3d.encoder": await draco3d.createEncoderModule({}),
      "draco3d.decoder": await draco3d.createDecoderModule({}),
    });
  const document = new Document();
  const extension = EXTENSIONS[compression];
  if (extension) document.createExtension(extension).setRequired(true);
  addGrid(document, size);
  return { glb: await io.writeBinary(document), io };
}

function addGrid(document: Document, size: number): void {
  const buffer = document.createBuffer();
  const add = (type: "SCALAR" | "VEC2" | "VEC3", array: Float32Array | Uint32Array): Accessor =>
    document.createAccessor().setType(type).setBuffer(buffer).setArray(array.slice());
  const vertices = Array.from({ length: size * size }, (_, at) => [
    at % size,
    Math.floor(at / size),
  ]);
  const attribute = (of: (x: number, y: number) => number[]): Float32Array =>
    Float32Array.from(vertices.flatMap(([x = 0, y = 0]) => of(x, y)));
  const cells = vertices.filter(([x = 0, y = 0]) => x < size - 1 && y < size - 1);
  const indices = cells.flatMap(([x = 0, y = 0]) => {
    const at = y * size + x;
    return [at, at + 1, at + size, at + size, at + 1, at + size + 1];
  });
  const primitive = document
    .createPrimitive()
    .setIndices(add("SCALAR", Uint32Array.from(indices)))
    .setAttribute(
      "POSITION",
      add(
        "VEC3",
        attribute((x, y) => [x, Math.sqrt(x * y), y]),
      ),
    )
    .setAttribute(
      "NORMAL",
      add(
        "VEC3",
        attribute(() => [0, 1, 0]),
      ),
    )
    .setAttribute(
      "TEXCOORD_0",
      add(
        "VEC2",
        attribute((x, y) => [x / 16, y / 16]),
      ),
    );
  const mesh = document.createMesh("Grid").addPrimitive(primitive);
  document.createScene().addChild(document.createNode("Node").setMesh(mesh));
}
