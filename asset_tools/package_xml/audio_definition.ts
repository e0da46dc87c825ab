import type { Defined } from "./defined.ts";

/** Storage asked for a sound; `auto` decides by length and by what is lost. */
export const audioFormats = ["auto", "pcm16", "adpcm", "ogg"] as const;
export type AudioFormatChoice = (typeof audioFormats)[number];

/** Sample rates that a sound can be brought to. */
export const audioRates = ["8000", "11025", "16000", "22050", "24000", "32000", "44100", "48000"];

/** Where playing goes on after the end: as the file says, nowhere, or at frames of the source; no end is the sound's. */
export type AudioLoop =
  | { readonly kind: "source" }
  | { readonly kind: "none" }
  | { readonly kind: "frames"; readonly start: number; readonly end: number | null };

export interface AudioDefinition extends Defined {
  readonly kind: "audio";
  /** Path below the package's folder. */
  readonly source: string;
  readonly format: AudioFormatChoice;
  /** Whether all channels become one. */
  readonly mono: boolean;
  /** Null keeps the source's. */
  readonly sampleRate: number | null;
  readonly loop: AudioLoop;
}
