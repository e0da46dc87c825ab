/** Updates on their way to the screen, and when each passed its hops. */
import type {
  ClientHops,
  DrawnUpdate,
  GameUpdate,
  ServerHops,
} from "#runtime/hot_reload/protocol.ts";
import { sharedClock } from "#runtime/hot_reload/shared_clock.ts";

interface UndrawnUpdate {
  readonly version: number;
  readonly hops: Omit<ClientHops, "drawn" | "finished">;
  /** Steps done when it was applied. What code makes of it comes in the step after. */
  readonly frame: number;
  readonly server: ServerHops;
}

export class UpdateTraces {
  /** Of updates that have been drawn. */
  readonly finished: (ServerHops & ClientHops)[] = [];
  readonly #tell: (update: DrawnUpdate) => void;
  #undrawn: UndrawnUpdate[] = [];

  /** `tell` hears of each update that is on the screen. */
  constructor(tell: (update: DrawnUpdate) => void) {
    this.#tell = tell;
  }

  /** To be called when an update has been taken in, after `frame` steps. */
  applied({ version, timing }: GameUpdate, received: number, fetched: number, frame: number): void {
    const hops = { received, fetched, applied: sharedClock() };
    this.#undrawn.push({ version, hops, frame, server: timing.hops });
  }

  /** To be called when a picture's commands are with the GPU; it shows the updates that came before step `frame`. */
  drawn(frame: number, picture: Promise<void>): void {
    const isShown = (update: UndrawnUpdate): boolean => update.frame < frame;
    const updates = this.#undrawn.filter(isShown);
    if (updates.length === 0) return;
    this.#undrawn = this.#undrawn.filter((update) => !isShown(update));
    const drawn = sharedClock();
    void picture.then(() => {
      const finished = sharedClock();
      for (const { version, hops, server } of updates) {
        const all = { ...hops, drawn, finished };
        this.finished.push({ ...server, ...all });
        this.#tell({ version, hops: all });
      }
    });
  }
}
