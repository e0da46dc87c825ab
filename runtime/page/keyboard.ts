/** The keyboard of a page, by key codes as games know them (docs/input.md). */

/** USB HID usage ids by `KeyboardEvent.code`. */
const USAGES: ReadonlyMap<string, number> = new Map([
  ...numbered("Key", [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"], 4),
  ...numbered("Digit", [..."1234567890"], 30),
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

function numbered(prefix: string, names: readonly string[], first: number): [string, number][] {
  return names.map((name, index) => [prefix + name, first + index]);
}

export class Keyboard {
  readonly #down = new Set<number>();

  /** Listens until the page goes away. A window that loses the focus has no key held. */
  constructor(target: Window) {
    target.addEventListener("keydown", (event) => this.#set(event, true));
    target.addEventListener("keyup", (event) => this.#set(event, false));
    target.addEventListener("blur", () => this.#down.clear());
  }

  /** Is the key (USB HID usage id) held? */
  isDown(usage: number): boolean {
    return this.#down.has(usage);
  }

  #set(event: KeyboardEvent, isDown: boolean): void {
    const usage = USAGES.get(event.code);
    if (usage === undefined || event.ctrlKey || event.metaKey) return;
    // Arrows and space would scroll the page.
    event.preventDefault();
    if (isDown) this.#down.add(usage);
    else this.#down.delete(usage);
  }
}
