/** A host whose output is collected and for which time stands still. */
import { nodeSystem } from "#runtime/system/node_system.ts";
import type { Host } from "#runtime/vm/host.ts";

export interface Output {
  stdout: string;
  stderr: string;
}

export function hostInto(output: Output): Host {
  return {
    print: (text) => {
      output.stdout += text;
    },
    printError: (text) => {
      output.stderr += text;
    },
    time: () => 0,
    now: () => 0,
    zoneOffset: () => 0,
    args: () => [],
    keyDown: () => false,
    width: () => 0,
    height: () => 0,
    seed: () => 1,
    system: nodeSystem((stream, bytes) => {
      const text = new TextDecoder().decode(bytes);
      if (stream === 1) output.stdout += text;
      else output.stderr += text;
    }),
    assets: { find: () => -1, version: () => 0, bytes: () => null },
  };
}
