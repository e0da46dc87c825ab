import type { Diagnostic } from "../document/diagnostic.ts";
import { texturePlatforms } from "../texture/choose_format.ts";
import { compileTexture } from "../texture/compile_texture.ts";
import { textureQualities } from "../texture/encode_level.ts";
import type { ActionContext } from "./action_context.ts";

/** `texture`: pictures to their blob; the files come in the order of `textureSources`. */
export async function textureAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const definition = action.definition("texture");
  const platform = action.choice("platform", texturePlatforms);
  const quality = action.choice("quality", textureQualities);
  const sources = action.flags.source.map((file) => ({ file, bytes: action.read(file) }));
  return action.finish(await compileTexture(sources, { ...definition, platform, quality }));
}
