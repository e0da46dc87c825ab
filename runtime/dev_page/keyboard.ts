/** Which keys are held, by USB HID usage id (docs/input.md). */

const letters = Array.from({ length: 26 }, (_, index): [string, number] => [
  `Key${String.fromCharCode(65 + index)}`,
  4 + index,
]);
const digits = Array.from({ length: 10 }, (_, index): [string, number] => [
  `Digit${(index + 1) % 10}`,
  30 + index,
]);

const usageIds: ReadonlyMap<string, number> = new Map([
  ...letters,
  ...digits,
  ["Enter", 40],
  ["Escape", 41],
  ["Backspace", 42],
  ["Tab", 43],
  ["Space", 44],
  ["ArrowRight", 79],
  ["ArrowLeft", 80],
  ["ArrowDown", 81],
  ["ArrowUp", 82],
  ["ControlLeft", 224],
  ["ShiftLeft", 225],
  ["AltLeft", 226],
  ["ShiftRight", 229],
]);

export class Keyboard {
  readonly #held = new Set<number>();

  /** Listens until the page goes. Keys are let go when the window loses the focus: their release would not be heard. */
  attach(window: Window): void {
    window.addEventListener("keydown", (event) => this.#press(event));
    window.addEventListener("keyup", (event) => this.#release(event));
    window.addEventListener("blur", () => this.#held.clear());
  }

  isDown(code: number): boolean {
    return this.#held.has(code);
  }

  #press(event: KeyboardEvent): void {
    const id = usageIds.get(event.code);
    if (id === undefined || event.metaKey) return;
    this.#held.add(id);
    // Space, Tab and the arrows would scroll the page or move the focus; shortcuts of the browser stay its own.
    if (!event.ctrlKey && !event.altKey) event.preventDefault();
  }

  #release(event: KeyboardEvent): void {
    const id = usageIds.get(event.code);
    if (id !== undefined) this.#held.delete(id);
  }
}
