/** Lets Bazel build what this server made by itself, in the background, and compares the bytes. */
import type { GraphFiles } from "./graph_files.ts";
import type { Verification } from "./protocol.ts";

/** Builds; `output` is what Bazel said. */
export type RunBuild = () => Promise<{ readonly succeeded: boolean; readonly output: string }>;

export class Verifier {
  readonly #files: GraphFiles;
  readonly #runBuild: RunBuild | null;
  readonly #notify: (verification: Verification) => void;
  #state: Verification;
  #work: Promise<void> | null = null;
  #isAsked = false;

  constructor(
    files: GraphFiles,
    runBuild: RunBuild | null,
    notify: (verification: Verification) => void,
  ) {
    this.#files = files;
    this.#runBuild = runBuild;
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
      this.#isAsked = false;
      this.#set({ state: "running" });
      const { succeeded, output } = await runBuild();
      if (this.#isAsked) continue;
      this.#set(succeeded ? this.#compare() : { state: "failed", text: output });
    }
  }

  #compare(): Verification {
    const outputs = this.#files
      .made()
      .filter((path) => this.#files.builtDigest(path) !== this.#files.digest(path));
    return outputs.length === 0 ? { state: "verified" } : { state: "different", outputs };
  }

  #set(verification: Verification): void {
    this.#state = verification;
    this.#notify(verification);
  }
}
