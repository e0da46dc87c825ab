import type { Diagnostic } from "../document/diagnostic.ts";
import { compileTexture, texturePlatforms } from "../texture/compile_texture.ts";
import { textureQualities } from "../texture/encode_level.ts";
import type { ActionContext } from "./action_context.ts";

/** `texture`: a picture to its blob. */
export async function textureAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const { format, semantic, mipmaps } = action.definition("texture");
  const settings = {
    platform: action.choice("platform", texturePlatforms),
    quality: action.choice("quality", textureQualities),
  };
  const source = action.need("source");
  return action.finish(
    await compileTexture(action.read(source), source, { format, semantic, mipmaps, ...settings }),
  );
}
