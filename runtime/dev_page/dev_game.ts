/** The game in the page: its clock, its pictures and the updates between them. */

import type { CallResult, FetchedUpdate, LiveGame } from "#runtime/hot_reload/live_game.ts";
import type {
  ClientHops,
  GameUpdate,
  Problem,
  ReloadSummary,
  ServerHops,
  ServerNotification,
  Verification,
  Welcome,
} from "#runtime/hot_reload/protocol.ts";
import { summaryLines } from "#runtime/hot_reload/report_text.ts";
import { sharedClock } from "#runtime/hot_reload/shared_clock.ts";
import { StepClock } from "#runtime/page/step_clock.ts";
import type { PicturesInFlight } from "#runtime/renderer/pictures_in_flight.ts";
import type { WebGlRenderer } from "#runtime/renderer/webgl_renderer.ts";
import { STEP_SECONDS } from "#runtime/vm/step.ts";
import type { Panels } from "./panels.ts";
import type { ServerLink } from "./server_link.ts";

export type RunState = "playing" | "paused" | "failed" | "ended";

interface UndrawnUpdate {
  readonly version: number;
  readonly hops: Omit<ClientHops, "drawn" | "finished">;
  /** Steps done when it was applied. A scene is exchanged in the step after. */
  readonly frame: number;
  readonly server: ServerHops;
}

export class DevGame {
  readonly live: LiveGame;
  readonly reloads: ReloadSummary[] = [];
  /** When each update that has been drawn passed its hops. */
  readonly traces: (ServerHops & ClientHops)[] = [];
  state: RunState = "playing";
  /** Steps done. */
  frame = 0;
  /** Pictures drawn. */
  pictures = 0;
  problems: readonly Problem[];
  verification: Verification;
  /** What the game's own code failed with last; null when it runs. */
  fault: string | null = null;
  readonly #renderer: WebGlRenderer;
  readonly #link: ServerLink;
  readonly #panels: Panels;
  readonly #inFlight: PicturesInFlight;
  readonly #clock = new StepClock();
  /** Updates that no picture has shown yet, with when they passed the page's hops. */
  #undrawn: UndrawnUpdate[] = [];
  /** Updates are fetched one after the other, so that they arrive in their order. */
  #fetching: Promise<void> = Promise.resolve();

  constructor(
    live: LiveGame,
    renderer: WebGlRenderer,
    inFlight: PicturesInFlight,
    link: ServerLink,
    panels: Panels,
    welcome: Pick<Welcome, "problems" | "verification">,
  ) {
    this.live = live;
    this.#renderer = renderer;
    this.#inFlight = inFlight;
    this.#link = link;
    this.#panels = panels;
    this.problems = welcome.problems;
    this.verification = welcome.verification;
    panels.showVerification(welcome.verification);
    this.#showProblems();
  }

  start(): void {
    this.#take(this.live.start());
  }

  notified(notification: ServerNotification): void {
    switch (notification.method) {
      case "game/update":
        this.#fetch(notification.params);
        break;
      case "build/problems":
        this.problems = notification.params.problems;
        this.#showProblems();
        break;
      case "build/verification":
        this.verification = notification.params;
        this.#panels.showVerification(notification.params);
    }
  }

  /** The steps that are due, and a picture unless the GPU is behind; `now` in milliseconds. */
  picture(now: number): void {
    const steps = this.#clock.advance(now / 1000);
    if (this.state === "playing") for (let step = 0; step < steps; step++) this.#step();
    const isShown = this.state !== "failed" && this.state !== "ended";
    if (isShown && !this.#inFlight.isEnough(now)) this.#draw(now);
  }

  togglePlay(): void {
    if (this.state === "playing") this.pause();
    else this.play();
  }

  play(): void {
    if (this.state === "ended") return;
    this.#clock.restart();
    this.#setState("playing");
  }

  pause(): void {
    if (this.state === "playing") this.#setState("paused");
  }

  /** Some steps of a game that stands still. */
  step(count = 1): void {
    this.pause();
    for (let step = 0; step < count && this.state === "paused"; step++) this.#step();
  }

  #step(): void {
    const result = this.live.step(STEP_SECONDS);
    if (result.kind === "done") this.frame++;
    else this.#take(result);
  }

  #draw(now: number): void {
    const result = this.live.draw(this.#clock.alpha);
    if (result.kind !== "done") {
      this.#take(result);
      return;
    }
    this.pictures++;
    try {
      const words = this.live.program.commands.words();
      this.#renderer.execute(words, words.length);
      this.#inFlight.add(now);
      this.#tellDrawn();
    } catch (error) {
      // A shader that the driver refuses: the last good one stays in use, and the message is shown once.
      this.#report(error instanceof Error ? error.message : String(error));
    }
  }

  #take(result: CallResult): void {
    if (result.kind === "done") return;
    if (result.kind === "ended") {
      this.#setState("ended");
      this.#panels.toast([`The program ended with status ${result.status}`], result.status === 0);
      return;
    }
    this.#report(result.text);
    if (result.reverted === null) this.#setState("failed");
    else this.#panels.toast(["New code failed and was taken back", result.text], false);
  }

  /** What fails again in each picture is told once. */
  #report(text: string): void {
    if (this.fault === text) return;
    this.fault = text;
    this.#link.notify({ method: "game/error", params: { text } });
    this.#showProblems();
  }

  /** Takes an update in as soon as its bytes are there, which is between two pictures. */
  #fetch(update: GameUpdate): void {
    const received = sharedClock();
    this.#fetching = this.#fetching
      .then(() => this.live.fetch(update))
      .then((fetched) => this.#bring(fetched, received))
      .catch((error: Error) => this.#report(`Update ${update.version}: ${error.message}`));
  }

  #bring(fetched: FetchedUpdate, received: number): void {
    const arrived = sharedClock();
    const summary = this.live.apply(fetched);
    const { version, timing } = fetched.update;
    const hops = { received, fetched: arrived, applied: sharedClock() };
    this.#undrawn.push({ version, hops, frame: this.frame, server: timing.hops });
    this.reloads.push(summary);
    this.#link.notify({ method: "reload/finished", params: summary });
    const isGood = summary.report === null || summary.report.outcome === "applied";
    this.#panels.toast(
      [...summaryLines(summary), `Built in ${buildMilliseconds(fetched.update)} ms`],
      isGood && summary.refusedAssets.length === 0,
    );
    this.fault = isGood ? null : (summary.report?.error ?? null);
    this.#showProblems();
    if (isGood && this.state === "failed") this.play();
  }

  /** To be called when a picture's commands are with the GPU. */
  #tellDrawn(): void {
    const isShown = ({ frame }: UndrawnUpdate): boolean =>
      this.state !== "playing" || this.frame > frame;
    const updates = this.#undrawn.filter(isShown);
    if (updates.length === 0) return;
    this.#undrawn = this.#undrawn.filter((update) => !isShown(update));
    const drawn = sharedClock();
    void this.#renderer.finished().then(() => {
      const finished = sharedClock();
      for (const { version, hops, server } of updates) {
        const all = { ...hops, drawn, finished };
        this.traces.push({ ...server, ...all });
        this.#link.notify({ method: "reload/drawn", params: { version, hops: all } });
      }
    });
  }

  #showProblems(): void {
    this.#panels.showProblems(this.problems, this.fault);
  }

  #setState(state: RunState): void {
    this.state = state;
    this.#panels.showPlaying(state === "playing");
  }
}

function buildMilliseconds({ timing }: GameUpdate): string {
  const actions = timing.actions.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return (timing.watchMilliseconds + actions).toFixed(1);
}
