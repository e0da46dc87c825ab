/** What a page gives its audio device to play. */
import type { Page } from "playwright-core";

/** A buffer whose playing was started; times in seconds. */
export interface HeardSound {
  readonly duration: number;
  readonly channels: number;
  /** Null where it is played once. */
  readonly loop: { readonly start: number; readonly end: number } | null;
  /** The largest absolute sample. */
  readonly peak: number;
  readonly pitch: number;
}

declare global {
  var heardSounds: HeardSound[];
}

/** Notes from now on, also over reloads, what is played; before the page is opened. */
export async function noteSounds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.heardSounds = [];
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...args) {
      const { buffer, loop, loopStart, loopEnd, playbackRate } = this;
      if (buffer !== null)
        globalThis.heardSounds.push({
          duration: buffer.duration,
          channels: buffer.numberOfChannels,
          loop: loop ? { start: loopStart, end: loopEnd } : null,
          peak: buffer.getChannelData(0).reduce((most, it) => Math.max(most, Math.abs(it)), 0),
          pitch: playbackRate.value,
        });
      start.apply(this, args);
    };
  });
}

/** Waits for a sound of this length, to a fiftieth of a second. */
export async function heardSound(page: Page, duration: number): Promise<HeardSound> {
  await page.waitForFunction(
    (wanted) => globalThis.heardSounds.some((it) => Math.abs(it.duration - wanted) < 0.02),
    duration,
  );
  const sounds = await page.evaluate(() => globalThis.heardSounds);
  return sounds.find((it) => Math.abs(it.duration - duration) < 0.02) as HeardSound;
}
