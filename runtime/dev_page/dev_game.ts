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
import { UpdateTraces } from "./update_traces.ts";

export type RunState = "playing" | "paused" | "failed" | "ended";

/** What most saves take from the first event to the page. */
const AWAIT_MILLISECONDS = 50;

export class DevGame {
  readonly live: LiveGame;
  readonly reloads: ReloadSummary[] = [];
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
  /** Has the screen asked for a picture when the GPU had enough to do? */
  #isLate = false;
  /** Until when a slow GPU is kept free for an update that may come, in milliseconds of `performance.now()`. */
  #awaitedUntil = 0;
  readonly #updates: UpdateTraces;
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
    this.#updates = new UpdateTraces((params) => link.notify({ method: "reload/drawn", params }));
    this.problems = welcome.problems;
    this.verification = welcome.verification;
    panels.showVerification(welcome.verification);
    this.#showProblems();
  }

  /** When each update that has been drawn passed its hops. */
  get traces(): readonly (ServerHops & ClientHops)[] {
    return this.#updates.finished;
  }

  start(): void {
    this.#take(this.live.start());
  }

  notified(notification: ServerNotification): void {
    switch (notification.method) {
      case "source/saving":
        this.#awaitedUntil = performance.now() + AWAIT_MILLISECONDS;
        break;
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

  /** The steps that are due, and a picture as soon as the GPU is ready for one; `now` in milliseconds. */
  picture(now: number): void {
    this.#play(this.#clock.advance(now / 1000));
    const isAwaited = this.#inFlight.isSlow() && now < this.#awaitedUntil;
    this.#isLate = isAwaited || this.#inFlight.isEnough();
    if (!this.#isLate) void this.#draw();
  }

  /**
   * What has come is seen now, and not when the screen is ready for the next picture. Resolves when the GPU has drawn that
   * picture; at once where it has so many that this one must wait.
   */
  async #pictureEarly(): Promise<void> {
    this.#awaitedUntil = 0;
    this.#play(this.#clock.advance(performance.now() / 1000) || this.#clock.takeEarly());
    this.#isLate = this.#inFlight.isFull();
    if (!this.#isLate) await this.#draw();
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

  #play(steps: number): void {
    for (let step = 0; step < steps && this.state === "playing"; step++) this.#step();
  }

  #step(): void {
    const result = this.live.step(STEP_SECONDS);
    if (result.kind === "done") this.frame++;
    else this.#take(result);
  }

  /** Resolves when the GPU has drawn the picture; at once where there is none. */
  async #draw(): Promise<void> {
    if (this.state === "failed" || this.state === "ended") return;
    const result = this.live.draw(this.#clock.alpha);
    if (result.kind !== "done") {
      this.#take(result);
      return;
    }
    this.pictures++;
    await this.#give();
    if (this.#isLate) this.picture(performance.now());
  }

  /** Gives the GPU the commands that the game has written. */
  async #give(): Promise<void> {
    try {
      const words = this.live.program.commands.words();
      this.#renderer.execute(words, words.length);
      const finished = this.#renderer.finished();
      this.#updates.drawn(
        this.state === "playing" ? this.frame : Number.POSITIVE_INFINITY,
        finished,
      );
      await this.#inFlight.add(finished);
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
    this.#updates.applied(fetched.update, received, arrived, this.frame);
    this.reloads.push(summary);
    const isGood = summary.report === null || summary.report.outcome === "applied";
    if (isGood && this.state === "failed") this.play();
    this.fault = isGood ? null : (summary.report?.error ?? null);
    const picture = this.#pictureEarly();
    this.#link.notify({ method: "reload/finished", params: summary });
    this.#showProblems();
    // A note is drawn by the same GPU, and not what a developer waits for.
    void picture.then(() => this.#showReload(summary, fetched.update, isGood));
  }

  #showReload(summary: ReloadSummary, update: GameUpdate, isGood: boolean): void {
    this.#panels.toast(
      [...summaryLines(summary), `Built in ${buildMilliseconds(update)} ms`],
      isGood && summary.refusedAssets.length === 0,
    );
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
