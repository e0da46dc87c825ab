/** Runs bundle_driver.c: the native runtime's sources for packages and for what is drawn and heard of them. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExecutionContext } from "ava";
import { driverFolder, nativeDriver } from "./native_driver.ts";

const PARTS = {
  name: "bundle_driver",
  sources: ["game/*.c", "sound/*.c"],
  // What needs a window, a device or a program.
  leftOut: [
    "game/game_*.c",
    "game/gl.c",
    "game/key_codes.c",
    "game/png.c",
    "game/renderer.c",
    "game/window_x11.c",
    "sound/sound_device_alsa.c",
  ],
  // Memory is the driver's to count.
  flags: ["-Dmalloc=counted_malloc", "-Dcalloc=counted_calloc", "-Dfree=counted_free"],
};

export interface DriverRun {
  readonly status: number | null;
  /** Lines of the standard output. */
  readonly lines: readonly string[];
}

/** Runs the driver on files with these bytes. */
export type RunDriver = (args: readonly string[], files: readonly Uint8Array[]) => DriverRun;

/** The driver; null, with a word to the log, where there is no compiler to build it with. */
export function bundleDriver(t: ExecutionContext): RunDriver | null {
  const driver = nativeDriver(t, PARTS);
  if (driver === null) return null;
  return (args, files) => {
    const paths = files.map((bytes, index) => {
      const path = join(driverFolder, `${index}.fpkg`);
      writeFileSync(path, bytes);
      return path;
    });
    const { status, stdout, stderr } = spawnSync(driver, [...args, ...paths], { encoding: "utf8" });
    if (stderr !== "") throw new Error(stderr);
    return { status, lines: stdout.trimEnd().split("\n") };
  };
}
