/** The dev page: runs the game that the dev server describes, and shows what the developer should know. */

import { prepareMeshes } from "#runtime/assets/draco.ts";
import { SoundPlayer } from "#runtime/audio/sound_player.ts";
import { loadLiveGame } from "#runtime/hot_reload/live_game.ts";
import type { ServerNotification } from "#runtime/hot_reload/protocol.ts";
import { fitCanvas, openCanvas } from "#runtime/page/canvas.ts";
import { downloadDraco } from "#runtime/page/download_draco.ts";
import { Keyboard } from "#runtime/page/keyboard.ts";
import { PicturesInFlight } from "#runtime/renderer/pictures_in_flight.ts";
import { WebGlRenderer } from "#runtime/renderer/webgl_renderer.ts";
import { DevGame } from "./dev_game.ts";
import { inspectEntities } from "./inspect.ts";
import { pageHost } from "./page_host.ts";
import { Panels } from "./panels.ts";
import { ServerLink } from "./server_link.ts";

let game: DevGame | null = null;
const panels = new Panels(document, {
  togglePlay: () => game?.togglePlay(),
  step: () => game?.step(),
});
run(addCanvas()).catch((error: Error) => panels.showFatal(error.message));

function addCanvas(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = "position:fixed;inset:0;width:100%;height:100%;display:block";
  document.body.prepend(canvas);
  return canvas;
}

async function run(canvas: HTMLCanvasElement): Promise<void> {
  const gl = openCanvas(canvas);
  const keyboard = new Keyboard(window);
  fitCanvas(canvas);
  const early: ServerNotification[] = [];
  const { link, welcome } = await ServerLink.connect(new URL(".", location.href), {
    notified: (notification) => {
      if (game === null) early.push(notification);
      else game.notified(notification);
    },
    closed: () =>
      panels.toast(["The dev server has ended; the game goes on without updates"], false),
  });
  const output = {
    line: (text: string) => console.log(text),
    errorLine: (text: string) => console.error(text),
  };
  const live = await loadLiveGame(
    welcome.game,
    link.fetchBlob,
    (assets) => pageHost(assets, canvas, keyboard, output),
    (assets) => prepareMeshes(assets, downloadDraco),
  );
  const renderer = new WebGlRenderer(gl, live.store, new SoundPlayer(live.store));
  game = new DevGame(live, renderer, new PicturesInFlight(), link, panels, welcome);
  expose(game);
  game.start();
  for (const notification of early) game.notified(notification);
  animate(game, canvas);
}

function animate(running: DevGame, canvas: HTMLCanvasElement): void {
  const next = (now: number) => {
    fitCanvas(canvas);
    running.picture(now);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** For tests and tools in the page. */
function expose(running: DevGame): void {
  const haxeGame = {
    game: running,
    play: () => running.play(),
    pause: () => running.pause(),
    step: (count?: number) => running.step(count),
    digest: () => running.live.program.digest(),
    entities: () => inspectEntities(running.live.program),
  };
  Object.assign(globalThis, { haxeGame });
}
