/** The functions of runtime/native/platform.h that the module imports. */
import type { Host } from "../vm/host.ts";
import { ExitSignal } from "../vm/thrown.ts";

/** Where a WASM program runs. Its assets are registered when it is loaded, so it asks for none. */
export type WasmHost = Omit<Host, "assets">;

/** `memory` gives a view of the module's memory as it is now: growing makes older views empty. */
export function platformImports(
  host: WasmHost,
  memory: () => Uint8Array,
): WebAssembly.ModuleImports {
  const output = new TextDecoder();
  const errors = new TextDecoder();
  let reply: Uint8Array = new Uint8Array();
  return {
    // A write may end within a character, which the decoder then keeps for the next.
    write(stream: number, address: number, count: number): void {
      const bytes = memory().subarray(address >>> 0, (address >>> 0) + count);
      if (stream === 1) host.print(output.decode(bytes, { stream: true }));
      else host.printError(errors.decode(bytes, { stream: true }));
    },
    exit(status: number): void {
      throw new ExitSignal(status);
    },
    time: () => host.time(),
    now: () => host.now(),
    zone_offset: (time: number) => host.zoneOffset(time),
    argument_count: () => host.args().length,
    argument(index: number, address: number, capacity: number): number {
      const text = new TextEncoder().encode(host.args()[index] ?? "");
      memory().set(text.subarray(0, capacity), address >>> 0);
      return text.length;
    },
    system(address: number, count: number): number {
      const request = memory().slice(address >>> 0, (address >>> 0) + count);
      const answer = host.system(request);
      reply = answer ?? new Uint8Array();
      return answer === null ? -1 : answer.length;
    },
    system_reply(address: number): void {
      memory().set(reply, address >>> 0);
    },
    seed: () => host.seed(),
    key_down: (code: number) => (host.keyDown(code) ? 1 : 0),
    width: () => host.width(),
    height: () => host.height(),
  };
}
