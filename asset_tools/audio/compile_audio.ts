/** AudioCompile: a sound file to a blob of samples, or to one that holds the Ogg file as it is. */
import { type Diagnostic, diagnostic, type Outcome, wholeFile } from "../document/diagnostic.ts";
import { unreadableHint } from "../document/file_problem.ts";
import { decodeAdpcm } from "../fpkg/adpcm.ts";
import { type Audio, encodeAudio } from "../fpkg/audio_blob.ts";
import type { AudioDefinition, AudioLoop } from "../package_xml/audio_definition.ts";
import { decodeMp3, decodeVorbis } from "./decoders.ts";
import { encodeAdpcm, encodePcm16, toInt16 } from "./encode_samples.ts";
import { log10 } from "./exact_math.ts";
import { integratedLoudness } from "./loudness.ts";
import { findClipping, measurePeaks, type Peaks } from "./peaks.ts";
import { readFlac } from "./read_flac.ts";
import { readOgg } from "./read_ogg.ts";
import { readWav } from "./read_wav.ts";
import { resample } from "./resample.ts";
import { signalToNoise } from "./signal_to_noise.ts";
import { frameCount, type Sound, SoundError, type SoundLoop, toMono } from "./sound.ts";

/** The part of an audio definition that says what to make. */
export type AudioOptions = Pick<AudioDefinition, "format" | "mono" | "sampleRate" | "loop">;

/** What is read, as `foreignKind` names it. */
const SOUND_KINDS = ["a WAV sound", "an Ogg sound", "a FLAC sound", "an MP3 sound"];

/** Ogg that plays longer stays Ogg. */
const MUSIC_SECONDS = 6;

/** Below this many bytes of PCM there is nothing to win. */
const SMALL_BYTES = 16384;

/** Decibels; a sound that ADPCM would spoil more stays PCM. */
const LEAST_SIGNAL_TO_NOISE = 20;

/** Peaks between samples that a converter's filter still takes; as an amplitude, 0.5 dB above full scale. */
const MOST_TRUE_PEAK = 1.0592537251772889;

/** Compiles one sound; `file` is the source's path in diagnostics. */
export async function compileAudio(
  source: Uint8Array,
  file: string,
  options: AudioOptions,
): Promise<Outcome<Uint8Array>> {
  try {
    return await compile(source, file, options);
  } catch (error) {
    if (!(error instanceof SoundError)) throw error;
    const problem = `it ${error.message}`;
    const hint = unreadableHint(source, SOUND_KINDS, "WAV, Ogg, FLAC or MP3");
    return { diagnostics: [diagnostic("AS5001", wholeFile(file), { problem }, hint)] };
  }
}

async function compile(
  source: Uint8Array,
  file: string,
  options: AudioOptions,
): Promise<Outcome<Uint8Array>> {
  const decoded = await decodeSound(source);
  const diagnostics: Diagnostic[] = decoded.notes.map((note) =>
    diagnostic("AS5004", wholeFile(file), { note }),
  );
  const looped = placeLoop(decoded, options.loop, file);
  if ("problem" in looped) return { diagnostics: [looped.problem] };
  const mixed = options.mono ? toMono(looped.sound) : looped.sound;
  if (mixed.channels.length > 2) {
    const hint = "Set `<mono>true</mono>`, or mix it to stereo in an editor";
    const args = { channels: mixed.channels.length };
    return { diagnostics: [diagnostic("AS5002", wholeFile(file), args, hint)] };
  }
  const sound = options.sampleRate === null ? mixed : resample(mixed, options.sampleRate);
  const peaks = measurePeaks(sound);
  diagnostics.push(...checkLevels(decoded, peaks, file));
  const isKept = keepsOgg(source, sound, decoded, options);
  if (isKept === null) {
    const hint = "Give an `.ogg`, without `<mono>` and `<sampleRate>`; or leave `<format>` out";
    return { diagnostics: [diagnostic("AS5005", wholeFile(file), {}, hint)] };
  }
  const payload = isKept ? oggPayload(source) : samplePayload(sound, options);
  const value = encodeAudio({
    ...payload,
    channels: sound.channels.length,
    sampleRate: sound.sampleRate,
    frames: frameCount(sound),
    loop: sound.loop,
    loudness: integratedLoudness(sound),
    samplePeak: peaks.sample,
    truePeak: peaks.between,
  });
  return { value, diagnostics };
}

/** By the file's first bytes, not by its name. */
export async function decodeSound(source: Uint8Array): Promise<Sound> {
  const start = String.fromCharCode(...source.subarray(0, 4));
  if (start === "RIFF") return readWav(source);
  if (start === "fLaC") return readFlac(source);
  if (start === "OggS") return decodeVorbis(source, readOgg(source));
  if (start.startsWith("ID3") || source[0] === 0xff) return decodeMp3(source);
  throw new SoundError("is no WAV, Ogg, FLAC or MP3 file");
}

function placeLoop(
  sound: Sound,
  wanted: AudioLoop,
  file: string,
): { readonly sound: Sound } | { readonly problem: Diagnostic } {
  if (wanted.kind === "source") return { sound };
  if (wanted.kind === "none") return { sound: { ...sound, loop: null } };
  const frames = frameCount(sound);
  const loop: SoundLoop = { start: wanted.start, end: wanted.end ?? frames };
  if (loop.start < loop.end && loop.end <= frames) return { sound: { ...sound, loop } };
  const hint = `Frames are those of the source: \`start\` is less than \`end\`, which is at most ${frames}`;
  return { problem: diagnostic("AS5003", wholeFile(file), { ...loop, frames }, hint) };
}

function checkLevels(decoded: Sound, peaks: Peaks, file: string): Diagnostic[] {
  const clipping = findClipping(decoded);
  if (clipping !== null) {
    const seconds = (clipping.first / decoded.sampleRate).toFixed(3);
    const hint = "Record or export it with less gain";
    return [diagnostic("AS5006", wholeFile(file), { count: clipping.count, seconds }, hint)];
  }
  if (peaks.between <= MOST_TRUE_PEAK) return [];
  const decibels = (20 * log10(peaks.between)).toFixed(1);
  const hint = `Turn it down by ${decibels} dB`;
  return [diagnostic("AS5007", wholeFile(file), { decibels }, hint)];
}

/** Whether the file itself is stored; null where it was asked for and cannot be. */
function keepsOgg(
  source: Uint8Array,
  sound: Sound,
  decoded: Sound,
  { format }: AudioOptions,
): boolean | null {
  const isOgg = source[0] === 0x4f;
  const isUntouched =
    sound.sampleRate === decoded.sampleRate && sound.channels.length === decoded.channels.length;
  if (format === "ogg") return isOgg && isUntouched ? true : null;
  const isMusic = frameCount(sound) > MUSIC_SECONDS * sound.sampleRate;
  return format === "auto" && isOgg && isUntouched && isMusic;
}

type Payload = Pick<Audio, "format" | "data" | "blockSize">;

function oggPayload(source: Uint8Array): Payload {
  return { format: "ogg", data: source, blockSize: 0 };
}

function samplePayload(sound: Sound, { format }: AudioOptions): Payload {
  const channels = sound.channels.map(toInt16);
  const pcm: Payload = { format: "pcm16", data: encodePcm16(channels), blockSize: 0 };
  if (format === "pcm16" || (format === "auto" && pcm.data.length <= SMALL_BYTES)) return pcm;
  const { data, blockSize } = encodeAdpcm(channels);
  const played = decodeAdpcm(data, frameCount(sound), channels.length, blockSize);
  if (format === "auto" && signalToNoise(channels, played) < LEAST_SIGNAL_TO_NOISE) return pcm;
  return { format: "adpcm", data, blockSize };
}
