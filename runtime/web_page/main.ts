/** The script of a shipped game's page: game.wasm and game.fpkg from beside it, and draco.js if a mesh needs it. */
import { AssetType } from "#asset_tools/fpkg/format/blob.ts";
import { AssetStore, type LoadedAsset } from "#runtime/assets/asset_store.ts";
import { prepareMeshes } from "#runtime/assets/draco.ts";
import { readBundle } from "#runtime/assets/read_bundle.ts";
import { SoundPlayer } from "#runtime/audio/sound_player.ts";
import { fitCanvas, openCanvas } from "#runtime/page/canvas.ts";
import { downloadDraco } from "#runtime/page/download_draco.ts";
import { Keyboard } from "#runtime/page/keyboard.ts";
import { StepClock } from "#runtime/page/step_clock.ts";
import { WebGlRenderer } from "#runtime/renderer/webgl_renderer.ts";
import { STEP_SECONDS } from "#runtime/vm/step.ts";
import { loadWasmProgram, type WasmProgram } from "#runtime/wasm_host/wasm_program.ts";

/** What the collector may use of a picture's time. */
const COLLECT_SECONDS = 0.001;

const canvas = document.getElementById("game") as HTMLCanvasElement;
try {
  await play(canvas);
} catch (error) {
  showText(error instanceof Error ? error.message : String(error));
}

async function play(canvas: HTMLCanvasElement): Promise<void> {
  const gl = openCanvas(canvas);
  const { program, store } = await load(canvas);
  if (program.start() !== 0 || !program.hasFrames()) return;
  run(program, canvas, new WebGlRenderer(gl, store, new SoundPlayer(store)));
}

/** The program with the bundle's assets in its memory, which is the only place where they stay. */
async function load(
  canvas: HTMLCanvasElement,
): Promise<{ program: WasmProgram; store: AssetStore }> {
  const [wasm, bundle] = await Promise.all([download("game.wasm"), download("game.fpkg")]);
  const assets = readBundle(bundle);
  await prepareMeshes(assets, downloadDraco);
  const program = await loadWasmProgram(wasm, hostOf(canvas), assets.map(wasmAsset));
  const store = new AssetStore();
  for (const [index, { type, name }] of assets.entries()) {
    store.load({
      type,
      name,
      get bytes() {
        return program.assetBytes(index);
      },
    });
  }
  return { program, store };
}

async function download(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function wasmAsset({ type, name, bytes }: LoadedAsset) {
  return { kind: AssetType[type], name, bytes };
}

function hostOf(canvas: HTMLCanvasElement) {
  const keyboard = new Keyboard(window);
  return {
    print: (text: string) => console.log(text.trimEnd()),
    printError: (text: string) => {
      console.error(text.trimEnd());
      showText(text);
    },
    time: () => performance.now() / 1000,
    now: () => Date.now(),
    zoneOffset: (time: number) => -new Date(time).getTimezoneOffset(),
    args: () => [],
    keyDown: (code: number) => keyboard.isDown(code),
    width: () => canvas.width,
    height: () => canvas.height,
    seed: () => Date.now() | 0,
    system: () => null,
  };
}

/** A picture each time the screen is ready for one, until the program ends. */
function run(program: WasmProgram, canvas: HTMLCanvasElement, renderer: WebGlRenderer): void {
  const clock = new StepClock();
  const picture = (milliseconds: number): void => {
    fitCanvas(canvas);
    for (let steps = clock.advance(milliseconds / 1000); steps > 0; steps--) {
      if (program.frame(STEP_SECONDS).kind === "ended") return;
    }
    program.collect(COLLECT_SECONDS);
    const drawn = program.draw(clock.alpha);
    if (drawn.kind === "ended") return;
    renderer.execute(drawn.value, drawn.value.length);
    requestAnimationFrame(picture);
  };
  requestAnimationFrame(picture);
}

/** Says over the picture why there is none. */
function showText(text: string): void {
  const box = document.createElement("pre");
  box.textContent = text;
  box.style.cssText =
    "position:fixed;inset:0;margin:0;padding:2em;color:#fff;white-space:pre-wrap;font:16px monospace";
  document.body.append(box);
}
