/** Which words of the package format's tables compiled blobs do not use. */
import { decodeAnimation } from "#asset_tools/fpkg/animation_blob.ts";
import { decodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { decodeData } from "#asset_tools/fpkg/data_blob.ts";
import { decodeMesh } from "#asset_tools/fpkg/decode_mesh.ts";
import { AnimationInterpolation, AnimationPath } from "#asset_tools/fpkg/format/animation.ts";
import { AudioFormat } from "#asset_tools/fpkg/format/audio.ts";
import { DataFormat } from "#asset_tools/fpkg/format/data.ts";
import { VertexFormat, VertexSemantic } from "#asset_tools/fpkg/format/mesh.ts";
import { TextureFormat, TextureShape } from "#asset_tools/fpkg/format/texture.ts";
import type { VertexStream } from "#asset_tools/fpkg/mesh_data.ts";
import { decodeTexture } from "#asset_tools/fpkg/texture_blob.ts";
import { loadDraco } from "#asset_tools/mesh/draco.ts";

const tables = {
  AnimationInterpolation,
  AnimationPath,
  AudioFormat,
  DataFormat,
  TextureFormat,
  TextureShape,
  VertexFormat,
  VertexSemantic,
};

type Table = keyof typeof tables;

/** `Table.word` of all words that no blob uses; files of other kinds are passed by. */
export async function unusedWords(outputs: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const { decode } = await loadDraco();
  const found = new Set<string>();
  const add = (table: Table, word: string): void => void found.add(`${table}.${word}`);
  const addStream = ({ attributes }: VertexStream): void => {
    for (const { semantic, format } of attributes) {
      add("VertexSemantic", semantic);
      add("VertexFormat", format);
    }
  };
  const visitors: Readonly<Record<string, (blob: Uint8Array) => void>> = {
    texture: (blob) => {
      const { format, shape } = decodeTexture(blob);
      add("TextureFormat", format);
      add("TextureShape", shape);
    },
    mesh: (blob) => {
      const { vertices, morphs } = decodeMesh(blob, decode);
      for (const stream of [vertices, ...morphs.map((morph) => morph.vertices)]) addStream(stream);
    },
    animation: (blob) => {
      for (const { path, interpolation } of decodeAnimation(blob).clips.flatMap(
        ({ channels }) => channels,
      )) {
        add("AnimationPath", path);
        add("AnimationInterpolation", interpolation);
      }
    },
    audio: (blob) => add("AudioFormat", decodeAudio(blob).format),
    data: (blob) => add("DataFormat", decodeData(blob).format),
  };
  for (const [path, blob] of outputs) visitors[path.split(".").at(-1) ?? ""]?.(blob);
  return Object.entries(tables)
    .flatMap(([table, words]) => Object.keys(words).map((word) => `${table}.${word}`))
    .filter((word) => !found.has(word));
}
