/** What the page shows over the game: problems, a note for each reload, and the buttons that stop the clock. */
import type { Problem, Verification } from "#runtime/hot_reload/protocol.ts";

export interface PanelActions {
  readonly togglePlay: () => void;
  readonly step: () => void;
}

const BOX =
  "font:13px/1.45 ui-monospace,monospace;color:#eee;background:#1b1d23e6;border-radius:6px";
const TOAST_MILLISECONDS = 5000;
/** More would hide the game, and each costs some of the GPU's time. */
const MOST_TOASTS = 3;

export class Panels {
  readonly #document: Document;
  readonly #problems: HTMLElement;
  readonly #toasts: HTMLElement;
  readonly #status: HTMLElement;
  readonly #play: HTMLButtonElement;

  constructor(document: Document, actions: PanelActions) {
    this.#document = document;
    document.body.style.cssText = "margin:0;background:#111;overflow:hidden";
    const overlay = `${BOX};position:fixed;inset:auto 12px 52px 12px;max-height:60vh;overflow:auto;padding:12px 16px;border-left:4px solid #e5484d;white-space:pre-wrap`;
    this.#problems = this.#add("problems", overlay);
    this.#problems.setAttribute("role", "alert");
    this.#problems.hidden = true;
    this.#toasts = this.#add(
      "toasts",
      "position:fixed;top:12px;right:12px;display:flex;flex-direction:column;gap:8px;max-width:46vw;pointer-events:none",
    );
    const bar = this.#add(
      "bar",
      `${BOX};position:fixed;left:12px;bottom:12px;padding:4px 8px;display:flex;gap:8px;align-items:center`,
    );
    this.#play = this.#button(bar, "Pause", actions.togglePlay);
    this.#button(bar, "Step", actions.step);
    this.#status = document.createElement("span");
    this.#status.id = "status";
    bar.append(this.#status);
  }

  showPlaying(isPlaying: boolean): void {
    this.#play.textContent = isPlaying ? "Pause" : "Play";
  }

  /** The tool's text for each problem, excerpt included, over the running game; nothing for an empty list. */
  showProblems(problems: readonly Problem[], fault: string | null): void {
    const texts = [...problems.map(problemText), ...(fault === null ? [] : [fault])];
    this.#problems.hidden = texts.length === 0;
    this.#problems.textContent = texts.join("\n\n");
  }

  showVerification(verification: Verification): void {
    const texts: Readonly<Record<Verification["state"], string>> = {
      off: "not verified",
      waiting: "as built",
      running: "Bazel is verifying…",
      verified: "verified by Bazel",
      different: "Bazel made other bytes: a bug",
      failed: "bazel build failed",
    };
    this.#status.textContent = texts[verification.state];
    this.#status.title =
      "text" in verification
        ? verification.text
        : "outputs" in verification
          ? verification.outputs.join("\n")
          : "";
  }

  /** A note that goes by itself. */
  toast(lines: readonly string[], isGood: boolean): void {
    const note = this.#document.createElement("div");
    note.className = "toast";
    note.style.cssText = `${BOX};padding:8px 12px;white-space:pre-wrap;border-left:4px solid ${isGood ? "#30a46c" : "#f5a524"}`;
    note.textContent = lines.join("\n");
    this.#toasts.append(note);
    if (this.#toasts.childElementCount > MOST_TOASTS) this.#toasts.firstElementChild?.remove();
    setTimeout(() => note.remove(), TOAST_MILLISECONDS);
  }

  /** Instead of the game. */
  showFatal(text: string): void {
    const message = this.#add(
      "fatal",
      `${BOX};position:fixed;inset:30% 20% auto;padding:24px;text-align:center`,
    );
    message.textContent = text;
  }

  #add(id: string, style: string): HTMLElement {
    const element = this.#document.createElement("div");
    element.id = id;
    element.style.cssText = style;
    this.#document.body.append(element);
    return element;
  }

  #button(parent: HTMLElement, text: string, run: () => void): HTMLButtonElement {
    const button = this.#document.createElement("button");
    button.textContent = text;
    button.style.cssText = "font:inherit";
    button.addEventListener("click", () => {
      run();
      // Else Space, which is the game's, would press it again.
      button.blur();
    });
    parent.append(button);
    return button;
  }
}

function problemText({ mnemonic, text, place }: Problem): string {
  const where = place === null ? "" : ` in ${place.file}:${place.line}`;
  return `${mnemonic} failed${where}; the game goes on with the last good version\n\n${text.trimEnd()}`;
}
