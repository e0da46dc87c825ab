/** The game in a page, as a test sees and drives it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { ClientHops, ServerHops } from "#runtime/hot_reload/protocol.ts";
import { type Picture, readPicture } from "./picture.ts";

/** What the dev page puts on `globalThis` for tests and tools. */
interface HaxeGame {
  readonly game: {
    readonly frame: number;
    readonly state: string;
    readonly pictures: number;
    readonly reloads: readonly { readonly totalMilliseconds: number }[];
    readonly traces: readonly Hops[];
  };
  readonly play: () => void;
  readonly pause: () => void;
  readonly step: (count?: number) => void;
  readonly digest: () => string;
  readonly entities: () => Record<string, Entity>;
}

/** When a save passed each hop on its way to the screen, in milliseconds since 1970. */
export type Hops = ServerHops & ClientHops;

export interface Entity {
  readonly position: { readonly x: number; readonly y: number; readonly z: number };
  readonly rotation: {
    readonly x: number;
    readonly y: number;
    readonly z: number;
    readonly w: number;
  };
  readonly behavior: Readonly<Record<string, unknown>> | null;
}

declare global {
  var haxeGame: HaxeGame;
  var marker: string | undefined;
}

export interface GameState {
  readonly frame: number;
  readonly state: string;
  readonly reloads: number;
  readonly marker: string | null;
  readonly entities: Readonly<Record<string, Entity>>;
}

export class GamePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits for the first picture. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.waitForFunction(() => globalThis.haxeGame?.game.pictures > 0);
  }

  /** Opens the page with the game standing still before its first step. */
  async openPaused(url: string): Promise<void> {
    await this.page.addInitScript(() => {
      let exposed: HaxeGame;
      Object.defineProperty(globalThis, "haxeGame", {
        get: () => exposed,
        set: (value: HaxeGame) => {
          exposed = value;
          exposed.pause();
        },
      });
    });
    await this.open(url);
  }

  /** Leaves something in the page that a reload of the page would take away. */
  async mark(marker: string): Promise<void> {
    await this.page.evaluate((text) => {
      globalThis.marker = text;
    }, marker);
  }

  state(): Promise<GameState> {
    return this.page.evaluate(() => {
      const { game, entities } = globalThis.haxeGame;
      return {
        frame: game.frame,
        state: game.state,
        reloads: game.reloads.length,
        marker: globalThis.marker ?? null,
        entities: entities(),
      };
    });
  }

  pause(): Promise<void> {
    return this.page.evaluate(() => globalThis.haxeGame.pause());
  }

  play(): Promise<void> {
    return this.page.evaluate(() => globalThis.haxeGame.play());
  }

  step(count: number): Promise<void> {
    return this.page.evaluate((steps) => globalThis.haxeGame.step(steps), count);
  }

  digest(): Promise<string> {
    return this.page.evaluate(() => globalThis.haxeGame.digest());
  }

  /** The text over the game, or null when there is none. */
  overlay(): Promise<string | null> {
    return this.page.evaluate(() => {
      const box = document.getElementById("problems");
      return box === null || box.hidden ? null : box.textContent;
    });
  }

  /** What is seen. With a name it is kept with the test's outputs. */
  async picture(name?: string): Promise<Picture> {
    const png = await this.page.screenshot();
    if (name !== undefined) keepOutput(name, png);
    return readPicture(png);
  }

  /** Waits until the GPU has drawn the first picture with an update; gives when that passed its hops. */
  async drawnUpdate(reloadsBefore: number): Promise<Hops> {
    await this.page.waitForFunction(
      (before) => globalThis.haxeGame.game.traces.length > before,
      reloadsBefore,
    );
    return this.page.evaluate((at) => globalThis.haxeGame.game.traces[at] as Hops, reloadsBefore);
  }

  /** How long a picture takes in this page, the mean of some. */
  pictureMilliseconds(count: number): Promise<number> {
    return this.page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const { game } = globalThis.haxeGame;
          const first = game.pictures;
          const start = performance.now();
          const look = (): void => {
            const drawn = game.pictures - first;
            if (drawn >= wanted) resolve((performance.now() - start) / drawn);
            else requestAnimationFrame(look);
          };
          look();
        }),
      count,
    );
  }

  /**
   * The time of the first picture in which a pixel is more blue than red, or is not. It is read after an update only, and
   * once a picture, so that reading slows down no other. The place is a share of width and height.
   */
  pixelIsBlue(
    wanted: boolean,
    place: { readonly x: number; readonly y: number },
    reloadsBefore: number,
  ): Promise<number> {
    return this.page.evaluate(
      ({ wanted, x, y, reloadsBefore }) => {
        const canvas = document.querySelector("canvas") as HTMLCanvasElement;
        const gl = canvas.getContext("webgl2") as WebGL2RenderingContext;
        const pixel = new Uint8Array(4);
        const { game } = globalThis.haxeGame;
        return new Promise<number>((resolve) => {
          let seen = game.pictures;
          // In the first frame after the game has drawn: later the buffer is no longer there.
          const look = (): void => {
            if (game.reloads.length > reloadsBefore && game.pictures > seen) {
              seen = game.pictures;
              const [left, up] = [x * canvas.width, (1 - y) * canvas.height].map(Math.round);
              gl.readPixels(left as number, up as number, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
              const isBlue = (pixel[2] as number) > (pixel[0] as number);
              if (isBlue === wanted) {
                resolve(performance.timeOrigin + performance.now());
                return;
              }
            }
            requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
      },
      { wanted, ...place, reloadsBefore },
    );
  }
}

/** Keeps a file where Bazel collects what tests leave behind. */
export function keepOutput(name: string, content: Uint8Array): void {
  const folder = process.env["TEST_UNDECLARED_OUTPUTS_DIR"];
  if (folder !== undefined) writeFileSync(join(folder, name), content);
}
