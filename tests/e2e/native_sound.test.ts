/** A native game sounds like its page. */
import test from "ava";
import { adpcmBlob, oggBlob, pcmBlob, tone } from "#tests/assets/native/sample_sounds.ts";
import { soundDriver } from "#tests/assets/native/sound_driver.ts";
import { arrange, type Part } from "#tests/assets/native/sound_script.ts";
import { lacks, missingBrowser, openBrowser } from "./browser.ts";
import { pageMix } from "./page_mix.ts";

/** Frames of a picture: 25 times what a browser computes at once. */
const STEP = 3200;
const PICTURES = 30;

/** How far apart, as a share of what is heard. One frame too early or too late would be 5 % of a tone of 400 Hz. */
function apart(native: readonly ArrayLike<number>[], page: readonly (readonly number[])[]): number {
  let [off, all] = [0, 0];
  for (const [side, samples] of page.entries()) {
    for (const [frame, sample] of samples.entries()) {
      off += ((native[side]?.[frame] ?? 0) - sample) ** 2;
      all += sample ** 2;
    }
  }
  return Math.sqrt(off / all);
}

test("a native game sounds like its page", async (t) => {
  t.timeout(280_000);
  const driver = soundDriver(t);
  if (driver === null) return;
  if (lacks(t, missingBrowser())) return;
  const loop = { start: 10000, end: 21001 };
  const pair = (rate: number, seconds: number) => [
    tone(rate, seconds, 300),
    tone(rate, seconds, 400),
  ];
  const blobs = [
    pcmBlob(pair(48000, 0.9), { sampleRate: 48000, loop }),
    adpcmBlob(pair(22050, 1.2), { sampleRate: 22050, loop }),
    await oggBlob(pair(32000, 1.2), { sampleRate: 32000, loop }),
  ];
  // What each may be apart: browsers interpolate along lines, and change the rate of Ogg with a filter.
  const cases: readonly (readonly [name: string, most: number, parts: readonly Part[]])[] = [
    ["as stored", 1e-6, [{ sound: 0, from: 2, until: 25, loops: true, volume: (at) => at / 25 }]],
    ["another rate", 0.005, [{ sound: 1, from: 1, until: 28, loops: true }]],
    ["once", 0.005, [{ sound: 1, from: 1, until: 28, pitch: (at) => 1 + at / 20 }]],
    ["late", 0.005, [{ sound: 1, from: 3, until: 20, loops: true, late: 5.4 }]],
    ["Ogg", 0.005, [{ sound: 2, from: 4, until: 28, loops: true }]],
    [
      "all at once",
      0.005,
      [
        { sound: 0, from: 0, until: 9, volume: () => 0.5 },
        { sound: 0, from: 5, until: 30, loops: true, pitch: () => 0.75 },
        { sound: 1, from: 2, until: 30, loops: true, volume: (at) => 1 / (at + 1) },
        // Chromium cuts off the last few milliseconds of an Ogg file.
        { sound: 2, from: 8, until: 19, pitch: () => 1.5 },
      ],
    ],
  ];
  const browser = await openBrowser(200, 100);
  try {
    for (const [name, most, parts] of cases) {
      const pictures = arrange(parts, PICTURES, STEP);
      const page = await pageMix(browser, blobs, pictures);
      const share = apart(driver.mix(blobs, pictures).channels, page);
      t.log(`${name}: ${(share * 100).toFixed(4)} % apart`);
      t.true(share < most, name);
    }
  } finally {
    await browser.close();
  }
});
