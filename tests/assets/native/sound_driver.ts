/** Runs sound_driver.c on a bundle of sounds. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExecutionContext } from "ava";
import { readWav } from "#asset_tools/audio/read_wav.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { bundlePackages } from "#asset_tools/package_link/bundle_packages.ts";
import { type LinkedPackage, linkPackage } from "#asset_tools/package_link/link_package.ts";
import { driverFolder, nativeDriver } from "./native_driver.ts";
import { type Picture, scriptBytes } from "./sound_script.ts";

const PARTS = {
  name: "sound_driver",
  sources: [
    "sound/*.c",
    "game/blob.c",
    "game/bundle*.c",
    "game/command_stream.c",
    "game/crc32.c",
    "game/lz4.c",
    "game/package_*.c",
    "game/sha256.c",
  ],
};

export interface SoundDriver {
  /** Left and right of what is heard of the pictures, and what was written to stderr. */
  mix(blobs: readonly Uint8Array[], pictures: readonly Picture[]): Mix;
  /** Plays the pictures with ALSA as its configuration says; gives how that ended. */
  play(blobs: readonly Uint8Array[], pictures: readonly Picture[], configuration: string): Ended;
}

export interface Mix {
  readonly channels: readonly Float32Array[];
  readonly stderr: string;
}

type Ended = SpawnSyncReturns<string>;

const files = {
  script: join(driverFolder, "script"),
  wav: join(driverFolder, "mix.wav"),
  bundle: join(driverFolder, "sounds.fpkg"),
  configuration: join(driverFolder, "asound.conf"),
};

/** The driver; null, with a word to the log, where there is no compiler to build it with. */
export function soundDriver(t: ExecutionContext): SoundDriver | null {
  const driver = nativeDriver(t, PARTS);
  if (driver === null) return null;
  return {
    mix: (blobs, pictures) => {
      write(blobs, pictures);
      const { status, stderr } = run(driver, ["mix", files.script, files.wav, files.bundle]);
      if (status !== 0) throw new Error(`Status ${status}: ${stderr}`);
      return { channels: readWav(readFileSync(files.wav)).channels, stderr };
    },
    play: (blobs, pictures, configuration) => {
      write(blobs, pictures);
      writeFileSync(files.configuration, configuration);
      return run(driver, ["play", files.script, files.bundle]);
    },
  };
}

function run(driver: string, args: readonly string[]): Ended {
  const env = { ALSA_CONFIG_PATH: files.configuration };
  return spawnSync(driver, args, { encoding: "utf8", env });
}

/** In the script sounds are rows of `blobs`; their handles are rows of the bundle, which sorts them. */
function write(blobs: readonly Uint8Array[], pictures: readonly Picture[]): void {
  const bundle = bundleOf(blobs);
  const names = [...readPackages(bundle).assets.values()].map(({ name }) => name);
  const handled = pictures.map(({ frames, voices }) => ({
    frames,
    voices: voices.map((voice) => ({
      ...voice,
      sound: names.indexOf(`sounds.Sound${voice.sound}`),
    })),
  }));
  writeFileSync(files.script, scriptBytes(handled));
  writeFileSync(files.bundle, bundle);
}

function bundleOf(blobs: readonly Uint8Array[]): Uint8Array {
  const named = blobs.map((bytes, row) => ({ id: `Sound${row}`, bytes, file: `${row}.audio` }));
  const index = {
    id: "sounds",
    version: "1.0",
    dependencies: [],
    ids: named.map(({ id }) => ({ id, kind: "audio" as const })),
  };
  const options = { layout: "ship", codec: "none" } as const;
  const { file } = linkPackage(index, named, options).value as LinkedPackage;
  return bundlePackages([{ file: "sounds", bytes: file }], options).value?.file as Uint8Array;
}
