import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { type AudioOptions, compileAudio, decodeSound } from "#asset_tools/audio/compile_audio.ts";
import { encodeAdpcm, toInt16 } from "#asset_tools/audio/encode_samples.ts";
import { besselI0, cosPi, log10, sinPi } from "#asset_tools/audio/exact_math.ts";
import { headFilter, integratedLoudness, lowCut } from "#asset_tools/audio/loudness.ts";
import { measurePeaks } from "#asset_tools/audio/peaks.ts";
import { readWav } from "#asset_tools/audio/read_wav.ts";
import { resample } from "#asset_tools/audio/resample.ts";
import { signalToNoise } from "#asset_tools/audio/signal_to_noise.ts";
import { type Sound, SoundError } from "#asset_tools/audio/sound.ts";
import type { Diagnostic } from "#asset_tools/document/diagnostic.ts";
import { audioToWav } from "#asset_tools/export/audio_to_wav.ts";
import { decodeAdpcm } from "#asset_tools/fpkg/adpcm.ts";
import { type Audio, decodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { audioSamples } from "#asset_tools/fpkg/audio_samples.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import { makeFlac } from "./make_flac.ts";
import { chunk, makeWav, riff, samplerChunk, sine } from "./make_wav.ts";

const PLAIN: AudioOptions = {
  format: "auto",
  mono: false,
  sampleRate: null,
  loop: { kind: "source" },
};
const ogg = readFileSync(join(import.meta.dirname, "sounds/tone.ogg"));
const mp3 = readFileSync(join(import.meta.dirname, "sounds/tone.mp3"));

async function compile(source: Uint8Array, options: Partial<AudioOptions> = {}): Promise<Audio> {
  const { value, diagnostics } = await compileAudio(source, "s.wav", { ...PLAIN, ...options });
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeAudio(value);
}

async function problems(
  source: Uint8Array,
  options: Partial<AudioOptions> = {},
): Promise<readonly Diagnostic[]> {
  return (await compileAudio(source, "s.wav", { ...PLAIN, ...options })).diagnostics;
}

function soundOf(sampleRate: number, ...channels: Float32Array[]): Sound {
  return { sampleRate, channels, loop: null, notes: [] };
}

/** Decibels below full scale as an amplitude. */
const decibels = (value: number): number => 10 ** (value / 20);

test("integer and float samples of every width are read exactly", (t) => {
  const samples = [0, 0.5, -0.5, 0.25, -1, 0.75];
  for (const [bits, isFloat] of [
    [8, false],
    [16, false],
    [24, false],
    [32, false],
    [32, true],
    [64, true],
  ] as const) {
    for (const isExtensible of [false, true]) {
      const sound = readWav(
        makeWav([samples, samples.toReversed()], { bits, isFloat, isExtensible }),
      );
      t.deepEqual([...(sound.channels[0] ?? [])], samples, `${bits} bits`);
      t.deepEqual([...(sound.channels[1] ?? [])], samples.toReversed());
    }
  }
});

test("chunks of odd length and unknown ones are passed over", (t) => {
  const wav = makeWav([[0.5, -0.5]], {
    bits: 16,
    before: [chunk("LIST", new Uint8Array(7)), chunk("odd!", new Uint8Array(1))],
    after: [chunk("id3 ", new Uint8Array(3))],
  });
  t.deepEqual([...(readWav(wav).channels[0] ?? [])], [0.5, -0.5]);
});

test("the loop of a chunk `smpl` ends after its last frame; others are named", (t) => {
  const samples = new Float32Array(100);
  const loops = (...list: (readonly [number, number, number])[]): Sound =>
    readWav(makeWav([samples], { bits: 16, after: [samplerChunk(list)] }));
  t.deepEqual(loops([0, 10, 89]).loop, { start: 10, end: 90 });
  t.deepEqual(loops([1, 0, 5], [0, 10, 89]).loop, { start: 10, end: 90 });
  t.regex(loops([1, 0, 5]).notes[0] ?? "", /forward/);
  t.is(loops([0, 10, 100]).loop, null);
});

test("a WAV file that makes no sense is one message with its place", (t) => {
  const good = makeWav([[0, 0.5]], { bits: 16 });
  const changed = (at: number, value: number): Uint8Array => {
    const bytes = Buffer.from(good);
    bytes.writeUInt16LE(value, at);
    return bytes;
  };
  const cases: [Uint8Array, RegExp][] = [
    [good.subarray(0, 8), /RIFF.*\(byte 0\)$/],
    [changed(20, 85), /coded as MP3.*\(byte 20\)$/],
    [changed(22, 0), /0 channels \(byte 22\)$/],
    [changed(34, 12), /12 bits \(byte 34\)$/],
    [changed(32, 3), /frames of 3 bytes.*\(byte 32\)$/],
    [good.subarray(0, good.length - 2), /chunk `data` at byte 36: 2 of 4 bytes/],
    [riff([chunk("fmt ", good.subarray(20, 36))]), /no chunk `data`/],
    [makeWav([[Number.NaN]], { bits: 32, isFloat: true }), /no number in frame 0 \(byte 44\)$/],
    [makeWav([[]], { bits: 16 }), /no samples/],
  ];
  for (const [bytes, message] of cases)
    t.throws(() => readWav(bytes), { instanceOf: SoundError, message });
});

test("functions of exact operations agree with the engine's", (t) => {
  for (let x = -3; x < 3; x += 0.0137) {
    t.true(Math.abs(sinPi(x) - Math.sin(Math.PI * x)) < 2e-15);
    t.true(Math.abs(cosPi(x) - Math.cos(Math.PI * x)) < 2e-15);
    const positive = 2 ** (x * 20);
    t.true(Math.abs(log10(positive) - Math.log10(positive)) < 1e-14);
  }
  t.deepEqual([sinPi(1), sinPi(-2), sinPi(0.5), cosPi(1), log10(1)], [0, 0, 1, -1, 0]);
  // Abramowitz and Stegun, table 9.8.
  t.true(Math.abs(besselI0(5) / 27.239871823604442 - 1) < 1e-15);
});

test("K-weighting at 48 kHz has the coefficients of BS.1770", (t) => {
  const near = (found: number, expected: number) => t.true(Math.abs(found - expected) < 1e-11);
  const head = headFilter(48000);
  near(head.b0, 1.53512485958697);
  near(head.b1, -2.69169618940638);
  near(head.b2, 1.19839281085285);
  near(head.a1, -1.69065929318241);
  near(head.a2, 0.73248077421585);
  const low = lowCut(48000);
  near(low.a1, -1.99004745483398);
  near(low.a2, 0.99007225036621);
});

test("loudness of the reference tones of EBU Tech 3341", (t) => {
  const rate = 48000;
  const level = (parts: readonly (readonly [number, number])[]): number => {
    const tones = parts.map(([seconds, db]) => sine(1000, rate, seconds * rate, decibels(db)));
    const tone = new Float32Array(tones.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of tones) {
      tone.set(part, at);
      at += part.length;
    }
    return integratedLoudness(soundOf(rate, tone, tone));
  };
  const within = (found: number, expected: number) =>
    t.true(Math.abs(found - expected) <= 0.1, `${found}`);
  // Cases 1 to 5: tones of 1 kHz in both channels, and what the two gates leave out.
  within(level([[20, -23]]), -23);
  within(level([[20, -33]]), -33);
  within(
    level([
      [10, -36],
      [60, -23],
      [10, -36],
    ]),
    -23,
  );
  within(
    level([
      [10, -72],
      [10, -36],
      [60, -23],
      [10, -36],
      [10, -72],
    ]),
    -23,
  );
  within(
    level([
      [20, -26],
      [20.1, -20],
      [20, -26],
    ]),
    -23,
  );
});

test("loudness at other rates, of mono, of silence and of a click", (t) => {
  for (const rate of [8000, 11025, 22050, 44100, 96000]) {
    const tone = sine(1000, rate, rate * 2, decibels(-20));
    const both = integratedLoudness(soundOf(rate, tone, tone));
    t.true(Math.abs(both + 20) < 0.1, `${rate}: ${both}`);
    const single = integratedLoudness(soundOf(rate, tone));
    t.true(Math.abs(single + 23.01) < 0.1);
  }
  // Half of these rates is below the shelf of the weighting.
  for (const rate of [1000, 2052, 3300, 3364])
    t.true(Math.abs(integratedLoudness(soundOf(rate, sine(200, rate, rate, 0.5))) + 9) < 1.1);
  t.is(integratedLoudness(soundOf(48000, new Float32Array(48000))), -70);
  t.true(integratedLoudness(soundOf(48000, sine(1000, 48000, 480, 0.5))) > -20);
});

test("true peaks lie between the samples", (t) => {
  // A quarter of the rate, 45 degrees off: samples at 0.707 of the peak (EBU Tech 3341, case 15).
  const tone = Float32Array.from(
    { length: 4800 },
    (_, frame) => 0.5 * Math.sin((Math.PI / 2) * frame + Math.PI / 4),
  );
  const { sample, between } = measurePeaks(soundOf(48000, tone));
  t.true(Math.abs(sample - 0.5 * Math.SQRT1_2) < 1e-6);
  t.true(
    20 * Math.log10(between / 0.5) > -0.4 && 20 * Math.log10(between / 0.5) < 0.2,
    `${between}`,
  );
});

test("a sound at full scale for several samples is clipped, and says where", async (t) => {
  const loud = sine(100, 8000, 800, 1.5).map((x) => Math.max(-1, Math.min(0.99999, x)));
  const [problem] = await problems(makeWav([loud], { bits: 16, sampleRate: 8000 }));
  t.is(problem?.code, "AS5006");
  t.regex(problem?.message ?? "", /in 20 places, first at 0\.001 s/);
  t.deepEqual(
    await problems(makeWav([sine(100, 8000, 800, 0.99)], { bits: 16, sampleRate: 8000 })),
    [],
  );
  const over = makeWav([sine(1000, 48000, 480, 1.2)], {
    bits: 32,
    isFloat: true,
    sampleRate: 48000,
  });
  t.is((await problems(over))[0]?.code, "AS5006");
});

test("ADPCM keeps a tone 30 dB above its noise, in either channel", (t) => {
  const left = toInt16(sine(440, 44100, 5000, 0.5));
  const right = toInt16(sine(1234, 44100, 5000, 0.8));
  const { data, blockSize } = encodeAdpcm([left, right]);
  const played = decodeAdpcm(data, 5000, 2, blockSize);
  t.true(signalToNoise([left], [played[0] as Int16Array]) > 30);
  t.true(signalToNoise([right], [played[1] as Int16Array]) > 25);
  t.is(data.length, 5 * 1024);
});

test("ADPCM blocks decode to the samples of the IMA reference", (t) => {
  // One block: first sample 100, step row 10; nibbles 7, 0, 15, 8 by hand from the recommendation's formula.
  const block = new Uint8Array(16);
  block.set([100, 0, 10, 0, 0x07, 0x8f]);
  const [samples] = decodeAdpcm(block, 5, 1, 16);
  // Steps 19, 41, 37, 80: differences 34, 5, -68, -10.
  t.deepEqual([...(samples ?? [])], [100, 134, 139, 71, 61]);
});

test("`auto` keeps small sounds as PCM, codes longer ones, and gives up where that would spoil one", async (t) => {
  const wav = (samples: Float32Array) => makeWav([samples], { bits: 16 });
  t.is((await compile(wav(sine(440, 44100, 4000, 0.5)))).format, "pcm16");
  t.is((await compile(wav(sine(440, 44100, 20000, 0.5)))).format, "adpcm");
  let state = 1;
  const noise = Float32Array.from({ length: 20000 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
  t.is((await compile(wav(noise))).format, "pcm16");
  t.is((await compile(wav(noise), { format: "adpcm" })).format, "adpcm");
});

test("16-bit samples come through unchanged", async (t) => {
  const left = Int16Array.from({ length: 300 }, (_, at) => at * 109 - 16000);
  const wav = makeWav(
    [left, left.toReversed()].map((c) => Float64Array.from(c, (x) => x / 32768)),
    {
      bits: 16,
    },
  );
  const audio = await compile(wav, { format: "pcm16" });
  t.deepEqual(
    audioSamples(audio)?.map((c) => [...c]),
    [[...left], [...left.toReversed()]],
  );
});

test("mono is the mean; more than two channels need it", async (t) => {
  const six = Array.from({ length: 6 }, (_, at) => [at / 8, 0]);
  const wav = makeWav(six, { bits: 16 });
  t.is((await problems(wav))[0]?.code, "AS5002");
  const audio = await compile(wav, { mono: true });
  t.deepEqual([...(audioSamples(audio)?.[0] ?? [])], [10240, 0]);
});

test("resampling keeps tones below the new Nyquist frequency and nothing of those above", (t) => {
  for (const [from, to] of [
    [44100, 48000],
    [48000, 44100],
    [44100, 22050],
    [22050, 44100],
    [44101, 48000],
    [8000, 11025],
  ] as const) {
    const hertz = Math.min(from, to) * 0.2;
    const { channels } = resample(soundOf(from, sine(hertz, from, from / 2, 0.5)), to);
    const expected = sine(hertz, to, channels[0]?.length ?? 0, 0.5);
    const middle = (x: Float32Array) => x.subarray(1000, x.length - 1000);
    const ratio = signalToNoise([middle(expected)], [middle(channels[0] as Float32Array)]);
    t.true(ratio > 85, `${from} to ${to}: ${ratio} dB`);
  }
  const high = resample(soundOf(44100, sine(15000, 44100, 44100, 1)), 22050);
  t.true(
    measurePeaks(soundOf(22050, (high.channels[0] as Float32Array).subarray(500, -500))).sample <
      2e-4,
  );
});

test("loop points of package.xml go before those of the file and move with the rate", async (t) => {
  const wav = makeWav([sine(440, 44100, 4410, 0.5)], {
    bits: 16,
    after: [samplerChunk([[0, 0, 99]])],
  });
  t.deepEqual((await compile(wav)).loop, { start: 0, end: 100 });
  t.is((await compile(wav, { loop: { kind: "none" } })).loop, null);
  const frames = { kind: "frames", start: 2000, end: 4000 } as const;
  t.deepEqual((await compile(wav, { loop: frames, sampleRate: 22050 })).loop, {
    start: 1000,
    end: 2000,
  });
  const beyond = await problems(wav, { loop: { kind: "frames", start: 0, end: 5000 } });
  t.is(beyond[0]?.message, "Loop from 0 to 5000 does not fit in the sound's 4410 frames");
});

test("FLAC of 16 and 24 bits decodes exactly", async (t) => {
  for (const bits of [16, 24] as const) {
    const size = 2 ** (bits - 1);
    const left = Int32Array.from({ length: 3000 }, (_, at) =>
      Math.round(Math.sin(at / 9) * (size - 1)),
    );
    const right = left.map((x) => -x >> 1);
    const sound = await decodeSound(makeFlac([left, right], bits));
    t.is(sound.sampleRate, 44100);
    t.deepEqual(
      sound.channels.map((c) => [...c.map((x) => x * size)]),
      [[...left], [...right]],
    );
  }
  const cut = makeFlac([new Int32Array(3000).fill(5)], 16).subarray(0, 4000);
  t.is((await problems(cut))[0]?.code, "AS5001");
});

test("FLAC of the reference encoder decodes exactly: predictors, stereo by difference, unused bits", async (t) => {
  // What sounds/*.flac were encoded from.
  const wave = (size: number, frame: number, channel: number): number =>
    Math.round(
      size * (0.6 * Math.sin(frame * (0.031 + channel * 0.011)) + 0.3 * Math.sin(frame * 0.4)),
    ) +
    ((frame * 7919 + channel * 31) % 13);
  const read = (name: string) =>
    decodeSound(readFileSync(join(import.meta.dirname, `sounds/${name}.flac`)));
  const stereo = await read("stereo");
  t.is(stereo.channels.length, 2);
  for (const [channel, samples] of stereo.channels.entries()) {
    t.is(samples.length, 1200);
    t.true(samples.every((sample, frame) => sample * 32768 === wave(20000, frame, channel)));
  }
  const wasted = (await read("wasted")).channels[0] as Float32Array;
  t.true(wasted.every((sample, frame) => sample * 32768 === wave(2000, frame, 0) * 8));
});

test("Ogg Vorbis and MP3 decode to the tone that was encoded", async (t) => {
  const fromOgg = await decodeSound(ogg);
  t.deepEqual(
    [fromOgg.sampleRate, fromOgg.channels.length, fromOgg.channels[0]?.length],
    [44100, 2, 11025],
  );
  const expected = [sine(441, 44100, 11025, 0.5), sine(882, 44100, 11025, 0.25)];
  t.true(signalToNoise(expected, fromOgg.channels) > 15);
  const fromMp3 = await decodeSound(mp3);
  t.deepEqual([fromMp3.sampleRate, fromMp3.channels.length], [44100, 1]);
  const [samples] = fromMp3.channels;
  const start = (samples as Float32Array).length - 11025;
  t.true(start >= 0 && start < 2400, `${start}`);
});

test("Ogg stays as it is where it is asked for or plays long, and only then", async (t) => {
  const kept = await compile(ogg, { format: "ogg" });
  t.deepEqual([kept.format, kept.frames, kept.sampleRate, kept.channels], ["ogg", 11025, 44100, 2]);
  t.deepEqual(Buffer.from(kept.data), ogg);
  t.is((await compile(ogg)).format, "adpcm");
  t.is((await problems(ogg, { format: "ogg", mono: true }))[0]?.code, "AS5005");
  t.is((await problems(mp3, { format: "ogg" }))[0]?.code, "AS5005");
});

test("damaged Ogg and MP3 name the place", async (t) => {
  const broken = Buffer.from(ogg);
  broken[3000] = (broken[3000] as number) ^ 1;
  t.regex((await problems(broken))[0]?.message ?? "", /wrong checksum in the page at byte/);
  t.regex(
    (await problems(ogg.subarray(0, 2000)))[0]?.message ?? "",
    /ends inside the page at byte/,
  );
  t.regex(
    (await problems(mp3.subarray(0, 900)))[0]?.message ?? "",
    /ends inside the frame at byte/,
  );
  const gap = Buffer.concat([mp3.subarray(0, mp3.length), Buffer.from("what is this?")]);
  t.regex((await problems(gap))[0]?.message ?? "", /no MP3 frame at byte 1979/);
  t.regex(
    (await problems(Buffer.from("hello, sound")))[0]?.message ?? "",
    /no WAV, Ogg, FLAC or MP3/,
  );
});

test("a blob becomes a WAV file that reads back, loop included", async (t) => {
  const wav = makeWav([sine(440, 22050, 2000, 0.5), sine(330, 22050, 2000, 0.5)], {
    bits: 16,
    sampleRate: 22050,
    after: [samplerChunk([[0, 50, 1999]])],
  });
  const { value } = await compileAudio(wav, "s.wav", { ...PLAIN, format: "pcm16" });
  const back = readWav(await audioToWav(value as Uint8Array));
  t.deepEqual(back, readWav(wav));
  const kept = await compileAudio(ogg, "s.ogg", { ...PLAIN, format: "ogg" });
  t.is(readWav(await audioToWav(kept.value as Uint8Array)).channels[0]?.length, 11025);
});

test("package.xml says what to make of a sound", (t) => {
  const read = (content: string) =>
    readPackage(
      `<package id="p" version="1"><assets><audio id="A">${content}</audio></assets></package>`,
      "p.xml",
    );
  t.deepEqual(read("<source>a.wav</source>").model?.definitions[0], {
    kind: "audio",
    package: "p",
    id: "A",
    source: "a.wav",
    format: "auto",
    mono: false,
    sampleRate: null,
    loop: { kind: "source" },
  });
  const loopOf = (xml: string): unknown => {
    const definition = read(`<source>a.wav</source>${xml}`).model?.definitions[0];
    return definition?.kind === "audio" ? definition.loop : undefined;
  };
  t.deepEqual(loopOf('<loop mode="none"/>'), { kind: "none" });
  t.deepEqual(loopOf("<loop/>"), { kind: "frames", start: 0, end: null });
  t.deepEqual(loopOf('<loop start="5" end="10"/>'), { kind: "frames", start: 5, end: 10 });
  const codes = (content: string) =>
    read(content).diagnostics.map(({ code, line }) => [code, line]);
  t.deepEqual(codes('<source>a.aiff</source><loop start="x"/>'), [
    ["PK2012", 1],
    ["PK2006", 1],
  ]);
  t.deepEqual(codes("<source>a.wav</source><sampleRate>44000</sampleRate>"), [["PK2006", 1]]);
});
