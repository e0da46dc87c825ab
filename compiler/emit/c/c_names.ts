/** C identifiers for the names of a program: readable where possible, unique always, the same for the same program. */

/** Words of C, and names that its headers or the runtime's give a meaning. */
const reserved = new Set(
  (
    "auto break case char const continue default do double else enum extern float for goto if inline int long " +
    "register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while " +
    "bool true false asm typeof alignas alignof constexpr nullptr static_assert thread_local " +
    "NULL main object closure cache linux unix"
  ).split(" "),
);

/** The text as part of an identifier. */
export function identifierPart(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, "_");
}

/** A name as a field or local; C's own words get an underscore behind. */
export function memberName(name: string): string {
  const part = identifierPart(name);
  return reserved.has(part) || /^[0-9]|^_[A-Z_]|^(hx|HX|Hx)/.test(part) ? `${part}_` : part;
}

/** Gives out global identifiers; the first to ask for a name has it, the next ones get a number behind. */
export class GlobalNames {
  readonly #taken = new Set<string>();
  readonly #byKey = new Map<string, string>();

  /** The identifier that belongs to `key`; `wanted` is what it would best be. */
  get(key: string, wanted: string): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const base = memberName(wanted);
    let name = base;
    for (let count = 2; this.#taken.has(name); count++) name = `${base}_${count}`;
    this.#taken.add(name);
    this.#byKey.set(key, name);
    return name;
  }
}
