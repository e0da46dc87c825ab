/** The dev page: runs the game that the dev server describes, and shows what the developer should know. */

import { loadLiveGame } from "#runtime/hot_reload/live_game.ts";
import type { ServerNotification } from "#runtime/hot_reload/protocol.ts";
import { DevGame } from "./dev_game.ts";
import { GameCanvas } from "./game_canvas.ts";
import { inspectEntities } from "./inspect.ts";
import { Keyboard } from "./keyboard.ts";
import { pageHost } from "./page_host.ts";
import { Panels } from "./panels.ts";
import { ServerLink } from "./server_link.ts";

let game: DevGame | null = null;
const canvas = GameCanvas.create(document);
const panels = new Panels(document, {
  togglePlay: () => game?.togglePlay(),
  step: () => game?.step(),
});
if (canvas === null) panels.showFatal("The game needs WebGL 2, which this browser does not offer");
else run(canvas).catch((error: Error) => panels.showFatal(error.message));

async function run(canvas: GameCanvas): Promise<void> {
  const keyboard = new Keyboard();
  keyboard.attach(window);
  canvas.fit(window);
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
  const live = await loadLiveGame(welcome.game, link.fetchBlob, (assets) =>
    pageHost(assets, canvas.element, keyboard, output),
  );
  game = new DevGame(live, canvas.renderer(live.store), link, panels, welcome);
  expose(game);
  game.start();
  for (const notification of early) game.notified(notification);
  animate(game, canvas);
}

function animate(running: DevGame, canvas: GameCanvas): void {
  const next = (now: number) => {
    canvas.fit(window);
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
