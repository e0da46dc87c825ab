/** Damaged sounds: readers return or throw their own error, whatever the bytes are. FUZZ_FACTOR asks for more. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { type ExecutionContext } from "ava";
import { checkMp3 } from "#asset_tools/audio/check_mp3.ts";
import { decodeMp3, decodeVorbis } from "#asset_tools/audio/decoders.ts";
import { readFlac } from "#asset_tools/audio/read_flac.ts";
import { readOgg } from "#asset_tools/audio/read_ogg.ts";
import { readWav } from "#asset_tools/audio/read_wav.ts";
import { SoundError } from "#asset_tools/audio/sound.ts";
import { decodeAudio, encodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { audioSamples } from "#asset_tools/fpkg/audio_samples.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { makeWav, samplerChunk } from "./make_wav.ts";

const ROUNDS = 3000 * Number(process.env["FUZZ_FACTOR"] ?? "1");
const EDGES = [0, 1, 0x7f, 0x80, 0xff];

/** Deterministic noise. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function mutate(valid: Uint8Array, random: (limit: number) => number): Uint8Array {
  const bytes = valid.slice(0, random(8) === 0 ? random(valid.length) : valid.length);
  for (let edit = random(4); edit >= 0 && bytes.length > 0; edit--) {
    // Headers first: most of the meaning is there.
    const at = random(random(2) === 0 ? Math.min(80, bytes.length) : bytes.length);
    bytes[at] = random(2) === 0 ? random(256) : (EDGES[random(EDGES.length)] as number);
  }
  return bytes;
}

async function survive(
  t: ExecutionContext,
  valid: Uint8Array,
  read: (bytes: Uint8Array) => unknown,
  rounds = ROUNDS,
): Promise<void> {
  const random = randomFrom(valid.length);
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    try {
      await read(mutate(valid, random));
    } catch (error) {
      if (!(error instanceof SoundError || error instanceof FpkgError)) throw error;
      refused++;
    }
  }
  t.true(refused > rounds / 10, `${refused} of ${rounds} refused`);
}

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "sounds", name)));

test("damaged WAV", async (t) => {
  const samples = [0, 0.5, -0.5, 0.25];
  await survive(
    t,
    makeWav([samples, samples], {
      bits: 24,
      isExtensible: true,
      before: [samplerChunk([[0, 1, 2]])],
    }),
    readWav,
  );
});

test("damaged FLAC", async (t) => {
  await survive(t, file("wasted.flac"), readFlac);
});

test("damaged Ogg and MP3 frames", async (t) => {
  await survive(t, file("tone.ogg"), readOgg);
  await survive(t, file("tone.mp3"), checkMp3);
});

test("damaged MP3 that looks whole reaches the decoder", async (t) => {
  // Frames' headers are kept, so that the walk over them succeeds.
  const valid = file("tone.mp3");
  const random = randomFrom(7);
  for (let round = 0; round < Math.max(20, ROUNDS / 100); round++) {
    const bytes = valid.slice();
    for (let edit = 0; edit < 3; edit++) bytes[420 + random(bytes.length - 420)] = random(256);
    try {
      await decodeMp3(bytes);
    } catch (error) {
      if (!(error instanceof SoundError)) throw error;
    }
  }
  t.pass();
});

test("an Ogg file whose header lies about its length", async (t) => {
  const valid = file("tone.ogg");
  const info = readOgg(valid);
  await t.throwsAsync(() => decodeVorbis(valid, { ...info, frames: info.frames + 1 }), {
    instanceOf: SoundError,
  });
});

test("damaged audio blobs", async (t) => {
  const blob = encodeAudio({
    format: "adpcm",
    channels: 1,
    sampleRate: 8000,
    frames: 20,
    loop: { start: 2, end: 20 },
    loudness: -20,
    samplePeak: 0.5,
    truePeak: 0.6,
    blockSize: 16,
    data: new Uint8Array(16),
  });
  await survive(t, blob, (bytes) => audioSamples(decodeAudio(bytes)));
});
