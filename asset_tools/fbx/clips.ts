/** Animation clips: every take, sampled into channels of the model's nodes. */

import type { Vector3 } from "../math/vector.ts";
import type { AnimationChannel, AnimationClip } from "../model/animation.ts";
import { type ShapeChannel, shapeWeights } from "./blend_shapes.ts";
import { Budget } from "./budget.ts";
import { checkFinite } from "./check_finite.ts";
import type { FbxNode } from "./fbx_node.ts";
import { fail } from "./fbx_problem.ts";
import type { HierarchyNode } from "./hierarchy.ts";
import { hasPivots, type Movable } from "./node_transform.ts";
import { type Local, poseOf } from "./pose.ts";
import { type Movement, Sampler } from "./sampler.ts";
import type { Space } from "./space.ts";
import type { Take } from "./take.ts";
import { type Track, tracksOf } from "./track.ts";

export interface Stage {
  readonly nodes: readonly HierarchyNode[];
  /** Shapes of the mesh of each node. */
  readonly shapes: readonly (readonly ShapeChannel[])[];
  readonly space: Space;
  readonly framesPerSecond: number;
  /** For messages. */
  readonly root: FbxNode;
}

/** Samples all takes; those that move none of the nodes are left out. */
export function sampleTakes(takes: readonly Take[], stage: Stage): AnimationClip[] {
  const budget = new Budget();
  return takes.flatMap((take) => {
    const channels = new ClipSampler(take, stage, budget).channels();
    if (budget.isSpent) {
      fail("AS2604", stage.root.at, {
        object: `Take \`${take.name}\``,
        problem: "it asks for too many keys",
      });
    }
    return channels.length === 0 ? [] : [{ name: take.name, channels }];
  });
}

const MOVED = ["Lcl Translation", "Lcl Rotation", "Lcl Scaling"] as const;

class ClipSampler {
  readonly #stage: Stage;
  readonly #sampler: Sampler;
  readonly #trackOf: ReturnType<typeof tracksOf>;
  readonly #name: string;
  readonly #start: number;
  readonly #stop: number;

  constructor(take: Take, stage: Stage, budget: Budget) {
    this.#stage = stage;
    this.#sampler = new Sampler(stage.framesPerSecond, budget);
    this.#name = take.name;
    [this.#start, this.#stop] = rangeOf(take);
    this.#trackOf = tracksOf(take, this.#start, this.#stop, budget);
  }

  channels(): AnimationChannel[] {
    return this.#stage.nodes.flatMap((_, node) => [
      ...this.#nodeMovements(node).flatMap((movement) => this.#channel(node, movement)),
      ...this.#weights(node).flatMap((movement) => this.#channel(node, movement)),
    ]);
  }

  #channel(node: number, movement: Movement): AnimationChannel[] {
    if (movement.tracks.length === 0) return [];
    const samples = this.#sampler.sample(movement, this.#start, this.#stop);
    checkFinite(samples.values, this.#stage.root, `Take \`${this.#name}\``);
    return [{ node, path: movement.path, ...samples }];
  }

  #nodeMovements(node: number): Movement[] {
    const { nodes, space } = this.#stage;
    const { transform } = nodes[node]!;
    const chain = this.#chainOf(node);
    const localAt = (time: number, side: "before" | "after"): Local =>
      poseOf(chain, (at) => this.#movedAt(chain[at]!, time, side)).at(-1)!;
    const [move, turn, scale] = MOVED.map((property) => this.#tracks(nodes[node]!, property));
    const above = chain
      .slice(0, -1)
      .flatMap((link) => MOVED.flatMap((name) => this.#tracks(link, name)));
    const turned = [...turn!, ...scale!];
    const shifting = hasPivots(transform) ? turned : [];
    const isAlone = above.length === 0;
    return [
      {
        path: "translation",
        tracks: [...move!, ...shifting],
        poses: chain.length,
        isLinear: shifting.length === 0,
        valueAt: (time, side) => space.point(localAt(time, side).translation),
      },
      {
        path: "rotation",
        tracks: isAlone ? turn! : [...turned, ...above],
        poses: chain.length,
        isLinear: false,
        valueAt: (time, side) => space.rotation(localAt(time, side).rotation),
      },
      {
        path: "scale",
        tracks: isAlone ? scale! : [...turned, ...above],
        poses: chain.length,
        isLinear: isAlone,
        valueAt: (time, side) => space.factors(localAt(time, side).scale),
      },
    ];
  }

  #weights(node: number): Movement[] {
    const channels = this.#stage.shapes[node] ?? [];
    const tracks = channels.map(({ object }) => this.#trackOf(object.id, "DeformPercent"));
    return [
      {
        path: "weights",
        tracks: tracks.filter((track) => track !== undefined),
        poses: channels.length,
        isLinear: channels.every(({ shapes }) => shapes.length === 1),
        valueAt: (time, side) =>
          channels.flatMap((channel, at) => {
            const rest = channel.object.properties.number("DeformPercent", 0);
            const track = tracks[at];
            const percent = track ? track.at(time, side, [rest, 0, 0])[0] : rest;
            return shapeWeights(channel, percent);
          }),
      },
    ];
  }

  /** The node alone, or with all above it if their scale changes what it inherits. */
  #chainOf(node: number): HierarchyNode[] {
    const { nodes } = this.#stage;
    const last = { ...nodes[node]!, parent: -1 };
    if (last.transform.inheritance === "RSrs") return [last];
    const chain: HierarchyNode[] = [];
    for (let at = node; at >= 0; at = nodes[at]!.parent) chain.push(nodes[at]!);
    const isScaled = chain
      .slice(1)
      .some((link) => this.#tracks(link, "Lcl Scaling").length > 0 || hasScale(link));
    return isScaled ? chain.reverse().map((link, at) => ({ ...link, parent: at - 1 })) : [last];
  }

  #tracks({ object }: HierarchyNode, property: string): Track[] {
    const track = this.#trackOf(object.id, property);
    return track ? [track] : [];
  }

  #movedAt({ object, transform }: HierarchyNode, time: number, side: "before" | "after"): Movable {
    const { rest } = transform;
    const value = (property: string, otherwise: Vector3): Vector3 =>
      this.#trackOf(object.id, property)?.at(time, side, otherwise) ?? otherwise;
    return {
      translation: value("Lcl Translation", rest.translation),
      rotation: value("Lcl Rotation", rest.rotation),
      scaling: value("Lcl Scaling", rest.scaling),
    };
  }
}

function hasScale({ transform }: HierarchyNode): boolean {
  return transform.rest.scaling.some((factor) => factor !== 1);
}

/** As the file says, or else from the first key to the last. */
function rangeOf({ start, stop, layers }: Take): readonly [number, number] {
  if (stop > start) return [start, stop];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { axes } of layers.flatMap(({ curves }) => curves)) {
    for (const curve of axes) {
      if (curve === undefined) continue;
      first = Math.min(first, curve.keys[0]!.time);
      last = Math.max(last, curve.keys.at(-1)!.time);
    }
  }
  return [first, last];
}
