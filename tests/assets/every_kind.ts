/** A package with a blob of every kind, made without sources. */
import { encodeAdpcm } from "#asset_tools/audio/encode_samples.ts";
import { encodeAnimation } from "#asset_tools/fpkg/animation_blob.ts";
import { encodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { encodeData } from "#asset_tools/fpkg/data_blob.ts";
import { encodeScene } from "#asset_tools/fpkg/encode_scene.ts";
import { encodeMaterial } from "#asset_tools/fpkg/material_blob.ts";
import { encodeShader, shaderInterface } from "#asset_tools/fpkg/shader_blob.ts";
import { encodeTexture, flatTexture } from "#asset_tools/fpkg/texture_blob.ts";
import type { WriteOptions } from "#asset_tools/fpkg/write.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";
import { bundlePackages } from "#asset_tools/package_link/bundle_packages.ts";
import {
  type CompiledBlob,
  type LinkedPackage,
  linkPackage,
} from "#asset_tools/package_link/link_package.ts";
import type { PackageIndex } from "#asset_tools/package_xml/model.ts";
import { randomFrom } from "./damaged_package.ts";
import { makeVorbis } from "./make_vorbis.ts";
import { PLAIN_MESH } from "./mesh_options.ts";
import { CORE_INDEX, sampleShader } from "./packages.ts";
import { ringObj } from "./ring_obj.ts";
import { sampleScene } from "./sample_scene.ts";

const LEVELS: MeshOptions = { ...PLAIN_MESH, lods: [{ ratio: 0.5, error: 0.05 }] };

/** Bytes that no codec shrinks. */
export function noise(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

/** A ring of triangles, compiled. */
export async function ringMesh(size: number, options: Partial<MeshOptions> = {}) {
  const source = new TextEncoder().encode(ringObj(size));
  const { value } = await compileMesh(source, "ring.obj", { ...LEVELS, ...options });
  if (value === undefined) throw new Error("The ring is no mesh");
  return value;
}

/** Blobs of a package `all`, whose scene names a mesh of package core. */
export async function blobsOfEveryKind(): Promise<CompiledBlob[]> {
  const shader = sampleShader();
  const level = (size: number, layers = 1) => {
    const data = noise(Math.max(size / 4, 1) ** 2 * 16 * layers, size);
    return { width: size, height: size, data };
  };
  const levels = [64, 32, 16, 8, 4].map((size) => level(size, 6));
  const plain = { width: 6, height: 4, data: noise(96) };
  const regions = [{ name: "coin", x: 1, y: 1, width: 2, height: 2 }];
  const joint = { name: "root", parent: -1, translation: [0, 0, 0], rotation: [0, 0, 0, 1] };
  const rest = { scale: [1, 1, 1], inverseBind: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] };
  const channel = {
    joint: 0,
    path: "translation",
    interpolation: "linear",
    exact: false,
    components: 3,
    times: Float32Array.of(0, 0.5, 1),
    values: Float32Array.of(0, 0, 0, 1, 2, 3, 0, 0, 1),
  } as const;
  const sound = { loop: { start: 0, end: 50 }, loudness: -20, samplePeak: 0.5, truePeak: 0.5 };
  const pcm = {
    format: "pcm16",
    channels: 1,
    sampleRate: 8000,
    frames: 101,
    blockSize: 0,
  } as const;
  const text = new TextEncoder().encode('{"a": 1}');
  return [
    blob("Flat", encodeTexture(flatTexture("bc7", [level(256), level(128), level(64)]))),
    blob(
      "Cube",
      encodeTexture({ format: "bc7Srgb", shape: "cube", layerCount: 6, levels, regions: [] }),
    ),
    blob(
      "Array",
      encodeTexture({ format: "astc4x4", shape: "array", layerCount: 6, levels, regions: [] }),
    ),
    blob(
      "Atlas",
      encodeTexture({ format: "rgba8", shape: "flat", layerCount: 1, levels: [plain], regions }),
    ),
    blob("Lit", encodeShader(shader)),
    blob(
      "Paint",
      encodeMaterial({
        shader: "all.Lit",
        shaderInterface: shaderInterface(shader),
        variant: 0,
        uniforms: new Uint8Array(16),
        textures: [{ sampler: "albedoMap", unit: 0, texture: "all.Flat" }],
        state: { cull: "back", blend: "opaque", depthTest: "less", depthWrite: true },
      }),
    ),
    blob("Ring", await ringMesh(24)),
    blob("Plain", await ringMesh(9, { quantize: false, compression: "none" })),
    blob("Beep", encodeAudio({ ...pcm, ...sound, data: noise(202) })),
    blob("Hiss", encodeAudio({ ...pcm, ...sound, ...hiss() })),
    blob("Tune", encodeAudio({ ...pcm, ...sound, ...tune() })),
    blob(
      "Walk",
      encodeAnimation({
        joints: [{ ...joint, ...rest }],
        clips: [{ name: "walk", duration: 1, error: 0.001, channels: [channel] }],
      }),
    ),
    blob("Text", encodeData({ format: "json", content: text })),
    blob("Level", encodeScene({ ...sampleScene(), id: "all.Level" })),
    blob("Part", encodeScene({ ...sampleScene(), kind: "prefab", id: "all.Part" })),
  ];
}

const INDEX: PackageIndex = {
  id: "all",
  version: "1.0",
  dependencies: [{ id: "core", version: "1.0" }],
  ids: [],
};

/** A bundle of package core, with one mesh, and of package all. */
export async function everyKindBundle(options: WriteOptions): Promise<Uint8Array> {
  const cube = { id: "Cube", bytes: await ringMesh(3), file: "Cube.mesh" };
  const index = { ...CORE_INDEX, ids: [{ id: "Cube", kind: "mesh" as const }] };
  const core = linkPackage(index, [cube], SHIP).value as LinkedPackage;
  const dependencies = [{ file: "core", bytes: core.tables }];
  const all = linkPackage(INDEX, await blobsOfEveryKind(), SHIP, dependencies);
  const files = [core, all.value as LinkedPackage].map(({ file }) => ({ file: "x", bytes: file }));
  return bundlePackages(files, options).value?.file as Uint8Array;
}

/** ADPCM of three blocks, two channels. */
function hiss() {
  const channels = [1, 2].map((seed) => Int16Array.from(noise(2100, seed), (byte) => byte * 99));
  return { format: "adpcm", channels: 2, frames: 2100, ...encodeAdpcm(channels) } as const;
}

function tune() {
  const shape = { channels: 1, floor: 1, residue: 1, blocks: [6, 8] } as const;
  return { format: "ogg", frames: 1500, data: makeVorbis(shape, 40, 60, randomFrom(5)) } as const;
}

const SHIP: WriteOptions = { layout: "ship", codec: "none" };

function blob(id: string, bytes: Uint8Array): CompiledBlob {
  return { id, bytes, file: `${id}.blob` };
}
