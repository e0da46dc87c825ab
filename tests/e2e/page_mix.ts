/** What a page makes audible of pictures with sounds: its own player, with a device that is as fast as it can be and writes down what it plays. */
import type { BrowserContext } from "playwright-core";
import type { Picture } from "#tests/assets/native/sound_script.ts";
import { openModulePage } from "./module_page.ts";

declare global {
  var mixPictures: (
    blobs: readonly string[],
    pictures: readonly Picture[],
  ) => Promise<readonly (readonly number[])[]>;
}

/** The device stands still at each picture until the player has started all that it is told of. */
const SCRIPT = `
import { SoundPlayer } from "#runtime/audio/sound_player.ts";
const RATE = 48000;

globalThis.mixPictures = async (texts, pictures) => {
  const blobs = texts.map((text) => Uint8Array.from(atob(text), (it) => it.charCodeAt(0)));
  const frames = pictures.reduce((sum, picture) => sum + picture.frames, 0);
  const device = new OfflineAudioContext(2, frames, RATE);
  globalThis.AudioContext = function () { return device; };
  let started = 0;
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...args) {
    started++;
    start.apply(this, args);
  };
  const player = new SoundPlayer({ version: () => 1, blob: (handle) => blobs[handle] ?? null });
  const ids = new Set();
  let at = 0;
  for (const { frames, voices } of pictures) {
    const seconds = at / RATE;
    device.suspend(seconds).then(async () => {
      player.follow(voices, seconds);
      for (const { id } of voices) ids.add(id);
      while (started < ids.size) await new Promise((done) => setTimeout(done));
      device.resume();
    });
    at += frames;
  }
  const mix = await device.startRendering();
  return [0, 1].map((channel) => [...mix.getChannelData(channel)]);
};`;

/** Left and right of all pictures. Each has to be a multiple of 128 frames long, between which the browser does not stop. */
export async function pageMix(
  browser: BrowserContext,
  blobs: readonly Uint8Array[],
  pictures: readonly Picture[],
): Promise<readonly (readonly number[])[]> {
  const { page } = await openModulePage(browser, SCRIPT);
  const texts = blobs.map((blob) => Buffer.from(blob).toString("base64"));
  return page.evaluate(([given, script]) => globalThis.mixPictures(given, script), [
    texts,
    pictures,
  ] as const);
}
