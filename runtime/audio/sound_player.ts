/**
 * Plays what a game's commands say is to be heard, with the page's audio device. It only follows: nothing comes back to
 * the game, so without a device, or before the page is allowed to make a sound, the game is the same.
 */
import { type Audio, decodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { audioSamples } from "#asset_tools/fpkg/audio_samples.ts";
import type { AssetStore } from "#runtime/assets/asset_store.ts";
import type { SoundingVoice } from "#runtime/renderer/render_commands.ts";
import { placeInSound } from "./place_in_sound.ts";

/** Seconds in which a game that goes on plays its voices on. */
const STANDSTILL = 0.25;

/** A sound that is this late starts from where it should be; before, from its beginning, so that none loses its attack. */
const LATE = 0.25;

interface Playing {
  readonly gain: GainNode;
  /** Null while its samples are being decoded. */
  source: AudioBufferSourceNode | null;
  isWanted: boolean;
}

interface Loaded {
  readonly version: number;
  readonly audio: Audio;
  readonly buffer: Promise<AudioBuffer>;
}

export class SoundPlayer {
  readonly #store: AssetStore;
  readonly #playing = new Map<number, Playing>();
  readonly #loaded = new Map<number, Loaded>();
  #context: AudioContext | null = null;
  #positions = "";
  #movedAt = 0;

  constructor(store: AssetStore) {
    this.#store = store;
  }

  /** Brings what is heard in line with the voices; `now` is in seconds. */
  follow(voices: readonly SoundingVoice[], now: number): void {
    if (voices.length === 0 && this.#context === null) return;
    const context = this.#open();
    if (context === null) return;
    this.#followClock(context, voices, now);
    const wanted = new Set(voices.map(({ id }) => id));
    for (const [id, playing] of this.#playing) if (!wanted.has(id)) this.#stop(id, playing);
    for (const voice of voices) {
      const playing = this.#playing.get(voice.id);
      if (playing === undefined) this.#start(context, voice);
      else adjust(playing, voice);
    }
  }

  /** Null where the browser has no audio. A page may sound only after its user has done something. */
  #open(): AudioContext | null {
    if (this.#context !== null || typeof AudioContext === "undefined") return this.#context;
    const context = new AudioContext();
    const wake = (): void => {
      context.resume().catch(() => {});
    };
    for (const event of ["pointerdown", "keydown"]) addEventListener(event, wake);
    this.#context = context;
    return context;
  }

  /** A game that stands still, or whose tab is hidden, holds its sounds. */
  #followClock(context: AudioContext, voices: readonly SoundingVoice[], now: number): void {
    const positions = voices.map(({ id, position }) => `${id}:${position}`).join(" ");
    if (positions !== this.#positions) this.#movedAt = now;
    this.#positions = positions;
    const stands = voices.length > 0 && now - this.#movedAt > STANDSTILL;
    for (const { gain } of this.#playing.values()) {
      if (stands) gain.disconnect();
      else gain.connect(context.destination);
    }
  }

  #start(context: AudioContext, voice: SoundingVoice): void {
    const loaded = this.#load(context, voice.sound);
    if (loaded === null) return;
    const gain = context.createGain();
    gain.connect(context.destination);
    const playing: Playing = { gain, source: null, isWanted: true };
    this.#playing.set(voice.id, playing);
    adjust(playing, voice);
    loaded.buffer.then(
      (buffer) => {
        if (playing.isWanted) playing.source = play(context, gain, buffer, loaded.audio, voice);
      },
      (error: Error) => console.error(`Sound ${voice.sound} cannot be decoded: ${error.message}`),
    );
  }

  #stop(id: number, playing: Playing): void {
    playing.isWanted = false;
    playing.source?.stop();
    playing.gain.disconnect();
    this.#playing.delete(id);
  }

  /** The sound's samples, decoded once a version; null for a handle of no sound. */
  #load(context: AudioContext, handle: number): Loaded | null {
    const version = this.#store.version(handle);
    const known = this.#loaded.get(handle);
    if (known?.version === version) return known;
    const blob = this.#store.blob(handle);
    if (blob === null) return null;
    const audio = decodeAudio(blob);
    const loaded = { version, audio, buffer: bufferOf(context, audio) };
    this.#loaded.set(handle, loaded);
    return loaded;
  }
}

function adjust({ gain, source }: Playing, { volume, pitch }: SoundingVoice): void {
  gain.gain.value = volume;
  if (source) source.playbackRate.value = pitch;
}

function play(
  context: AudioContext,
  gain: GainNode,
  buffer: AudioBuffer,
  { loop, sampleRate }: Audio,
  { loops, position, pitch }: SoundingVoice,
): AudioBufferSourceNode {
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.playbackRate.value = pitch;
  source.loop = loops;
  source.loopStart = loop === null ? 0 : loop.start / sampleRate;
  source.loopEnd = loop === null ? buffer.duration : loop.end / sampleRate;
  source.connect(gain);
  const seconds = loops ? { start: source.loopStart, end: source.loopEnd } : null;
  source.start(0, position > LATE ? placeInSound(position, buffer.duration, seconds) : 0);
  return source;
}

async function bufferOf(context: AudioContext, audio: Audio): Promise<AudioBuffer> {
  const samples = audioSamples(audio);
  // The browser takes the bytes over, so it gets a copy.
  if (samples === null) return context.decodeAudioData(audio.data.slice().buffer as ArrayBuffer);
  const buffer = context.createBuffer(audio.channels, audio.frames, audio.sampleRate);
  for (const [channel, values] of samples.entries()) {
    buffer.copyToChannel(
      new Float32Array(values).map((value) => value / 32768),
      channel,
    );
  }
  return buffer;
}
