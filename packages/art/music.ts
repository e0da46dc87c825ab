/**
 * The sample's music: bells over slow chords. Two bars lead in, eight are the loop, and after them its last notes ring out. The
 * bars that lead in are the loop's last, so that what still rings where the loop starts is what rings where it ends.
 */

/** Frames a second. */
export const MUSIC_RATE = 32000;

const BEAT = MUSIC_RATE / 2;
const BAR = 4 * BEAT;
const LEAD_IN = 2 * BAR;
const RING_OUT = BAR;

/** Eight quavers of bells for each bar of the loop, under them a chord whose first note is the bass. */
const BARS: readonly (readonly [bells: string, chord: string])[] = [
  ["D5 . A5 . F#5 . E5 .", "D3 A3 D4 F#4"],
  ["D5 . F#5 . B4 . . A4", "B2 F#3 B3 D4"],
  ["B4 . D5 . G5 . F#5 .", "G2 D3 G3 B3"],
  ["E5 . . A5 . . C#5 .", "A2 E3 A3 C#4"],
  ["D5 . A5 . B5 . A5 F#5", "D3 A3 D4 F#4"],
  ["A5 . F#5 . C#5 . . .", "F#2 C#3 F#3 A3"],
  ["B4 . D5 . B5 A5 G5 .", "G2 D3 G3 B3"],
  ["A4 . C#5 . E5 . . .", "A2 E3 A3 C#4"],
];

/** The loop, in frames. */
export const MUSIC_LOOP = { start: LEAD_IN, end: LEAD_IN + BARS.length * BAR } as const;

/** How a note sounds: how loud it is `seconds` after its start, and the strength of each harmonic. */
interface Instrument {
  readonly seconds: number;
  readonly loudness: (seconds: number) => number;
  readonly harmonics: readonly number[];
}

const bell: Instrument = {
  seconds: 2.5,
  loudness: (seconds) => 0.16 * Math.min(1, seconds * 200) * fading(seconds, 2.5) ** 6,
  harmonics: [1, 0.35, 0.1, 0.12],
};

const pad: Instrument = {
  seconds: 3.5,
  loudness: (seconds) => 0.045 * Math.min(1, seconds / 0.8) * fading(seconds - 1.5, 2) ** 2,
  harmonics: [1, 0.3, 0.12],
};

/** 1 up to no seconds, and then straight down to 0 after `length`. */
function fading(seconds: number, length: number): number {
  return Math.max(0, Math.min(1, 1 - seconds / length));
}

/** Left and right channel, in steps of 16-bit samples so that the last digits of a sine count for nothing. */
export function music(): Float32Array[] {
  const frames = MUSIC_LOOP.end + RING_OUT;
  const [left, right] = [new Float32Array(frames), new Float32Array(frames)];
  const play = (instrument: Instrument, name: string, start: number, side: number): void => {
    const note = ring(instrument, pitchOf(name));
    for (let frame = 0; frame < note.length && start + frame < frames; frame++) {
      const value = note[frame] as number;
      left[start + frame] = (left[start + frame] as number) + value * (1 - side);
      right[start + frame] = (right[start + frame] as number) + value * (1 + side);
    }
  };
  for (const [bar, [bells, chord]] of [...BARS.slice(-2), ...BARS].entries()) {
    for (const [at, name] of bells.split(" ").entries())
      if (name !== ".") play(bell, name, bar * BAR + (at * BEAT) / 2, at % 4 === 0 ? -0.3 : 0.3);
    for (const [at, name] of chord.split(" ").entries())
      play(pad, name, bar * BAR, at % 2 === 0 ? -0.15 : 0.15);
  }
  return [left, right].map((channel) => channel.map((value) => Math.round(value * 32767) / 32768));
}

function ring({ seconds, loudness, harmonics }: Instrument, hertz: number): Float64Array {
  return Float64Array.from({ length: seconds * MUSIC_RATE }, (_, frame) => {
    const turn = (2 * Math.PI * hertz * frame) / MUSIC_RATE;
    const wave = harmonics.reduce((sum, part, at) => sum + part * Math.sin(turn * (at + 1)), 0);
    return wave * loudness(frame / MUSIC_RATE);
  });
}

/** Hertz of a name such as `F#4`, in equal temperament around A4 = 440 Hz. */
function pitchOf(name: string): number {
  const step = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"].indexOf(
    name.slice(0, -1),
  );
  return 440 * 2 ** ((step - 9) / 12 + Number(name.at(-1)) - 4);
}
