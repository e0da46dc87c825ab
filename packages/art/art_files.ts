/** All of the sample's models, pictures and sounds. */
import { boulder } from "./boulder.ts";
import { encodeMp3, encodeOgg } from "./encoders.ts";
import { printFbx } from "./fbx.ts";
import { encodeFlac } from "./flac.ts";
import {
  earth,
  GROUND_SIZE,
  grass,
  gravel,
  groundMask,
  normalOf,
  rock,
  rockHeight,
} from "./ground.ts";
import { MUSIC_RATE, music } from "./music.ts";
import { type Color, drawJpeg, drawPng, noise, type Painter, smoothNoise } from "./picture.ts";
import { cornflower, daisy, PLANT_SIZE, pickets, poppy, tuft } from "./plants.ts";
import { box, drum, plane, printObj, sphere } from "./shape.ts";
import { puff, sides, skyColor } from "./sky.ts";
import { breeze, CHIRP_RATE, chirp, drawWav } from "./sound.ts";
import { crossedSquares, grid, wall } from "./surfaces.ts";
import { drawGrayTarga, drawTarga } from "./targa.ts";
import { windsock } from "./windsock.ts";

const SKY_SIZE = 256;
const environment = "packages/environment/assets";

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
  [`${environment}/models/ground.obj`]: printObj("A square of side 1, facing up", grid(40)),
  [`${environment}/models/plant.obj`]: printObj("Two squares that cross", crossedSquares()),
  [`${environment}/models/cloud.obj`]: printObj("An upright square", wall(1)),
  [`${environment}/models/fence.obj`]: printObj("A panel of two metres", wall(2)),
  [`${environment}/models/boulder.fbx`]: printFbx("Boulder", boulder()),
  [`${environment}/models/windsock.glb`]: windsock(),
};

const plants = { poppy, daisy, cornflower, tuft };

const grounds = { earth, gravel, rock };

const pictures: Readonly<Record<string, readonly [size: number, Painter]>> = {
  "packages/core/assets/textures/white.png": [4, () => [255, 255, 255]],
  "packages/environment/assets/textures/grass.png": [GROUND_SIZE, grass],
  "packages/environment/assets/textures/rock_normals.png": [GROUND_SIZE, normalOf(rockHeight, 1.4)],
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

/** The side of the sky's cube that this direction paints. */
function skySide(direction: (typeof sides)[string]): Promise<Uint8Array> {
  const along = (texel: number): number => ((texel + 0.5) / SKY_SIZE) * 2 - 1;
  return drawPng(SKY_SIZE, (x, y) => skyColor(direction(along(x), along(y))));
}

/** Every file by its path in the workspace; the same bytes each time. */
export async function artFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files: [string, Uint8Array | string | Promise<Uint8Array>][] = [
    ["packages/vehicles/assets/sounds/rotor_hum.wav", drawWav(22050, 11025, rotorHum)],
    ["packages/vehicles/assets/sounds/chirp.mp3", encodeMp3(CHIRP_RATE, [chirp()], 96)],
    ["game/assets/music/theme.ogg", encodeOgg(MUSIC_RATE, music(), 1)],
    [`${environment}/sounds/breeze.flac`, encodeFlac(16000, breeze(64000, 8000))],
    [`${environment}/textures/puff.png`, drawPng(128, puff(128), 4)],
    [`${environment}/textures/ground_mask.tga`, drawGrayTarga(GROUND_SIZE, groundMask)],
    [`${environment}/textures/pickets.tga`, drawTarga(128, pickets)],
    ...Object.entries(models),
  ];
  for (const [name, direction] of Object.entries(sides))
    files.push([`${environment}/textures/sky/${name}.png`, skySide(direction)]);
  for (const [name, texel] of Object.entries(grounds))
    files.push([`${environment}/textures/${name}.jpg`, drawJpeg(GROUND_SIZE, texel)]);
  for (const [name, texel] of Object.entries(plants))
    files.push([`${environment}/textures/plants/${name}.png`, drawPng(PLANT_SIZE, texel, 4)]);
  for (const [path, [size, texel]] of Object.entries(pictures))
    files.push([path, drawPng(size, texel)]);
  const made = files.map(async ([path, content]): Promise<[string, Uint8Array]> => {
    const bytes = await content;
    return [path, typeof bytes === "string" ? Buffer.from(bytes) : bytes];
  });
  return new Map(await Promise.all(made));
}
