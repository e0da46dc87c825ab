/** A windsock on its pole: a tapering sleeve of red and white bands on a chain of joints, and a clip of it in the breeze. */
import { GlbWriter } from "./glb.ts";
import { box, drum, type Face } from "./shape.ts";

const JOINTS = 5;
const LENGTH = 1.5;
const STEP = LENGTH / JOINTS;
/** Rings a joint, so that bands have sharp ends: the last ring of one and the first of the next lie together. */
const RINGS = 4;
const SEGMENTS = 16;
const POLE_HEIGHT = 3;

const RED = [0.75, 0.06, 0.03, 1];
const WHITE = [0.9, 0.88, 0.84, 1];

/** Seconds of the clip, after which it begins again. */
const PERIOD = 4;
const KEYS = 33;

/** The GLB with the nodes `Pole` and `Sock` and the clip `Breeze`. */
export function windsock(): Uint8Array {
  const writer = new GlbWriter();
  const pole = rigid(writer, [
    ...drum([0, POLE_HEIGHT / 2, 0], 0.045, POLE_HEIGHT, 12),
    ...drum([0, 0.05, 0], 0.2, 0.1, 16),
    ...box([0.09, POLE_HEIGHT - 0.24, 0], [0.18, 0.025, 0.025]),
  ]);
  const sleeve = sock(writer);
  const chain = Array.from({ length: JOINTS }, (_, joint) => joint);
  const first = 2;
  return writer.finish({
    scene: 0,
    scenes: [{ nodes: [0, 1, first] }],
    nodes: [
      { name: "Pole", mesh: 0 },
      { name: "Sock", mesh: 1, skin: 0 },
      ...chain.map((joint) => ({
        name: `joint${joint}`,
        translation: joint === 0 ? [0.18, POLE_HEIGHT - 0.24, 0] : [STEP, 0, 0],
        ...(joint + 1 < JOINTS && { children: [first + joint + 1] }),
      })),
    ],
    meshes: [
      { name: "Pole", primitives: [pole] },
      { name: "Sock", primitives: [sleeve] },
    ],
    skins: [
      {
        joints: chain.map((joint) => first + joint),
        skeleton: first,
        inverseBindMatrices: writer.add("MAT4", "f32", chain.flatMap(inverseBind)),
      },
    ],
    animations: [breeze(writer, first)],
  });
}

/** Vertices of faces, each corner its own. */
function rigid(writer: GlbWriter, faces: readonly Face[]): object {
  const corners = faces.flat();
  let start = 0;
  const indices = faces.flatMap((face) => {
    const from = start;
    start += face.length;
    return face.slice(2).flatMap((_, at) => [from, from + at + 1, from + at + 2]);
  });
  return {
    attributes: {
      POSITION: writer.add(
        "VEC3",
        "f32",
        corners.flatMap(({ position }) => position),
      ),
      NORMAL: writer.add(
        "VEC3",
        "f32",
        corners.flatMap(({ normal }) => normal),
      ),
      TEXCOORD_0: writer.add(
        "VEC2",
        "f32",
        corners.flatMap(({ uv: [u, v] }) => [u, 1 - v]),
      ),
      COLOR_0: writer.add(
        "VEC4",
        "f32",
        corners.flatMap(() => [0.62, 0.63, 0.65, 1]),
      ),
    },
    indices: writer.add("SCALAR", "u16", indices),
  };
}

interface Ring {
  readonly along: number;
  readonly joint: number;
}

/** The sleeve outside and inside, open at both ends. */
function sock(writer: GlbWriter): object {
  const rings = Array.from({ length: JOINTS }, (_, joint) =>
    Array.from(
      { length: RINGS },
      (_, ring): Ring => ({
        along: (joint + ring / (RINGS - 1)) * STEP,
        joint,
      }),
    ),
  ).flat();
  const sides = [1, -1].map((side) => rings.flatMap((ring) => ringOf(ring, side)));
  const vertices = sides.flat();
  const quads = sides.flatMap((_, side) =>
    rings.slice(1).flatMap((_, row) => {
      // Rings that lie together have nothing between them.
      if ((row + 1) % RINGS === 0) return [];
      return Array.from({ length: SEGMENTS }, (_, segment) => {
        const at = side * rings.length * (SEGMENTS + 1) + row * (SEGMENTS + 1) + segment;
        const [a, b, c, d] = [at, at + 1, at + SEGMENTS + 1, at + SEGMENTS + 2];
        return side === 0 ? [a, b, c, b, d, c] : [a, c, b, b, c, d];
      }).flat();
    }),
  );
  return {
    attributes: {
      POSITION: writer.add(
        "VEC3",
        "f32",
        vertices.flatMap(({ position }) => position),
      ),
      NORMAL: writer.add(
        "VEC3",
        "f32",
        vertices.flatMap(({ normal }) => normal),
      ),
      TEXCOORD_0: writer.add(
        "VEC2",
        "f32",
        vertices.flatMap(({ uv }) => uv),
      ),
      COLOR_0: writer.add(
        "VEC4",
        "f32",
        vertices.flatMap(({ color }) => color),
      ),
      JOINTS_0: writer.add(
        "VEC4",
        "u8",
        vertices.flatMap(({ joints }) => joints),
      ),
      WEIGHTS_0: writer.add(
        "VEC4",
        "f32",
        vertices.flatMap(({ weights }) => weights),
      ),
    },
    indices: writer.add("SCALAR", "u16", quads),
  };
}

function ringOf({ along, joint }: Ring, side: number) {
  const radius = 0.2 - (0.09 * along) / LENGTH;
  // A ring follows its joint, and near its ends the neighbour too.
  const place = along / STEP - 0.5;
  const before = Math.max(0, Math.min(JOINTS - 1, Math.floor(place)));
  const after = Math.min(JOINTS - 1, before + 1);
  const share = Math.max(0, Math.min(1, place - before));
  return Array.from({ length: SEGMENTS + 1 }, (_, segment) => {
    const angle = (2 * Math.PI * segment) / SEGMENTS;
    const [up, out] = [Math.cos(angle), Math.sin(angle)];
    return {
      position: [0.18 + along, POLE_HEIGHT - 0.24 + up * radius, out * radius],
      normal: [0, up * side, out * side],
      uv: [along / LENGTH, segment / SEGMENTS],
      color: joint % 2 === 0 ? RED : WHITE,
      joints: after === before ? [before, 0, 0, 0] : [before, after, 0, 0],
      weights: after === before ? [1, 0, 0, 0] : [1 - share, share, 0, 0],
    };
  });
}

function inverseBind(joint: number): number[] {
  const x = 0.18 + joint * STEP;
  return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, 0.24 - POLE_HEIGHT, 0, 1];
}

/** A wave that runs along the joints and droops them, growing towards the end. */
function breeze(writer: GlbWriter, first: number): object {
  const times = Array.from({ length: KEYS }, (_, key) => (key * PERIOD) / (KEYS - 1));
  const input = writer.add("SCALAR", "f32", times);
  const outputs = Array.from({ length: JOINTS }, (_, joint) =>
    writer.add(
      "VEC4",
      "f32",
      times.flatMap((time) => turn(joint, (time / PERIOD) * 2 * Math.PI)),
    ),
  );
  return {
    name: "Breeze",
    samplers: outputs.map((output) => ({ input, output, interpolation: "LINEAR" })),
    channels: outputs.map((_, joint) => ({
      sampler: joint,
      target: { node: first + joint, path: "rotation" },
    })),
  };
}

/** The rotation of a joint: first it swings around y, then it droops around z. */
function turn(joint: number, phase: number): number[] {
  const growth = 0.5 + joint / JOINTS;
  const droop = (-0.1 + 0.05 * Math.sin(2 * phase - joint * 0.9)) * growth;
  const swing = 0.16 * Math.sin(phase - joint * 0.7) * growth;
  const [sz, cz, sy, cy] = [
    Math.sin(droop / 2),
    Math.cos(droop / 2),
    Math.sin(swing / 2),
    Math.cos(swing / 2),
  ];
  return [sz * sy, cz * sy, sz * cy, cz * cy];
}
