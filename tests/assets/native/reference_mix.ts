/** The mix as its rules say it, sample by sample and with nothing kept between; what the native mixer is compared with. */
import { decodeVorbis } from "#asset_tools/audio/decoders.ts";
import { readOgg } from "#asset_tools/audio/read_ogg.ts";
import { type Audio, decodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { audioSamples } from "#asset_tools/fpkg/audio_samples.ts";
import { placeInSound } from "#runtime/audio/place_in_sound.ts";
import type { SoundingVoice } from "#runtime/renderer/render_commands.ts";
import { MIX_RATE, type Picture } from "./sound_script.ts";

interface Sound {
  readonly audio: Audio;
  readonly channels: readonly (readonly number[] | Float32Array)[];
}

interface Playing {
  readonly sound: Sound;
  readonly loop: { readonly start: number; readonly end: number } | null;
  /** In frames of the sound, as they are heard. */
  place: number;
}

/** Later than this a sound starts from where it should be, in seconds. */
const LATE = 0.25;

/** Left and right of all pictures. `blobs` are the sounds by their handles. */
export async function referenceMix(
  blobs: readonly Uint8Array[],
  pictures: readonly Picture[],
): Promise<Float64Array[]> {
  const sounds = await Promise.all(blobs.map(readSound));
  const length = pictures.reduce((sum, { frames }) => sum + frames, 0);
  const [left, right] = [new Float64Array(length), new Float64Array(length)];
  let playing = new Map<number, Playing>();
  let at = 0;
  for (const { frames, voices } of pictures) {
    playing = new Map(
      voices.map((voice) => [
        voice.id,
        playing.get(voice.id) ?? start(sounds[voice.sound] as Sound, voice),
      ]),
    );
    for (const voice of voices) {
      const it = playing.get(voice.id) as Playing;
      const { audio, channels } = it.sound;
      for (let frame = at; frame < at + frames; frame++) {
        left[frame] = (left[frame] as number) + voice.volume * sampleAt(it, channels[0] ?? []);
        const other = channels[audio.channels - 1] ?? [];
        right[frame] = (right[frame] as number) + voice.volume * sampleAt(it, other);
        it.place += (voice.pitch * audio.sampleRate) / MIX_RATE;
      }
    }
    at += frames;
  }
  return [left, right].map((side) => side.map((sample) => Math.max(-1, Math.min(1, sample))));
}

async function readSound(blob: Uint8Array): Promise<Sound> {
  const audio = decodeAudio(blob);
  const samples = audioSamples(audio)?.map((channel) => Array.from(channel, (it) => it / 32768));
  const channels = samples ?? (await decodeVorbis(audio.data, readOgg(audio.data))).channels;
  return { audio, channels };
}

function start(sound: Sound, { loops, position }: SoundingVoice): Playing {
  const { frames, sampleRate, loop } = sound.audio;
  const points = loops ? (loop ?? { start: 0, end: frames }) : null;
  const seconds = points && { start: points.start / sampleRate, end: points.end / sampleRate };
  const place = position > LATE ? placeInSound(position, frames / sampleRate, seconds) : 0;
  return { sound, loop: points, place: place * sampleRate };
}

/** Catmull and Rom's curve through the frames around the place. */
function sampleAt({ place, loop }: Playing, samples: readonly number[] | Float32Array): number {
  const heard = (frame: number): number => {
    if (frame < 0) return 0;
    const isRound = loop !== null && frame >= loop.end;
    return (
      samples[isRound ? loop.start + ((frame - loop.start) % (loop.end - loop.start)) : frame] ?? 0
    );
  };
  const first = Math.floor(place);
  const t = place - first;
  const [a, b, c, d] = [-1, 0, 1, 2].map((by) => heard(first + by)) as [
    number,
    number,
    number,
    number,
  ];
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
