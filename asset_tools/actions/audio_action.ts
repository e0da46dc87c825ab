import { compileAudio } from "../audio/compile_audio.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { ActionContext } from "./action_context.ts";

/** `audio`: a sound to its blob. */
export async function audioAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const { format, mono, sampleRate, loop } = action.definition("audio");
  const source = action.source();
  return action.finish(
    await compileAudio(action.read(source), source, { format, mono, sampleRate, loop }),
  );
}
