/** Lets Bazel build what this server made by itself, in the background, and compares the bytes. */
import type { Verification } from "#runtime/hot_reload/protocol.ts";

/** Builds; `output` is what Bazel said. */
export type RunBuild = () => Promise<{ readonly succeeded: boolean; readonly output: string }>;

export class Verifier {
  readonly #runBuild: RunBuild | null;
  readonly #rest: () => Promise<void>;
  readonly #compare: () => readonly string[] | null;
  readonly #notify: (verification: Verification) => void;
  #state: Verification;
  #work: Promise<void> | null = null;
  #isAsked = false;

  /**
   * `rest` is waited for before each build, which would else take the processor from a page that draws what was saved.
   * `compare` names the outputs that Bazel made otherwise; it is asked after each good build, and gives
   * null where newer saves are being worked on, after which another build will be asked for.
   */
  constructor(
    runBuild: RunBuild | null,
    rest: () => Promise<void>,
    compare: () => readonly string[] | null,
    notify: (verification: Verification) => void,
  ) {
    this.#runBuild = runBuild;
    this.#rest = rest;
    this.#compare = compare;
    this.#notify = notify;
    this.#state = { state: runBuild === null ? "off" : "waiting" };
  }

  get state(): Verification {
    return this.#state;
  }

  /** Asks for a build; one that runs is let finish, and then its answer is not taken for the newer state. */
  request(): void {
    if (this.#runBuild === null) return;
    this.#isAsked = true;
    this.#work ??= this.#drain(this.#runBuild).finally(() => {
      this.#work = null;
    });
  }

  async settled(): Promise<void> {
    await this.#work;
  }

  async #drain(runBuild: RunBuild): Promise<void> {
    while (this.#isAsked) {
      await this.#rest();
      this.#isAsked = false;
      this.#set({ state: "running" });
      const { succeeded, output } = await runBuild();
      if (this.#isAsked) continue;
      this.#set(succeeded ? this.#verdict() : { state: "failed", text: output });
    }
  }

  #verdict(): Verification {
    const outputs = this.#compare();
    if (outputs === null) return { state: "waiting" };
    return outputs.length === 0 ? { state: "verified" } : { state: "different", outputs };
  }

  #set(verification: Verification): void {
    this.#state = verification;
    this.#notify(verification);
  }
}
