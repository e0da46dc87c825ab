/** A program on the command line: no window, no assets, the process's own streams and clock. */
import { writeErrors, writeOutput, writeStream } from "#runtime/headless/process_streams.ts";
import { nodeSystem } from "#runtime/system/node_system.ts";
import type { Host } from "#runtime/vm/host.ts";

export function processHost(args: readonly string[]): Host {
  return {
    print: writeOutput,
    printError: writeErrors,
    time: () => performance.now() / 1000,
    now: () => Date.now(),
    zoneOffset: (time) => -new Date(time).getTimezoneOffset(),
    args: () => args,
    keyDown: () => false,
    width: () => 0,
    height: () => 0,
    seed: () => Date.now() | 0,
    system: nodeSystem(writeStream),
    assets: { find: () => -1, version: () => 0, bytes: () => null },
  };
}
