/** Writes the sample's models, pictures and sounds into the packages: `node packages/art/generate.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Color, drawPng, noise, smoothNoise } from "./picture.ts";
import { box, drum, plane, printObj, sphere } from "./shape.ts";
import { drawWav } from "./sound.ts";

const root = dirname(dirname(import.meta.dirname));

const models = {
  "packages/core/assets/models/cube.obj": printObj(
    "A cube of side 1.5",
    box([0, 0, 0], [1.5, 1.5, 1.5]),
  ),
  "packages/core/assets/models/plane.obj": printObj("A square of side 1, facing up", plane()),
  "packages/core/assets/models/sphere.obj": printObj("A ball of radius 1", sphere(16, 24)),
  "packages/vehicles/assets/models/quadcopter_body.obj": printObj("Hull, arms and motors", [
    ...box([0, 0, 0], [0.42, 0.16, 0.6]),
    ...box([0, 0.1, -0.05], [0.26, 0.08, 0.34]),
    ...box([0, -0.11, -0.24], [0.12, 0.08, 0.12]),
    ...box([0, 0.02, -0.55], [1.2, 0.05, 0.07]),
    ...box([0, 0.02, 0.55], [1.2, 0.05, 0.07]),
    ...box([0, 0.02, 0], [0.07, 0.05, 1.1]),
    ...[-0.55, 0.55].flatMap((x) =>
      [-0.55, 0.55].flatMap((z) => drum([x, 0.07, z], 0.09, 0.12, 12)),
    ),
    ...[-0.18, 0.18].flatMap((x) => box([x, -0.2, 0], [0.03, 0.28, 0.03])),
    ...[-0.18, 0.18].flatMap((x) => box([x, -0.34, 0], [0.04, 0.03, 0.62])),
  ]),
  "packages/vehicles/assets/models/rotor.obj": printObj("Two blades on a hub", [
    ...box([0, 0, 0], [0.86, 0.015, 0.07]),
    ...drum([0, 0.01, 0], 0.05, 0.05, 10),
  ]),
};

const pictures: Readonly<Record<string, readonly [number, (x: number, y: number) => Color]>> = {
  "packages/core/assets/textures/white.png": [4, () => [255, 255, 255]],
  "packages/environment/assets/textures/grass.png": [256, grass],
  "packages/vehicles/assets/textures/carbon.png": [64, carbon],
  "game/assets/textures/crate.png": [256, crate],
};

/** Four rotors that are not quite in step: whole turns in half a second, so that the end meets the beginning. */
function rotorHum(frame: number): number {
  const turns = (perSecond: number): number => Math.sin((2 * Math.PI * perSecond * frame) / 22050);
  const blades = [88, 90, 92, 96].reduce(
    (sum, hertz) => sum + turns(hertz) + turns(hertz * 2) / 2,
    0,
  );
  return 0.09 * blades + 0.03 * turns(88 * 7);
}

/** Meadow: large patches, small tufts, single blades. */
function grass(x: number, y: number): Color {
  const patch = smoothNoise(x, y, 64, 256, 1) / 255;
  const tuft = smoothNoise(x, y, 8, 256, 2) / 255;
  const blade = noise(x, y, 3) / 255;
  const light = 0.55 + 0.2 * patch + 0.15 * tuft + 0.1 * blade;
  return [(58 + 40 * patch) * light, 128 * light, (38 + 16 * tuft) * light];
}

/** Woven fibre: two-texel threads that go over and under. */
function carbon(x: number, y: number): Color {
  const over = ((x >> 3) + (y >> 3)) % 2 === 0;
  const along = over ? x % 8 : y % 8;
  const shade = 40 + 6 * Math.abs(along - 4) + (noise(x, y, 4) >> 5);
  return [shade, shade + 2, shade + 6];
}

/** A crate: planks in a frame with a cross brace and nails. */
function crate(x: number, y: number): Color {
  const edge = Math.min(x, y, 255 - x, 255 - y);
  const brace = Math.abs(x - y) < 20 || Math.abs(x + y - 255) < 20;
  const inFrame = edge < 26 || brace;
  const seam = inFrame ? edge === 25 || Math.abs(Math.abs(x - y) - 20) < 1 : x % 46 < 2;
  const grain = smoothNoise(inFrame ? y : x, inFrame ? x : y, 4, 256, 5) / 255;
  const nail =
    edge < 20 && edge > 5 && (x % 46) - 23 < 4 && (x % 46) - 23 > -4 && (y < 20 || y > 235);
  const light = (seam ? 0.35 : nail ? 0.45 : inFrame ? 0.95 : 0.74) * (0.82 + 0.18 * grain);
  return [214 * light, 170 * light, 112 * light];
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

write("packages/vehicles/assets/sounds/rotor_hum.wav", drawWav(22050, 11025, rotorHum));
for (const [path, text] of Object.entries(models)) write(path, text);
for (const [path, [size, texel]] of Object.entries(pictures))
  write(path, await drawPng(size, texel));
