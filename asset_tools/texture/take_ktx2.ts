/** A KTX2 file as a texture: its levels are taken as they are, so nothing can be asked of them. */
import { type Diagnostic, diagnostic, type Outcome, wholeFile } from "../document/diagnostic.ts";
import { encodeTexture, type Texture } from "../fpkg/texture_blob.ts";
import { familyOf } from "../fpkg/texture_formats.ts";
import { Ktx2Error, readKtx2 } from "../ktx2/read_ktx2.ts";
import type { TextureOptions, TextureSource } from "./texture_options.ts";

/** The blob of a KTX2 file; without `mipmaps`, of its largest level. */
export function takeKtx2(source: TextureSource, options: TextureOptions): Outcome<Uint8Array> {
  const texture = readTexture(source);
  if ("problem" in texture) return { diagnostics: [texture.problem] };
  const wish = refusedWish(texture, options);
  if (wish !== undefined) {
    const problem = `it is taken as it is, so \`${wish}\` cannot be asked for`;
    const hint = "Leave it out, or give the picture that the file was made of";
    return { diagnostics: [unusable(source.file, problem, hint)] };
  }
  const levels = options.mipmaps ? texture.levels : texture.levels.slice(0, 1);
  return { value: encodeTexture({ ...texture, levels }), diagnostics: [] };
}

function readTexture({ bytes, file }: TextureSource): Texture | { readonly problem: Diagnostic } {
  try {
    return readKtx2(bytes);
  } catch (error) {
    if (!(error instanceof Ktx2Error)) throw error;
    return { problem: unusable(file, `it ${error.message}`, UNREADABLE) };
  }
}

/** The element of the definition that would need the picture before it was compressed. */
function refusedWish({ format }: Texture, options: TextureOptions): string | undefined {
  if (options.format !== "auto" && options.format !== familyOf(format)) return "format";
  return (["alphaCutoff", "minPsnr", "minSsim"] as const).find(
    (name) => options[name] !== undefined,
  );
}

const UNREADABLE =
  "Write it again, flat, as a cube or as an array, in a format of package.xml and without supercompression";

function unusable(file: string, problem: string, hint: string): Diagnostic {
  return diagnostic("AS1011", wholeFile(file), { problem }, hint);
}
