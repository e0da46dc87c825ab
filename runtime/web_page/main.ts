/** The shipped page: `game.wasm` and `game.fpkg` beside it, drawn by the same renderer as in development. */
import { AssetType } from "#asset_tools/fpkg/format.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { AssetStore } from "#runtime/assets/asset_store.ts";
import { FrameClock, STEP_SECONDS } from "#runtime/dev_page/frame_clock.ts";
import { GameCanvas } from "#runtime/dev_page/game_canvas.ts";
import { Keyboard } from "#runtime/dev_page/keyboard.ts";
import { pageHost } from "#runtime/dev_page/page_host.ts";
import type { WebGlRenderer } from "#runtime/renderer/webgl_renderer.ts";
import { loadWasmProgram, type WasmProgram } from "#runtime/wasm_host/wasm_program.ts";

/** The time that a collector may take after a picture. */
const COLLECT_SECONDS = 0.001;

const canvas = GameCanvas.create(document);
if (canvas === null) fail("The game needs WebGL 2, which this browser does not offer");
else run(canvas).catch((error: Error) => fail(error.message));

async function run(canvas: GameCanvas): Promise<void> {
  document.body.style.cssText = "margin:0;background:#111;overflow:hidden";
  canvas.fit(window);
  const [wasm, bundle] = await Promise.all([load("game.wasm"), load("game.fpkg")]);
  const packages = readPackages(bundle);
  const store = new AssetStore();
  const assets = [...packages.assets.values()].map((asset) => {
    const { type, name } = asset;
    const bytes = packages.blob(asset);
    store.load({ type, name, bytes });
    return { kind: AssetType[type], name, bytes };
  });
  const keyboard = new Keyboard();
  keyboard.attach(window);
  const output = {
    line: (text: string) => console.log(text),
    errorLine: (text: string) => console.error(text),
  };
  const host = pageHost(store, canvas.element, keyboard, output);
  const program = await loadWasmProgram(wasm, host, assets);
  if (program.start() === 0 && program.hasFrames())
    animate(program, canvas, canvas.renderer(store));
}

/** Handles of the program and of the store agree: both count the assets in the order of the bundle. */
function animate(program: WasmProgram, canvas: GameCanvas, renderer: WebGlRenderer): void {
  const clock = new FrameClock();
  const next = (now: number) => {
    canvas.fit(window);
    if (picture(program, clock, now, renderer)) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** False when the program has ended. */
function picture(
  program: WasmProgram,
  clock: FrameClock,
  now: number,
  renderer: WebGlRenderer,
): boolean {
  for (let steps = clock.steps(now); steps > 0; steps--) {
    if (program.frame(STEP_SECONDS).kind === "ended") return false;
  }
  const drawn = program.draw(clock.alpha);
  if (drawn.kind === "ended") return false;
  renderer.execute(drawn.value, drawn.value.length);
  program.collect(COLLECT_SECONDS);
  return true;
}

async function load(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

function fail(text: string): void {
  const message = document.createElement("p");
  message.textContent = text;
  message.style.cssText = "font:16px sans-serif;color:#eee;text-align:center;margin-top:30vh";
  document.body.style.background = "#111";
  document.body.append(message);
}
