/** Takes: every kind of key at several times against the curve's own formula, in all versions. */
import test from "ava";
import type { AnimationChannel } from "#asset_tools/model/animation.ts";
import type { Model } from "#asset_tools/model/model.ts";
import { matrixOf } from "#asset_tools/model/transform.ts";
import {
  curveRecords,
  type KeyData,
  legacyTake,
  type SceneObject,
  takeOf,
  ticks,
} from "./fbx_scene.ts";
import { double, long, type TreeValue, word } from "./fbx_tree.ts";
import { type Encoding, encodings, METRES, modelOf, modern } from "./sample_files.ts";

const CONSTANT = 0x2;
const LINEAR = 0x4;
const CUBIC = 0x8;
const NEXT = 0x100;
const AUTO = 0x100;
const TCB = 0x200;
const USER = 0x400;
const INDEPENDENT = 0x2000;
const PROGRESSIVE = 0x4000;
const WEIGHTED = 0x3000000;

const mover: SceneObject = {
  kind: "Model",
  name: "Mover",
  subtype: "Null",
  properties: { "Lcl Translation": [7, 8, 9] },
};

function movedBy(
  property: string,
  axes: Readonly<Record<string, readonly KeyData[]>>,
  stop: number,
  target = mover,
  encoding: Encoding = modern,
): Model {
  const take = takeOf("Walk", stop, [{ target, property, axes }]);
  return modelOf(
    {
      settings: METRES,
      objects: [target, ...take.objects],
      links: [{ child: target }, ...take.links],
    },
    encoding,
  );
}

function channelOf(model: Model, path: string, node = 0): AnimationChannel {
  return model.animations[0]!.channels.find(
    (channel) => channel.path === path && channel.node === node,
  )!;
}

/** A channel at a time, as a player of the model computes it; `before` a jump when asked for. */
function at({ times, values, interpolation }: AnimationChannel, time: number): number[] {
  const width = values.length / times.length;
  const row = (key: number): number[] => [...values.subarray(key * width, key * width + width)];
  let key = 0;
  while (key + 1 < times.length && times[key + 1]! <= time) key++;
  if (interpolation === "step" || key + 1 === times.length || time <= times[0]!) return row(key);
  const share = (time - times[key]!) / (times[key + 1]! - times[key]!);
  return row(key).map((value, axis) => value + (row(key + 1)[axis]! - value) * share);
}

function near(actual: number | undefined, expected: number, within = 1e-3): boolean {
  return actual !== undefined && Math.abs(actual - expected) < within;
}

/** Cubic Hermite, which a Bezier curve with tangents of a third is. */
function hermite(
  a: number,
  b: number,
  slopeA: number,
  slopeB: number,
  span: number,
  share: number,
): number {
  const s = share;
  return (
    (1 + 2 * s) * (1 - s) ** 2 * a +
    s * (1 - s) ** 2 * span * slopeA +
    s * s * (3 - 2 * s) * b +
    s * s * (s - 1) * span * slopeB
  );
}

for (const encoding of encodings.filter(({ version }) => version >= 7000)) {
  test(`${encoding.name}: linear keys stay keys, other axes keep their rest`, (t) => {
    const keys = [
      { time: 0, value: 1, flags: LINEAR },
      { time: 2, value: 5, flags: LINEAR },
    ];
    const channel = channelOf(
      movedBy("Lcl Translation", { X: keys }, 2, mover, encoding),
      "translation",
    );
    t.is(channel.interpolation, "linear");
    t.deepEqual([...channel.times], [0, 2]);
    t.deepEqual([...channel.values], [1, 8, 9, 5, 8, 9]);
  });
}

test("constant keys become steps; of the next key's value, too", (t) => {
  const keys = (flags: number): KeyData[] =>
    [0, 1, 2].map((time) => ({ time, value: time * 10, flags }));
  const stepped = channelOf(movedBy("Lcl Translation", { X: keys(CONSTANT) }, 2), "translation");
  t.is(stepped.interpolation, "step");
  t.deepEqual(
    [0, 0.5, 1, 1.9, 2].map((time) => at(stepped, time)[0]),
    [0, 0, 10, 10, 20],
  );
  const next = channelOf(
    movedBy("Lcl Translation", { X: keys(CONSTANT | NEXT) }, 2),
    "translation",
  );
  t.deepEqual(
    [0.5, 1.5, 2].map((time) => at(next, time)[0]),
    [10, 20, 20],
  );
});

test("a jump between linear keys is two keys a float apart", (t) => {
  const keys = [
    { time: 0, value: 0, flags: LINEAR },
    { time: 1, value: 1, flags: CONSTANT },
    { time: 2, value: 5, flags: LINEAR },
  ];
  const channel = channelOf(movedBy("Lcl Translation", { X: keys }, 2), "translation");
  t.deepEqual(
    [0.5, 1, 1.5, 1.99, 2].map((time) => Math.round(at(channel, time)[0]! * 100) / 100),
    [0.5, 1, 1, 1, 5],
  );
  t.is(channel.times.length, 4);
});

test("cubic keys with given slopes follow the Bezier curve", (t) => {
  const keys: KeyData[] = [
    { time: 0, value: 0, flags: CUBIC | USER, data: [3, -2, 0, 0] },
    { time: 1, value: 4, flags: CUBIC | USER, data: [0, 0, 0, 0] },
  ];
  const channel = channelOf(movedBy("Lcl Translation", { Y: keys }, 1), "translation");
  for (const time of [0, 0.1, 0.25, 0.5, 0.8, 1])
    t.true(near(at(channel, time)[1], hermite(0, 4, 3, -2, 1, time), 5e-3), `${time}`);
});

test("weighted tangents move the curve in time", (t) => {
  // Bits of the float are two weights in ten-thousandths: 0.9 and 0.1.
  const packed = new DataView(new ArrayBuffer(4));
  packed.setUint32(0, (1000 << 16) | 9000);
  const keys: KeyData[] = [
    { time: 0, value: 0, flags: CUBIC | USER | WEIGHTED, data: [0, 0, packed.getFloat32(0), 0] },
    { time: 1, value: 1, flags: CUBIC | USER, data: [0, 0, 0, 0] },
  ];
  const channel = channelOf(movedBy("Lcl Translation", { X: keys }, 1), "translation");
  for (const place of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const time =
      3 * (1 - place) ** 2 * place * 0.9 + 3 * (1 - place) * place ** 2 * 0.9 + place ** 3;
    const value = 3 * (1 - place) * place ** 2 + place ** 3;
    t.true(
      near(at(channel, time)[0], value, 2e-2),
      `${time}: ${at(channel, time)[0]} for ${value}`,
    );
  }
});

test("weights are whole numbers in texts", (t) => {
  const keys: KeyData[] = [
    { time: 0, value: 0, flags: CUBIC | USER | WEIGHTED, data: [0, 0, (1000 << 16) | 9000, 0] },
    { time: 1, value: 1, flags: CUBIC | USER, data: [0, 0, 0, 0] },
  ];
  const text = encodings.find(({ name }) => name === "ASCII 7300")!;
  const channel = channelOf(movedBy("Lcl Translation", { X: keys }, 1, mover, text), "translation");
  t.true(near(at(channel, 0.8)[0], 0.5), String(at(channel, 0.8)[0]));
});

test("automatic tangents: through neighbours, flat at progressive extremes", (t) => {
  const keys = (flags: number): KeyData[] =>
    [
      [0, 0],
      [1, 1],
      [2, 4],
      [3, 4],
    ].map(([time, value]) => ({ time: time!, value: value!, flags: CUBIC | AUTO | flags }));
  const plain = channelOf(movedBy("Lcl Translation", { X: keys(INDEPENDENT) }, 3), "translation");
  // Slopes: 1 at the start, (4 - 0) / 2 at 1, (4 - 1) / 2 at 2.
  t.true(near(at(plain, 0.5)[0], hermite(0, 1, 1, 2, 1, 0.5), 5e-3));
  t.true(near(at(plain, 1.5)[0], hermite(1, 4, 2, 1.5, 1, 0.5), 5e-3));
  const flat = channelOf(
    movedBy("Lcl Translation", { X: keys(INDEPENDENT | PROGRESSIVE) }, 3),
    "translation",
  );
  t.true(near(at(flat, 1.5)[0], hermite(1, 4, 2, 0, 1, 0.5), 5e-3));
  t.true(near(at(flat, 2.5)[0], 4));
});

test("tension, continuity and bias", (t) => {
  const keys = (tension: number): KeyData[] =>
    [0, 1, 2].map((time) => ({
      time,
      value: [0, 1, 0][time]!,
      flags: CUBIC | TCB,
      data: [tension, 0, 0.5, 0] as const,
    }));
  // Bias 0.5 at the middle key: half of 1.5 times the slope before and 0.5 times the slope behind.
  const channel = channelOf(movedBy("Lcl Translation", { X: keys(0) }, 2), "translation");
  const first = 0.5 * 1;
  const middle = 0.5 * (1.5 * 1 + 0.5 * -1);
  t.true(near(at(channel, 0.5)[0], hermite(0, 1, first, middle, 1, 0.5), 5e-3));
  const tight = channelOf(movedBy("Lcl Translation", { X: keys(1) }, 2), "translation");
  t.true(near(at(tight, 0.25)[0], hermite(0, 1, 0, 0, 1, 0.25), 5e-3));
});

test("rotations are sampled and go the way of the angles, also past half a turn", (t) => {
  const keys = [
    { time: 0, value: 0, flags: LINEAR },
    { time: 1, value: 360, flags: LINEAR },
  ];
  const channel = channelOf(movedBy("Lcl Rotation", { Z: keys }, 1), "rotation");
  for (const time of [0.25, 0.5, 0.75]) {
    const [, , z, w] = at(channel, time);
    t.true(
      near(Math.abs(z!), Math.abs(Math.sin(Math.PI * time)), 2e-3) &&
        near(Math.abs(w!), Math.abs(Math.cos(Math.PI * time)), 2e-3),
    );
  }
  t.true(channel.times.length > 24);
});

test("pivots and extra rotations count at every time", (t) => {
  const properties = {
    RotationActive: 1,
    RotationPivot: [1, 0, 0],
    PreRotation: [90, 0, 0],
    ScalingPivot: [0, 1, 0],
    "Lcl Translation": [1, 2, 3],
  };
  const target: SceneObject = { ...mover, properties };
  const keys = [
    { time: 0, value: 0, flags: LINEAR },
    { time: 1, value: 90, flags: LINEAR },
  ];
  const model = movedBy("Lcl Rotation", { Z: keys }, 1, target);
  for (const time of [0, 0.5, 1]) {
    const still: SceneObject = {
      ...target,
      properties: { ...properties, "Lcl Rotation": [0, 0, 90 * time] },
    };
    const expected = matrixOf(
      modelOf({ settings: METRES, objects: [still], links: [{ child: still }] }).nodes[0]!
        .transform,
    );
    const rotation = at(channelOf(model, "rotation"), time) as [number, number, number, number];
    const translation = at(channelOf(model, "translation"), time) as [number, number, number];
    const actual = matrixOf({ kind: "parts", translation, rotation, scale: [1, 1, 1] });
    t.true(
      [...expected].every((value, row) => near(actual[row], value, 2e-3)),
      `${time}`,
    );
  }
});

test("axes and units hold for movement", (t) => {
  const take = takeOf("Walk", 1, [
    {
      target: mover,
      property: "Lcl Translation",
      axes: {
        Z: [
          { time: 0, value: 0, flags: LINEAR },
          { time: 1, value: 100, flags: LINEAR },
        ],
      },
    },
  ]);
  const settings = { UnitScaleFactor: 1, UpAxis: 2, FrontAxis: 1, FrontAxisSign: -1, CoordAxis: 0 };
  const channel = channelOf(
    modelOf({
      settings,
      objects: [mover, ...take.objects],
      links: [{ child: mover }, ...take.links],
    }),
    "translation",
  );
  t.deepEqual(
    at(channel, 1).map((value) => Math.round(value * 100) / 100),
    [0.07, 1, -0.08],
  );
});

test("a clip begins where the take does", (t) => {
  const keys = [
    { time: 0, value: 0, flags: LINEAR },
    { time: 10, value: 10, flags: LINEAR },
  ];
  const take = takeOf("Walk", 4, [
    { target: mover, property: "Lcl Translation", axes: { X: keys } },
  ]);
  const [stack] = take.objects;
  const rows = stack!.children![0]!.children;
  const start = { ...rows[0]!, values: [...rows[0]!.values.slice(0, 4), long(ticks(3))] };
  const moved = { ...stack!, children: [{ ...stack!.children![0]!, children: [start, rows[1]!] }] };
  const objects = [mover, moved, ...take.objects.slice(1)];
  const links = take.links.map((link) =>
    link.parent === stack ? { ...link, parent: moved } : link,
  );
  const channel = channelOf(
    modelOf({ settings: METRES, objects, links: [{ child: mover }, ...links] }),
    "translation",
  );
  t.deepEqual([...channel.times], [0, 1]);
  t.deepEqual([channel.values[0], channel.values[3]], [3, 4]);
});

for (const encoding of [modern, encodings[7]!]) {
  for (const [name, outside, expected] of [
    ["stays", {}, [0, 0, 0, 2, 3, 3, 3]],
    ["goes on", { before: "K", after: "K" }, [-4, -2, 0, 2, 3, 4, 5]],
    ["repeats", { before: "R", after: "R" }, [0, 2, 0, 2, 0, 2, 0]],
    ["repeats once", { after: "R", count: 1 }, [0, 0, 0, 2, 0, 2, 3]],
    ["repeats from where it was", { before: "A", after: "A" }, [-3, -1, 0, 2, 3, 5, 6]],
    ["runs to and fro", { before: "M", after: "M" }, [3, 2, 0, 2, 3, 2, 0]],
  ] as const) {
    test(`${encoding.name}: a curve that ${name} outside its keys`, (t) => {
      const keys = [
        { time: 2, value: 0, flags: LINEAR },
        { time: 3, value: 2, flags: LINEAR },
        { time: 4, value: 3, flags: LINEAR },
      ];
      const take = takeOf("Walk", 6.5, [
        { target: mover, property: "Lcl Translation", axes: { X: keys } },
      ]);
      const curve = { ...take.objects.at(-1)!, children: curveRecords(keys, outside) };
      const objects = [mover, ...take.objects.slice(0, -1), curve];
      const links = take.links.map((link) =>
        link.child === take.objects.at(-1) ? { ...link, child: curve } : link,
      );
      const channel = channelOf(
        modelOf({ settings: METRES, objects, links: [{ child: mover }, ...links] }, encoding),
        "translation",
      );
      const values = [0, 1, 2, 3, 4, 5, 6].map(
        (time) => Math.round(at(channel, time)[0]! * 100) / 100,
      );
      t.deepEqual(values, [...expected]);
    });
  }
}

test("cubic curves run back the way they came", (t) => {
  const keys: KeyData[] = [
    { time: 0, value: 0, flags: CUBIC | USER, data: [3, -2, 0, 0] },
    { time: 1, value: 4, flags: CUBIC | USER, data: [0, 0, 0, 0] },
  ];
  const take = takeOf("Walk", 2, [
    { target: mover, property: "Lcl Translation", axes: { X: keys } },
  ]);
  const curve = { ...take.objects.at(-1)!, children: curveRecords(keys, { after: "M" }) };
  const links = take.links.map((link) =>
    link.child === take.objects.at(-1) ? { ...link, child: curve } : link,
  );
  const model = modelOf({
    settings: METRES,
    objects: [mover, ...take.objects.slice(0, -1), curve],
    links: [{ child: mover }, ...links],
  });
  const channel = channelOf(model, "translation");
  for (const time of [0.2, 0.5, 0.9])
    t.true(near(at(channel, 2 - time)[0], at(channel, time)[0]!, 5e-3));
});

test("layers: additive ones add, overriding ones take their share", (t) => {
  const flat = (value: number): KeyData[] => [
    { time: 0, value, flags: LINEAR },
    { time: 1, value, flags: LINEAR },
  ];
  const base = takeOf("Walk", 1, [
    { target: mover, property: "Lcl Translation", axes: { X: flat(10) } },
  ]);
  const upper = (properties: SceneObject["properties"]): number => {
    const other = takeOf("", 1, [
      { target: mover, property: "Lcl Translation", axes: { X: flat(4) } },
    ]);
    const layer: SceneObject = { ...other.objects[1]!, properties: properties ?? {} };
    const objects = [mover, ...base.objects, layer, ...other.objects.slice(2)];
    const links = [
      { child: mover },
      ...base.links,
      { child: layer, parent: base.objects[0]! },
      ...other.links
        .slice(1)
        .map((link) => (link.parent === other.objects[1] ? { ...link, parent: layer } : link)),
    ];
    return channelOf(modelOf({ settings: METRES, objects, links }), "translation").values[0]!;
  };
  t.is(upper({ BlendMode: 0 }), 14);
  t.is(upper({ BlendMode: 0, Weight: 50 }), 12);
  t.is(upper({ BlendMode: 1, Weight: 50 }), 7);
});

const LEGACY_KEYS: readonly TreeValue[] = [
  [long(0), double(0), word("L")],
  [long(ticks(1)), double(2), word("U"), word("s"), double(1), double(-1), word("n")],
  [long(ticks(2)), double(3), word("C"), word("n")],
  [long(ticks(3)), double(5), word("U"), word("a"), word("n")],
  [
    long(ticks(4)),
    double(5),
    word("U"),
    word("p"),
    double(0),
    double(0),
    word("a"),
    double(0.25),
    double(0.5),
    word("n"),
  ],
  [long(ticks(5)), double(9), word("L")],
].flat() as TreeValue[];

for (const encoding of encodings.filter(({ version }) => version < 7000)) {
  test(`${encoding.name}: takes with every kind of key`, (t) => {
    const take = legacyTake("Take 001", 5, mover, {
      T: { X: LEGACY_KEYS, Y: [long(0), double(1), word("L")] },
      R: { Z: [long(0), double(90), word("L")] },
    });
    const model = modelOf(
      { settings: METRES, objects: [mover], links: [{ child: mover }], more: [take] },
      encoding,
    );
    t.is(model.animations[0]!.name, "Take 001");
    const channel = channelOf(model, "translation");
    t.true(near(at(channel, 0.5)[0], 1));
    t.true(near(at(channel, 1.5)[0], hermite(2, 3, 1, -1, 1, 0.5), 5e-3));
    t.true(near(at(channel, 2.5)[0], 5));
    t.true(near(at(channel, 3.5)[0], 5));
    t.true(near(at(channel, 5)[0], 9));
    t.deepEqual([at(channel, 0)[1], at(channel, 0)[2]], [1, 9]);
    t.true(near(channelOf(model, "rotation").values[2], Math.SQRT1_2));
  });
}

test("a take that would last for years is refused at once", (t) => {
  const keys = [
    { time: 0, value: 0, flags: LINEAR },
    { time: 1e8, value: 360, flags: LINEAR },
  ];
  const take = takeOf("Forever", 1e8, [
    { target: mover, property: "Lcl Rotation", axes: { X: keys } },
  ]);
  const scene = {
    settings: METRES,
    objects: [mover, ...take.objects],
    links: [{ child: mover }, ...take.links],
  };
  t.throws(() => modelOf(scene), {
    message: /Take `Forever` cannot be read at byte 0: it asks for too many keys/,
  });
});
