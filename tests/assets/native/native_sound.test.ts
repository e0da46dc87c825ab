/** What a native game sounds like: the same voices at the same time as its rules say, to the sample. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { decodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { AudioFormat } from "#asset_tools/fpkg/format/audio.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { randomFrom } from "../damaged_package.ts";
import { driverFolder } from "./native_driver.ts";
import { referenceMix } from "./reference_mix.ts";
import { adpcmBlob, oggBlob, pcmBlob, tone } from "./sample_sounds.ts";
import { soundDriver } from "./sound_driver.ts";
import { arrange, MIX_RATE, type Picture } from "./sound_script.ts";

/** Frames of a picture at 60 a second. */
const STEP = 800;

/** Largest difference to the reference. Both know the place in a sound to a few billionths of a frame. */
const CLOSE = 1e-4;

function largestDifference(
  mix: readonly Float32Array[],
  expected: readonly Float64Array[],
): number {
  return Math.max(
    ...expected.map((channel, side) =>
      channel.reduce((most, sample, frame) => {
        const off = Math.abs(sample - (mix[side]?.[frame] ?? Number.NaN));
        return Math.max(most, off);
      }, 0),
    ),
  );
}

/** Frames at which a channel is not silent. */
function heardFrames(channel: Float32Array | undefined): number[] {
  return [...(channel ?? [])].flatMap((sample, frame) => (sample === 0 ? [] : [frame]));
}

/** Nothing but clicks, of half the scale, at these frames. */
function clicks(frames: number, at: readonly number[]): Float32Array {
  return Float32Array.from({ length: frames }, (_, frame) => (at.includes(frame) ? 0.5 : 0));
}

test.serial(
  "sounds of every format, pitched, faded, looped and late, are mixed by the rules",
  async (t) => {
    const driver = soundDriver(t);
    if (driver === null) return;
    const stereo = [tone(22050, 0.8, 330), tone(22050, 0.8, 440)];
    const blobs = [
      pcmBlob([tone(48000, 0.4, 500)], { sampleRate: 48000 }),
      adpcmBlob(stereo, { sampleRate: 22050, loop: { start: 3000, end: 12345 } }),
      await oggBlob([tone(32000, 1.5, 250), tone(32000, 1.5, 375)], {
        sampleRate: 32000,
        loop: { start: 10000, end: 21001 },
      }),
      pcmBlob([tone(8000, 0.1, 200), tone(8000, 0.1, 300)], { sampleRate: 8000 }),
    ];
    const pictures = arrange(
      [
        { sound: 0, from: 0, until: 40 },
        { sound: 0, from: 7, until: 21, pitch: () => 1.7, volume: (at) => 1 / (at + 1) },
        { sound: 1, from: 3, until: 170, loops: true, volume: () => 0.7 },
        { sound: 1, from: 20, until: 90, late: 0.6, pitch: (at) => 0.8 + at / 50 },
        { sound: 2, from: 5, until: 200, loops: true, pitch: (at) => (at < 100 ? 1 : 1.25) },
        { sound: 2, from: 60, until: 180, loops: true, late: 7.3, pitch: () => 6.5 },
        { sound: 3, from: 90, until: 190, loops: true, pitch: () => 0.5 },
      ],
      200,
      STEP,
    );
    const { channels, stderr } = driver.mix(blobs, pictures);
    const expected = await referenceMix(blobs, pictures);
    const difference = largestDifference(channels, expected);
    t.log(`largest difference ${difference.toExponential(1)}`);
    t.is(channels[0]?.length, 200 * STEP);
    t.true(difference < CLOSE);
    t.is(stderr, "");
  },
);

test.serial("voices start, go round and stop at the very frame", (t) => {
  const driver = soundDriver(t);
  if (driver === null) return;
  const loop = { start: 1000, end: 2500 };
  const looping = pcmBlob([clicks(4000, [0, 1000])], { sampleRate: MIX_RATE, loop });
  const once = pcmBlob([clicks(4000, [0, 3999])], { sampleRate: MIX_RATE });
  const heard = (part: { sound: number; loops?: boolean }): number[] => {
    const pictures = arrange([{ ...part, from: 3, until: 8 }], 12, STEP);
    return heardFrames(driver.mix([looping, once], pictures).channels[0]);
  };
  t.deepEqual(heard({ sound: 0, loops: true }), [2400, 3400, 4900]);
  t.deepEqual(heard({ sound: 0 }), [2400, 3400]);
  t.deepEqual(heard({ sound: 1, loops: true }), [2400, 6399]);
  t.deepEqual(heard({ sound: 1 }), [2400, 6399]);
});

test.serial("the louder of too much is cut off at full scale", (t) => {
  const driver = soundDriver(t);
  if (driver === null) return;
  const click = pcmBlob([clicks(9, [4])], { sampleRate: MIX_RATE });
  const pictures = arrange([{ sound: 0, from: 0, until: 1, volume: () => 5 }], 1, STEP);
  const { channels } = driver.mix([click], pictures);
  t.is(Math.max(...(channels[0] ?? [])), 1);
});

test.serial(
  "a game that stands still is heard for a quarter of a second, and goes on from there",
  (t) => {
    const driver = soundDriver(t);
    if (driver === null) return;
    const loop = { start: 0, end: 1000 };
    const sound = pcmBlob([clicks(1000, [500])], { sampleRate: MIX_RATE, loop });
    const [first, second] = arrange([{ sound: 0, from: 0, until: 2, loops: true }], 2, STEP) as [
      Picture,
      Picture,
    ];
    const still = Array.from({ length: 30 }, () => first);
    const frames = heardFrames(driver.mix([sound], [...still, second]).channels[0]);
    // The first picture after more than 12,000 frames is the one after 16 steps.
    const quarter = Array.from({ length: 13 }, (_, round) => 500 + round * 1000);
    t.deepEqual(frames, [...quarter, 30 * STEP + 700]);
  },
);

test.serial("a picture that takes long is heard through", (t) => {
  const driver = soundDriver(t);
  if (driver === null) return;
  const sound = pcmBlob([clicks(48000, [0, 47999])], { sampleRate: MIX_RATE });
  const [picture] = arrange([{ sound: 0, from: 0, until: 1 }], 1, STEP) as [Picture];
  const pictures = [{ ...picture, frames: 50_000 }];
  t.deepEqual(heardFrames(driver.mix([sound], pictures).channels[0]), [0, 47999]);
});

test.serial("a damaged sound is said once, and the others are heard", (t) => {
  const driver = soundDriver(t);
  if (driver === null) return;
  const damaged = pcmBlob([clicks(10, [0])], { sampleRate: MIX_RATE });
  new DataView(damaged.buffer, damaged.byteOffset).setUint32(36, 11, true);
  const sound = pcmBlob([clicks(10, [0])], { sampleRate: MIX_RATE });
  const parts = [0, 1].map((row) => ({ sound: row, from: row, until: 9 }));
  const { channels, stderr } = driver.mix([damaged, sound], arrange(parts, 9, STEP));
  t.deepEqual(heardFrames(channels[0]), [STEP]);
  t.is(stderr, "sounds.Sound0: the sound is damaged\n");
});

test.serial("the readers of native games and of pages refuse the same sounds", (t) => {
  const driver = soundDriver(t);
  if (driver === null) return;
  const random = randomFrom(3);
  const channels = [tone(8000, 0.3, 200), tone(8000, 0.3, 300)];
  const loop = { start: 3, end: 2000 };
  const valid = [pcmBlob, adpcmBlob].map((encode) => encode(channels, { sampleRate: 8000, loop }));
  const blobs = Array.from({ length: 400 }, (_, row) => {
    const blob = (valid[row % 2] as Uint8Array).slice();
    const view = new DataView(blob.buffer);
    for (let edit = random(3); edit >= 0; edit--)
      view.setUint32(24 + random(12) * 4, EDGES[random(EDGES.length)] as number, true);
    // What is damaged inside an Ogg file is another test's.
    if (view.getUint32(24, true) === AudioFormat.ogg) view.setUint32(24, 77, true);
    return blob;
  });
  const parts = blobs.map((_, sound) => ({ sound, from: 0, until: 1 }));
  const { stderr } = driver.mix(blobs, arrange(parts, 1, STEP));
  const said = stderr.split("\n").flatMap((line) => /Sound(\d+): the sound/.exec(line)?.[1] ?? []);
  const refused = blobs.flatMap((blob, row) => (isRefused(blob) ? [row] : []));
  t.deepEqual(said.map(Number), refused);
  t.true(refused.length > 100 && refused.length < 390, `${refused.length}`);
});

/** Edges of what the fields of the header may be. */
const EDGES = [0, 1, 2, 3, 8, 9, 16, 32, 72, 80, 2399, 2400, 2401, 9600, 0x7fffffff, 0xffffffff];

/** Whether pages refuse it. */
function isRefused(blob: Uint8Array): boolean {
  try {
    decodeAudio(blob);
    return false;
  } catch (error) {
    if (error instanceof FpkgError) return true;
    throw error;
  }
}

const ALSA = "/usr/lib/x86_64-linux-gnu/libasound.so.2";

test.serial("ALSA plays the mix", (t) => {
  const driver = soundDriver(t);
  if (driver === null) return;
  if (!existsSync(ALSA)) {
    t.log(`Skipped: there is no ${ALSA} (apt-get install libasound2)`);
    t.pass();
    return;
  }
  // A device that writes what it is given to a file, and takes it all at once.
  const played = join(driverFolder, "played.raw");
  const device = `pcm.!default { type file, file "${played}", format raw, slave.pcm { type null } }`;
  const sound = pcmBlob([tone(MIX_RATE, 0.2, 440), tone(MIX_RATE, 0.2, 660)], {
    sampleRate: MIX_RATE,
  });
  const pictures = arrange([{ sound: 0, from: 0, until: 30 }], 30, STEP);
  const { status, stderr } = driver.play([sound], pictures, device);
  t.is(status, 0, stderr);
  t.is(stderr, "");
  const bytes = readFileSync(played);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  const mixed = driver.mix([sound], pictures).channels;
  // The device has been there a little before the first picture.
  const first = samples.findIndex((sample) => sample !== 0) >> 1;
  const start = heardFrames(mixed[0])[0] as number;
  const apart = Array.from({ length: 9000 }, (_, frame) =>
    Math.abs((samples[(first + frame) * 2 + 1] ?? 0) / 32767 - (mixed[1]?.[start + frame] ?? 0)),
  );
  t.true(Math.max(...apart) < 1e-4, `${Math.max(...apart)}`);
  // What takes all at once is not given more than there is time for: half a second and the device's length.
  t.true(samples.length / 2 > 0.4 * MIX_RATE && samples.length / 2 < 2 * MIX_RATE);
});

test.serial("without a device there is one line, and the game goes on", (t) => {
  const driver = soundDriver(t);
  if (driver === null) return;
  const sound = pcmBlob([clicks(10, [0])], { sampleRate: MIX_RATE });
  const pictures = arrange([{ sound: 0, from: 0, until: 3 }], 3, STEP);
  const { status, stderr } = driver.play([sound], pictures, "");
  t.is(status, 0);
  t.regex(stderr, /^There is no sound: .+\n$/);
});
