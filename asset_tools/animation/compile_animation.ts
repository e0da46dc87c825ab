/** AnimationCompile: the skeleton and the clips of a model to an animation blob. */
import { type Diagnostic, diagnostic, type Outcome, wholeFile } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import { encodeAnimation } from "../fpkg/animation_blob.ts";
import type { ExternalFiles } from "../gltf/buffers.ts";
import { importModel } from "../mesh/import_model.ts";
import type { AnimationClip } from "../model/animation.ts";
import type { Model } from "../model/model.ts";
import { compressClip } from "./compress_clip.ts";
import { collectSkeleton } from "./skeleton.ts";

export interface AnimationOptions {
  /** Names of the clips that are wanted; none means all. */
  readonly clips: readonly string[];
  /** How far a point may be from where the source has it, metres. */
  readonly error: number;
}

const NOTHING_MOVES = "Give a model with bones, or with nodes that clips move";

/** Compiles the clips of one model; `file` is its path in diagnostics, `external` gives files that it names. */
export async function compileAnimation(
  source: Uint8Array,
  file: string,
  options: AnimationOptions,
  external: ExternalFiles = () => undefined,
): Promise<Outcome<Uint8Array>> {
  const { value: model, diagnostics } = await importModel(source, file, external);
  if (model === undefined) return { diagnostics };
  const missing = missingClips(model, options.clips, file);
  if (missing.length > 0) return { diagnostics: [...diagnostics, ...missing] };
  const skeleton = collectSkeleton(model);
  if (skeleton.joints.length === 0) {
    return {
      diagnostics: [...diagnostics, diagnostic("AS6011", wholeFile(file), {}, NOTHING_MOVES)],
    };
  }
  const clips = chosenClips(model, options.clips).map((clip) =>
    compressClip(clip, skeleton, (node) => targetReach(model, node), options.error),
  );
  const inexact = clips.flatMap(({ name, error }) =>
    error > options.error
      ? [diagnostic("AS6012", wholeFile(file), { name, found: error, limit: options.error })]
      : [],
  );
  const value = encodeAnimation({ joints: skeleton.joints, clips });
  return { value, diagnostics: [...diagnostics, ...inexact] };
}

function chosenClips({ animations }: Model, names: readonly string[]): readonly AnimationClip[] {
  if (names.length === 0) return animations;
  return names.flatMap((name) => animations.find((clip) => clip.name === name) ?? []);
}

function missingClips({ animations }: Model, names: readonly string[], file: string): Diagnostic[] {
  const known = animations.map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const shown = known.slice(0, 10).map((other) => `\`${other}\``);
      const hint = didYouMean(name, known) ?? `It has ${shown.join(", ") || "none"}`;
      return diagnostic("AS6010", wholeFile(file), { kind: "clip", name }, hint);
    });
}

/** How far each morph target of a node's mesh moves a vertex at most. */
function targetReach({ nodes, meshes }: Model, node: number): number[] {
  const mesh = meshes[nodes[node]?.mesh ?? -1];
  return (mesh?.targets ?? []).map((_, target) => {
    let squares = 0;
    for (const { targets } of mesh?.primitives ?? []) {
      const moves = targets[target]?.positions ?? [];
      for (let at = 0; at < moves.length; at += 3) {
        const [x, y, z] = [moves[at] as number, moves[at + 1] as number, moves[at + 2] as number];
        squares = Math.max(squares, x * x + y * y + z * z);
      }
    }
    return Math.sqrt(squares);
  });
}
