import { decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import type { TextureFormatName } from "#asset_tools/fpkg/format.ts";
import { decodeTexture, type Level } from "#asset_tools/fpkg/texture_blob.ts";
import { familyOf, isSrgbFormat } from "#asset_tools/fpkg/texture_formats.ts";

/** How a level goes to the GPU: compressed as it is, or as bytes of four channels. */
type Upload =
  | { readonly kind: "compressed"; readonly format: number }
  | { readonly kind: "rgba8"; readonly format: number };

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
    ];
    this.#compressed = new Map(
      formats.flatMap(([name, format]) => (format === undefined ? [] : [[name, format] as const])),
    );
  }

  upload(format: TextureFormatName): Upload {
    const compressed = this.#compressed.get(format);
    if (compressed !== undefined) return { kind: "compressed", format: compressed };
    const gl = this.#gl;
    return { kind: "rgba8", format: isSrgbFormat(format) ? gl.SRGB8_ALPHA8 : gl.RGBA8 };
  }
}

/** Uploads a texture blob, sampled trilinear and repeating. */
export function createTexture(
  gl: WebGL2RenderingContext,
  support: TextureSupport,
  bytes: Uint8Array,
): WebGLTexture {
  const { format, levels } = decodeTexture(bytes);
  const upload = support.upload(format);
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  levels.forEach((level, index) => {
    if (upload.kind === "compressed") {
      const { width, height, data } = level;
      gl.compressedTexImage2D(gl.TEXTURE_2D, index, upload.format, width, height, 0, data);
    } else {
      uploadRgba(gl, index, upload.format, level, texels(format, level));
    }
  });
  const minify = levels.length > 1 ? gl.LINEAR_MIPMAP_LINEAR : gl.LINEAR;
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, minify);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.REPEAT);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.REPEAT);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAX_LEVEL, levels.length - 1);
  return texture;
}

function texels(format: TextureFormatName, level: Level): Uint8Array {
  const family = familyOf(format);
  return family === "rgba8"
    ? level.data
    : decodeLevel(family, level.data, level.width, level.height);
}

function uploadRgba(
  gl: WebGL2RenderingContext,
  index: number,
  format: number,
  level: Level,
  data: Uint8Array,
): void {
  const { width, height } = level;
  gl.texImage2D(gl.TEXTURE_2D, index, format, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, data);
}
