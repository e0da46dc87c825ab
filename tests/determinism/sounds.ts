/** Every reader of sounds and every way to store one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { audioFormats, audioRates } from "#asset_tools/package_xml/audio_definition.ts";
import { makeFlac } from "#tests/assets/make_flac.ts";
import { makeWav, samplerChunk } from "#tests/assets/make_wav.ts";
import type { Case, Cases } from "./corpus.ts";

const recorded = ["stereo.flac", "wasted.flac", "tone.mp3", "tone.ogg"] as const;

export function soundCases(): Cases {
  const folder = join(import.meta.dirname, "..", "assets", "sounds");
  const files: Record<string, Uint8Array> = {
    ...waves(),
    "verbatim.flac": makeFlac(
      [Int32Array.from(hum(2000), (value) => Math.round(value * 30000))],
      16,
    ),
    ...Object.fromEntries(recorded.map((name) => [name, readFileSync(join(folder, name))])),
  };
  return { assets: [...Object.keys(files).flatMap(formatCases), ...settingCases()], files };
}

/** A saw with a slow swell, by arithmetic alone; -1 to 1. */
function hum(frames: number): Float32Array {
  return Float32Array.from({ length: frames }, (_, frame) => {
    const swell = 0.2 + (0.7 * (frame % 1500)) / 1500;
    return (((frame * 13) % 100) / 50 - 1) * swell;
  });
}

function waves(): Record<string, Uint8Array> {
  const left = hum(3000);
  const right = left.map((value) => -value / 2);
  const after = [samplerChunk([[0, 500, 2499]])];
  return {
    "bits8.wav": makeWav([left], { bits: 8, sampleRate: 8000 }),
    "bits16.wav": makeWav([left, right], { bits: 16 }),
    "bits24.wav": makeWav([left, right], { bits: 24, isExtensible: true, sampleRate: 48000 }),
    "bits32.wav": makeWav([left], { bits: 32, sampleRate: 22050 }),
    "float32.wav": makeWav([left], { bits: 32, isFloat: true, after }),
    "float64.wav": makeWav([left], { bits: 64, isFloat: true }),
  };
}

function sound(id: string, source: string, inside: string): Case {
  return { id, xml: `<audio id="${id}" keep="true"><source>${source}</source>${inside}</audio>` };
}

function formatCases(file: string): Case[] {
  const possible = audioFormats.filter((format) => format !== "ogg" || file.endsWith(".ogg"));
  return possible.map((format) =>
    sound(`Sound_${file.replace(/\W/g, "_")}_${format}`, file, `<format>${format}</format>`),
  );
}

function settingCases(): Case[] {
  return [
    ...audioRates.map((rate) =>
      sound(`Rate${rate}`, "bits16.wav", `<format>pcm16</format><sampleRate>${rate}</sampleRate>`),
    ),
    sound("Mono", "bits24.wav", "<mono>true</mono>"),
    sound("MonoMp3", "tone.mp3", "<mono>true</mono><sampleRate>16000</sampleRate>"),
    sound("OwnLoop", "float32.wav", '<format>adpcm</format><loop mode="source"/>'),
    sound("Loop", "bits16.wav", '<format>adpcm</format><loop start="100" end="1900"/>'),
    sound("NoLoop", "float32.wav", '<sampleRate>32000</sampleRate><loop mode="none"/>'),
  ];
}
