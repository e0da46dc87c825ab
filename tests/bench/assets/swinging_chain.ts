/** A clip as a motion capture gives it: a chain of joints, each with a key for every thirtieth of a second. */
import { GltfMaker, toGlb } from "../../assets/make_gltf.ts";

const RATE = 30;

/** A GLB whose joints all turn, by swings of several speeds, so that few lines go through their keys. */
export function swingingChain(joints: number, seconds: number): Uint8Array {
  const maker = new GltfMaker();
  const times = Float32Array.from({ length: seconds * RATE + 1 }, (_, at) => at / RATE);
  const input = maker.accessor("SCALAR", times);
  const outputs = Array.from({ length: joints }, (_, joint) => {
    const turns = [...times].flatMap((time) => {
      const angle = 0.3 * Math.sin(time * (1 + (joint % 5))) + 0.05 * Math.cos(time * 7 + joint);
      return [0, 0, Math.sin(angle / 2), Math.cos(angle / 2)];
    });
    return maker.accessor("VEC4", Float32Array.from(turns));
  });
  return toGlb(
    maker.make({
      nodes: outputs.map((_, joint) => ({
        name: `joint${joint}`,
        ...(joint > 0 && { translation: [0, 0.05, 0] }),
        ...(joint < joints - 1 && { children: [joint + 1] }),
      })),
      animations: [
        {
          name: "Swing",
          samplers: outputs.map((output) => ({ input, output, interpolation: "LINEAR" })),
          channels: outputs.map((_, node) => ({
            sampler: node,
            target: { node, path: "rotation" },
          })),
        },
      ],
    }),
  );
}
