import type { Keyboard } from "#runtime/page/keyboard.ts";
import type { AssetReader, Host } from "#runtime/vm/host.ts";

/** Text of the program, which may come in parts of a line. */
export interface PageOutput {
  readonly line: (text: string) => void;
  readonly errorLine: (text: string) => void;
}

/** The page as the program sees it. */
export function pageHost(
  assets: AssetReader,
  canvas: HTMLCanvasElement,
  keyboard: Keyboard,
  output: PageOutput,
): Host {
  return {
    print: byLine(output.line),
    printError: byLine(output.errorLine),
    time: () => performance.now() / 1000,
    now: () => Date.now(),
    zoneOffset: (time) => -new Date(time).getTimezoneOffset(),
    args: () => [],
    keyDown: (code) => keyboard.isDown(code),
    width: () => canvas.width,
    height: () => canvas.height,
    seed: () => Date.now() | 0,
    system: () => null,
    assets,
  };
}

/** The browser's console writes whole lines only. */
function byLine(write: (line: string) => void): (text: string) => void {
  let pending = "";
  return (text) => {
    const lines = (pending + text).split("\n");
    pending = lines.pop() ?? "";
    for (const line of lines) write(line);
  };
}
