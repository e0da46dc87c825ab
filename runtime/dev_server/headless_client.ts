/** A client of the dev session inside its own process: runs the game without a page and takes updates between steps. */

import { headlessHost, type TextSink } from "#runtime/headless/headless_host.ts";
import { type FetchedUpdate, type LiveGame, loadLiveGame } from "#runtime/hot_reload/live_game.ts";
import type {
  Digest,
  GameDescription,
  GameUpdate,
  ReloadSummary,
} from "#runtime/hot_reload/protocol.ts";
import { STEP_SECONDS } from "#runtime/vm/step.ts";

export interface HeadlessEvents extends TextSink {
  readonly reloaded: (summary: ReloadSummary) => void;
}

export class HeadlessClient {
  readonly #game: LiveGame;
  readonly #events: HeadlessEvents;
  #updates: FetchedUpdate[] = [];
  #frame = 0;
  #isStopped = false;

  private constructor(game: LiveGame, events: HeadlessEvents) {
    this.#game = game;
    this.#events = events;
  }

  static async load(
    description: GameDescription,
    blob: (digest: Digest) => Uint8Array | undefined,
    events: HeadlessEvents,
  ): Promise<HeadlessClient> {
    const fetchBlob = async (digest: Digest) => {
      const bytes = blob(digest);
      if (bytes === undefined) throw new Error(`Blob ${digest} is no longer served`);
      return new Uint8Array(bytes);
    };
    const game = await loadLiveGame(description, fetchBlob, (assets) =>
      headlessHost(assets, events),
    );
    return new HeadlessClient(game, events);
  }

  /** Runs main; gives the exit status where the program ended with it. */
  start(): number | null {
    return this.#status(this.#game.start());
  }

  get hasFrames(): boolean {
    return this.#game.program.hasFrames;
  }

  async take(update: GameUpdate): Promise<void> {
    this.#updates.push(await this.#game.fetch(update));
  }

  /**
   * Brings in what has come, then runs one step; gives the exit status where the program ended. After an uncaught
   * exception it stands still until an update comes.
   */
  frame(): number | null {
    for (const update of this.#updates.splice(0)) {
      this.#events.reloaded(this.#game.apply(update));
      this.#isStopped = false;
    }
    if (this.#isStopped) return null;
    const result = this.#game.step(STEP_SECONDS);
    if (result.kind === "done") this.#frame++;
    if (result.kind === "ended") return result.status;
    if (result.kind === "failed") {
      this.#events.printError(`${result.text}\n`);
      this.#isStopped = result.reverted === null;
    }
    return null;
  }

  /** `state N DIGEST` */
  state(): string {
    return `state ${this.#frame} ${this.#game.program.digest()}`;
  }

  #status(result: ReturnType<LiveGame["start"]>): number | null {
    if (result.kind === "ended") return result.status;
    if (result.kind === "done") return null;
    this.#events.printError(`${result.text}\n`);
    return 1;
  }
}
