/** The native runtime's Ogg Vorbis decoder gives what Xiph's gives, from any frame on, and survives damage. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { decodeVorbis } from "#asset_tools/audio/decoders.ts";
import { readOgg } from "#asset_tools/audio/read_ogg.ts";
import { encodeOgg } from "#packages/art/encoders.ts";
import { randomFrom } from "../damaged_package.ts";
import { makeVorbis, type VorbisShape } from "../make_vorbis.ts";
import { driverFolder, nativeDriver } from "./native_driver.ts";

/** How many damaged files each; a nightly run asks for more. */
const ROUNDS = 500 * Number(process.env["FUZZ_FACTOR"] ?? "1");

const PARTS = {
  name: "vorbis_driver",
  sources: ["sound/vorbis_*.c", "sound/ogg_*.c", "game/bundle_map_posix.c"],
};

const MOST_OUTPUT = 2 ** 28;

/** Of the largest sample. */
const CLOSE = 1e-5;

const tone = readFileSync(join(import.meta.dirname, "../sounds/tone.ogg"));

function run(driver: string, args: readonly string[], ogg: Uint8Array): Buffer {
  const path = join(driverFolder, "sound.ogg");
  writeFileSync(path, ogg);
  return execFileSync(driver, [...args, path], { maxBuffer: MOST_OUTPUT });
}

function floatsOf(bytes: Buffer): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** The largest difference to Xiph's decoder as a share of the largest sample. */
async function difference(driver: string, ogg: Uint8Array): Promise<number> {
  const frames = floatsOf(run(driver, ["decode"], ogg));
  const { channels } = await decodeVorbis(ogg, readOgg(ogg));
  let [largest, peak] = [0, 0];
  for (const [channel, samples] of channels.entries()) {
    for (const [frame, sample] of samples.entries()) {
      const off = Math.abs((frames[frame * channels.length + channel] as number) - sample);
      // Not a number is no small difference.
      if (!(off <= largest)) largest = off;
      peak = Math.max(peak, Math.abs(sample));
    }
  }
  return largest / peak;
}

const SHAPES: readonly VorbisShape[] = ([1, 2] as const).flatMap((channels) =>
  ([0, 1] as const).flatMap((floor) =>
    ([0, 1, 2] as const).flatMap((residue) =>
      (
        [
          [6, 8],
          [8, 11],
          [9, 9],
        ] as const
      ).map((blocks) => ({ channels, floor, residue, blocks })),
    ),
  ),
);

test.serial(
  "every floor, residue, block size and coupling decodes as Xiph's decoder does",
  async (t) => {
    const driver = nativeDriver(t, PARTS);
    if (driver === null) return;
    for (const [seed, shape] of SHAPES.entries()) {
      // Packets that are long enough: Xiph's decoder reads on behind the end of those that are not.
      const share = await difference(driver, makeVorbis(shape, 30, 2500, randomFrom(seed)));
      // A filter's response is so steep that the last digit of a cosine counts.
      t.true(share < (shape.floor === 0 ? 1e-4 : CLOSE), `${JSON.stringify(shape)}: ${share}`);
    }
  },
);

test.serial("what encoders write decodes as Xiph's decoder does", async (t) => {
  const driver = nativeDriver(t, PARTS);
  if (driver === null) return;
  t.true((await difference(driver, tone)) < CLOSE);
  for (const [rate, count, quality] of [
    [8000, 1, 0],
    [22050, 2, 3],
    [44100, 1, 9],
    [48000, 2, -1],
  ] as const) {
    const random = randomFrom(rate);
    const channels = Array.from({ length: count }, (_, channel) =>
      // Tones with a click now and then, which takes short blocks.
      Float32Array.from({ length: rate / 2 }, (_, at) =>
        random(1500) === 0 ? 0.9 : 0.4 * Math.sin((at * (channel + 2) * 500) / rate),
      ),
    );
    const share = await difference(driver, await encodeOgg(rate, channels, quality));
    t.true(share < CLOSE, `${rate} Hz, ${count} channels: ${share}`);
  }
});

test.serial("decoding from any frame on gives what decoding from the beginning gives", (t) => {
  const driver = nativeDriver(t, PARTS);
  if (driver === null) return;
  const shape = { channels: 2, floor: 1, residue: 2, blocks: [6, 10] } as const;
  for (const ogg of [tone, makeVorbis(shape, 200, 300, randomFrom(1))]) {
    const whole = floatsOf(run(driver, ["decode"], ogg));
    const random = randomFrom(ogg.length);
    const total = whole.length / 2;
    const places = [
      0,
      1,
      total - 64,
      total,
      total + 9,
      ...Array.from({ length: 200 }, () => random(total)),
    ];
    const parts = floatsOf(run(driver, ["seek", ...places.map(String)], ogg));
    for (const [row, place] of places.entries()) {
      const expected = new Float32Array(128);
      expected.set(whole.subarray(place * 2, place * 2 + 128));
      t.deepEqual(parts.slice(row * 128, row * 128 + 128), expected, `from frame ${place}`);
    }
  }
});

test.serial("damaged files are refused or harmless", (t) => {
  const driver = nativeDriver(t, PARTS);
  if (driver === null) return;
  const made = SHAPES.filter(({ blocks }) => blocks[0] === 6).map((shape, seed) =>
    makeVorbis(shape, 20, 40, randomFrom(seed)),
  );
  for (const ogg of [tone, ...made]) {
    const [line] = run(driver, ["fuzz", String(ROUNDS)], ogg)
      .toString()
      .split("\n");
    const refused = Number(/^refused (\d+) of/.exec(line as string)?.[1]);
    t.true(refused > ROUNDS / 20 && refused < ROUNDS, line);
  }
});
