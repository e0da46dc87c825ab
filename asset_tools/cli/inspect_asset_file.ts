/** What is in a package or a blob, without pixels, samples and code. docs/command_line.md shows all fields. */
import type { Animation } from "../fpkg/animation_blob.ts";
import type { Audio } from "../fpkg/audio_blob.ts";
import type { Data } from "../fpkg/data_blob.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import type { ReadMaterial } from "../fpkg/material_blob.ts";
import type { PackageFile } from "../fpkg/read.ts";
import type { Entity, Scene } from "../fpkg/scene_data.ts";
import type { Shader } from "../fpkg/shader_blob.ts";
import type { Texture } from "../fpkg/texture_blob.ts";
import { decodeAnyMesh, decoders, magicOf } from "./decode_blob.ts";
import { describeMesh } from "./describe_mesh.ts";
import type { Inspection } from "./inspection.ts";

/** An `Inspector` of everything that the asset compiler writes. */
export function inspectAssetFile(bytes: Uint8Array): Promise<Inspection> | undefined {
  const magic = magicOf(bytes);
  return (
    magic &&
    describe(magic, bytes).then(([kind, data]) => ({
      data: { kind, bytes: bytes.length, ...data },
    }))
  );
}

type Described = readonly [kind: string, data: object];

async function describe(magic: keyof typeof decoders, bytes: Uint8Array): Promise<Described> {
  switch (magic) {
    case "FPKG":
      return ["package", describePackage(decoders.FPKG(bytes))];
    case "TEXR":
      return ["texture", describeTexture(decoders.TEXR(bytes))];
    case "MESH":
      return ["mesh", describeMesh(await decodeAnyMesh(bytes), bytes)];
    case "SHDR":
      return ["shader", describeShader(decoders.SHDR(bytes))];
    case "MATL":
      return ["material", describeMaterial(decoders.MATL(bytes))];
    case "SCNE":
      return ["scene", describeScene(decoders.SCNE(bytes))];
    case "PREF":
      return ["prefab", describeScene(decoders.PREF(bytes))];
    case "AUDI":
      return ["audio", describeAudio(decoders.AUDI(bytes))];
    case "ANIM":
      return ["animation", describeAnimation(decoders.ANIM(bytes))];
    case "DATA":
      return ["data", describeData(decoders.DATA(bytes))];
  }
}

function describePackage(file: PackageFile): object {
  const { layout, contentHash, packages, assets } = file;
  const list = [...assets.values()];
  if (layout === "ship") for (const asset of list) checkBlob(file, asset);
  return {
    layout,
    contentHash,
    packages: packages.map(({ name, version, dependencies }) => ({
      name,
      version,
      dependencies: dependencies.map((needed) => `${needed.name} ${needed.version}`.trimEnd()),
    })),
    assets: list.map(({ type, name, size, digest, references }) => ({
      type,
      name,
      bytes: size,
      digest,
      references: references.map((reference) => reference.name),
    })),
  };
}

/** Reads a blob, so that a package of which one is damaged is not said to be sound. */
function checkBlob(file: PackageFile, asset: Parameters<PackageFile["blob"]>[0]): void {
  const { length } = file.blob(asset);
  if (length !== asset.size) throw new FpkgError("FP1002", `${asset.name} has ${length} bytes`);
}

function describeTexture({ format, shape, layerCount, levels, regions }: Texture): object {
  return {
    format,
    shape,
    layers: layerCount,
    levels: levels.map(({ width, height, data }) => ({ width, height, bytes: data.length })),
    regions,
  };
}

function describeShader({ variants, blocks, samplers, attributes }: Shader): object {
  return {
    variants: variants.map(({ name, choice, vertex, fragment }) => ({
      name,
      choice,
      vertexCharacters: vertex.length,
      fragmentCharacters: fragment.length,
    })),
    blocks: blocks.map(({ name, binding, size, members }) => ({
      name,
      binding,
      bytes: size,
      members: members.map(({ name: member, type, offset, arrayLength, range, defaults }) => ({
        name: member,
        type,
        offset,
        arrayLength,
        range,
        defaults,
      })),
    })),
    samplers: samplers.map(({ name, type, semantic }) => ({ name, type, semantic })),
    attributes,
  };
}

function describeMaterial({ shader, variant, uniforms, textures, state }: ReadMaterial): object {
  return {
    shader: shader.name,
    shaderInterface: shader.interface,
    variant,
    uniformBytes: uniforms.length,
    textures: textures.map(({ sampler, unit, texture }) => ({
      sampler,
      unit,
      texture: texture.name,
    })),
    state,
  };
}

function describeScene({ name, classes, entities }: Scene): object {
  const part = ({ class: at, values }: Entity["parts"][number]) => {
    const type = classes[at];
    const fields = type?.fields.map((field, index) => [field.name, values[index] ?? null]);
    return [type?.name ?? "", Object.fromEntries(fields ?? [])];
  };
  return {
    name,
    classes: classes.map(({ name: path, role, fields }) => ({
      name: path,
      role,
      fields: fields.map((field) => `${field.name}:${field.type}`),
    })),
    entities: entities.map(({ path, name: title, parent, position, rotation, scale, parts }) => ({
      path,
      name: title,
      parent: entities[parent]?.path ?? null,
      position,
      rotation,
      scale,
      parts: Object.fromEntries(parts.map(part)),
    })),
  };
}

function describeAudio(audio: Audio): object {
  const { format, channels, sampleRate, frames, loop, data } = audio;
  const { loudness, samplePeak, truePeak, blockSize } = audio;
  return {
    format,
    channels,
    sampleRate,
    frames,
    seconds: frames / sampleRate,
    loop,
    loudness,
    samplePeak,
    truePeak,
    blockBytes: blockSize,
    dataBytes: data.length,
  };
}

function describeAnimation({ joints, clips }: Animation): object {
  return {
    joints: joints.map(({ name, parent, translation, rotation, scale }) => ({
      name,
      parent: joints[parent]?.name ?? null,
      translation,
      rotation,
      scale,
    })),
    clips: clips.map(({ name, duration, error, channels }) => ({
      name,
      duration,
      error,
      channels: channels.map(({ joint, path, interpolation, exact, times }) => ({
        joint: joints[joint]?.name ?? "",
        path,
        interpolation,
        exact,
        keys: times.length,
      })),
    })),
  };
}

function describeData({ format, content }: Data): object {
  return { format, contentBytes: content.length };
}
