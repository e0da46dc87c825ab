import { decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import type { TextureFormatName } from "#asset_tools/fpkg/format/texture.ts";
import {
  decodeTexture,
  type Level,
  layerOf,
  type Texture,
} from "#asset_tools/fpkg/texture_blob.ts";
import { familyOf, isSrgbFormat } from "#asset_tools/fpkg/texture_formats.ts";

/** How a level goes to the GPU: compressed as it is, or as four channels of a type. */
type Upload =
  | { readonly kind: "compressed"; readonly format: number }
  | { readonly kind: "plain"; readonly format: number; readonly type: number };

/** Which block formats this GPU takes; the others are decoded before the upload. */
export class TextureSupport {
  readonly #compressed: ReadonlyMap<TextureFormatName, number>;
  readonly #gl: WebGL2RenderingContext;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    const s3tc = gl.getExtension("WEBGL_compressed_texture_s3tc");
    const s3tcSrgb = gl.getExtension("WEBGL_compressed_texture_s3tc_srgb");
    const rgtc = gl.getExtension("EXT_texture_compression_rgtc");
    const bptc = gl.getExtension("EXT_texture_compression_bptc");
    const etc = gl.getExtension("WEBGL_compressed_texture_etc");
    const astc = gl.getExtension("WEBGL_compressed_texture_astc");
    const formats: [TextureFormatName, number | undefined][] = [
      ["bc1", s3tc?.COMPRESSED_RGBA_S3TC_DXT1_EXT],
      ["bc1Srgb", s3tcSrgb?.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT],
      ["bc3", s3tc?.COMPRESSED_RGBA_S3TC_DXT5_EXT],
      ["bc3Srgb", s3tcSrgb?.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT],
      ["bc4", rgtc?.COMPRESSED_RED_RGTC1_EXT],
      ["bc5", rgtc?.COMPRESSED_RED_GREEN_RGTC2_EXT],
      ["bc7", bptc?.COMPRESSED_RGBA_BPTC_UNORM_EXT],
      ["bc7Srgb", bptc?.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT],
      ["etc2", etc?.COMPRESSED_RGB8_ETC2],
      ["etc2Srgb", etc?.COMPRESSED_SRGB8_ETC2],
      ["etc2Alpha", etc?.COMPRESSED_RGBA8_ETC2_EAC],
      ["etc2AlphaSrgb", etc?.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC],
      ["eacR", etc?.COMPRESSED_R11_EAC],
      ["eacRg", etc?.COMPRESSED_RG11_EAC],
      ["astc4x4", astc?.COMPRESSED_RGBA_ASTC_4x4_KHR],
      ["astc4x4Srgb", astc?.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR],
      ["astc5x4", astc?.COMPRESSED_RGBA_ASTC_5x4_KHR],
      ["astc5x4Srgb", astc?.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR],
      ["astc5x5", astc?.COMPRESSED_RGBA_ASTC_5x5_KHR],
      ["astc5x5Srgb", astc?.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR],
      ["astc6x5", astc?.COMPRESSED_RGBA_ASTC_6x5_KHR],
      ["astc6x5Srgb", astc?.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR],
      ["astc6x6", astc?.COMPRESSED_RGBA_ASTC_6x6_KHR],
      ["astc6x6Srgb", astc?.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR],
      ["astc8x5", astc?.COMPRESSED_RGBA_ASTC_8x5_KHR],
      ["astc8x5Srgb", astc?.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR],
      ["astc8x6", astc?.COMPRESSED_RGBA_ASTC_8x6_KHR],
      ["astc8x6Srgb", astc?.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR],
      ["astc8x8", astc?.COMPRESSED_RGBA_ASTC_8x8_KHR],
      ["astc8x8Srgb", astc?.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR],
    ];
    this.#compressed = new Map(
      formats.flatMap(([name, format]) => (format === undefined ? [] : [[name, format] as const])),
    );
  }

  upload(format: TextureFormatName): Upload {
    const compressed = this.#compressed.get(format);
    if (compressed !== undefined) return { kind: "compressed", format: compressed };
    const gl = this.#gl;
    if (format === "rgba16f") return { kind: "plain", format: gl.RGBA16F, type: gl.HALF_FLOAT };
    const plain = isSrgbFormat(format) ? gl.SRGB8_ALPHA8 : gl.RGBA8;
    return { kind: "plain", format: plain, type: gl.UNSIGNED_BYTE };
  }
}

/** A texture on the GPU and what it is bound to. */
export interface GpuTexture {
  readonly texture: WebGLTexture;
  /** `TEXTURE_2D`, `TEXTURE_CUBE_MAP` or `TEXTURE_2D_ARRAY`. */
  readonly target: number;
}

/** Uploads a texture blob, sampled trilinear; repeating, but for a cube. */
export function createTexture(
  gl: WebGL2RenderingContext,
  support: TextureSupport,
  bytes: Uint8Array,
): GpuTexture {
  const source = decodeTexture(bytes);
  const { levels, shape } = source;
  const upload = support.upload(source.format);
  const targets = {
    flat: gl.TEXTURE_2D,
    cube: gl.TEXTURE_CUBE_MAP,
    array: gl.TEXTURE_2D_ARRAY,
  } as const;
  const target = targets[shape];
  const texture = gl.createTexture();
  gl.bindTexture(target, texture);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  levels.forEach((level, index) => {
    if (shape === "array") uploadArray(gl, index, upload, source, level);
    else uploadPictures(gl, index, upload, source, level);
  });
  const minify = levels.length > 1 ? gl.LINEAR_MIPMAP_LINEAR : gl.LINEAR;
  const wrap = shape === "cube" ? gl.CLAMP_TO_EDGE : gl.REPEAT;
  gl.texParameteri(target, gl.TEXTURE_MIN_FILTER, minify);
  gl.texParameteri(target, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(target, gl.TEXTURE_WRAP_S, wrap);
  gl.texParameteri(target, gl.TEXTURE_WRAP_T, wrap);
  gl.texParameteri(target, gl.TEXTURE_MAX_LEVEL, levels.length - 1);
  return { texture, target };
}

/** One picture, or the six of a cube. */
function uploadPictures(
  gl: WebGL2RenderingContext,
  index: number,
  upload: Upload,
  source: Texture,
  level: Level,
): void {
  const { width, height } = level;
  for (let layer = 0; layer < source.layerCount; layer++) {
    const target = source.shape === "cube" ? gl.TEXTURE_CUBE_MAP_POSITIVE_X + layer : gl.TEXTURE_2D;
    const data = layerOf(source, level, layer);
    if (upload.kind === "compressed") {
      gl.compressedTexImage2D(target, index, upload.format, width, height, 0, data);
    } else {
      const { format, type } = upload;
      const texels = plainTexels(source.format, data, width, height);
      gl.texImage2D(target, index, format, width, height, 0, gl.RGBA, type, texels);
    }
  }
}

function uploadArray(
  gl: WebGL2RenderingContext,
  index: number,
  upload: Upload,
  source: Texture,
  level: Level,
): void {
  const { width, height, data } = level;
  const { layerCount: depth } = source;
  const target = gl.TEXTURE_2D_ARRAY;
  if (upload.kind === "compressed") {
    gl.compressedTexImage3D(target, index, upload.format, width, height, depth, 0, data);
    return;
  }
  const { format, type } = upload;
  gl.texImage3D(target, index, format, width, height, depth, 0, gl.RGBA, type, null);
  for (let layer = 0; layer < depth; layer++) {
    const texels = plainTexels(source.format, layerOf(source, level, layer), width, height);
    gl.texSubImage3D(target, index, 0, 0, layer, width, height, 1, gl.RGBA, type, texels);
  }
}

/** A picture as `texImage2D` takes it, decoded where it is compressed. */
function plainTexels(
  format: TextureFormatName,
  data: Uint8Array,
  width: number,
  height: number,
): Uint8Array | Uint16Array {
  const family = familyOf(format);
  if (family === "rgba8") return data;
  if (family !== "rgba16f") return decodeLevel(family, data, width, height);
  const halves = new Uint16Array(data.length / 2);
  new Uint8Array(halves.buffer).set(data);
  return halves;
}
