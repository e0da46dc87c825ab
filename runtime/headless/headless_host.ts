/** A host without window and keyboard. */
import { nodeSystem } from "#runtime/system/node_system.ts";
import type { AssetReader, Host } from "#runtime/vm/host.ts";
import { writeStream } from "./process_streams.ts";

/** Where a program's text goes. */
export interface TextSink {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** Every run sees the same: no key, one seed, one date, the picture size of the native host. */
export function headlessHost(
  assets: AssetReader,
  sink: TextSink,
  args: readonly string[] = [],
): Host {
  return {
    ...sink,
    time: () => performance.now() / 1000,
    now: () => 0,
    zoneOffset: () => 0,
    args: () => args,
    keyDown: () => false,
    width: () => 1280,
    height: () => 720,
    seed: () => 1,
    system: nodeSystem(writeStream),
    assets,
  };
}
