/** A host without window and keyboard. */
import type { AssetReader, Host } from "#runtime/vm/host.ts";

/** Where a program's text goes. */
export interface TextSink {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** Every run sees the same: no key, no picture, one seed. */
export function headlessHost(
  assets: AssetReader,
  sink: TextSink,
  args: readonly string[] = [],
): Host {
  return {
    ...sink,
    time: () => performance.now() / 1000,
    args: () => args,
    keyDown: () => false,
    width: () => 0,
    height: () => 0,
    seed: () => 1,
    assets,
  };
}
