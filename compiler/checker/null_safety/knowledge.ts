/** What is known at one point of a function: which subjects are not null, which fields have no value yet. */
import type { ClassField } from "#compiler/types/type.ts";
import type { LocalVariable } from "#compiler/types/typed_ast.ts";
import { type Changes, without } from "./changes.ts";
import type { NullSafety } from "./mode.ts";
import { dependsOn, isField, subjectOfVariable } from "./subject.ts";

/** One of several ways that control can take. */
export interface Branch {
  /** Follows the branch; may its value be null? */
  readonly run: () => boolean;
  /** Does control come to its end? */
  readonly goesOn: boolean;
}

export class Knowledge {
  readonly #mode: NullSafety;
  #known: ReadonlySet<string> = new Set();
  #open: ReadonlySet<ClassField>;
  /** Variables of the closure itself: those from outside may change before it runs. */
  #own = new Set<string>();
  #isInClosure = false;
  /** Variables that a closure may set to null at any time. */
  readonly #unstable = new Set<string>();

  constructor(mode: NullSafety, openFields: readonly ClassField[]) {
    this.#mode = mode;
    this.#open = new Set(openFields);
  }

  /** Fields that a constructor has not given a value yet. */
  get open(): ReadonlySet<ClassField> {
    return this.#open;
  }

  isKnown(subject: string): boolean {
    return this.#known.has(subject);
  }

  declare(variable: LocalVariable): void {
    this.#own.add(subjectOfVariable(variable));
  }

  learn(subjects: readonly string[]): void {
    const learnt = subjects.filter((subject) => this.#canKnow(subject));
    if (learnt.length > 0) this.#known = new Set([...this.#known, ...learnt]);
  }

  #canKnow(subject: string): boolean {
    const [root = ""] = subject.split(".");
    if (this.#mode === "loose" || !root.startsWith("#")) return true;
    return !this.#unstable.has(root) && (!this.#isInClosure || this.#own.has(root));
  }

  /** The subject gets another value. */
  assign(subject: string, mayBeNull: boolean): void {
    this.#keep((known) => !dependsOn(known, subject));
    if (!mayBeNull) this.learn([subject]);
  }

  giveValue(field: ClassField): void {
    if (this.#open.has(field))
      this.#open = new Set([...this.#open].filter((other) => other !== field));
  }

  /** Any field may have changed. */
  call(): void {
    if (this.#mode !== "loose") this.#keep((known) => !isField(known));
  }

  change(changes: Changes): void {
    this.#known = without(this.#known, changes, this.#mode);
  }

  #keep(isKept: (subject: string) => boolean): void {
    if (![...this.#known].every(isKept)) this.#known = new Set([...this.#known].filter(isKept));
  }

  /** Follows each branch from here; afterwards holds what all that go on agree about. */
  branches(all: readonly Branch[]): boolean {
    const before = this.save();
    const ends: ReturnType<Knowledge["save"]>[] = [];
    let mayBeNull = false;
    for (const { run, goesOn } of all) {
      this.restore(before);
      const isNull = run();
      if (!goesOn) continue;
      if (isNull) mayBeNull = true;
      ends.push(this.save());
    }
    const [first = before] = ends;
    this.#known = new Set(
      [...first.known].filter((one) => ends.every((end) => end.known.has(one))),
    );
    this.#open = new Set((ends.length === 0 ? [before] : ends).flatMap((end) => [...end.open]));
    return mayBeNull;
  }

  /** What `run` finds out does not hold afterwards. */
  aside(run: () => void): void {
    const before = this.save();
    run();
    this.restore(before);
  }

  /** Only what was known before and still holds is known afterwards. */
  keepingWhatWasKnown(run: () => boolean): boolean {
    const before = this.#known;
    const mayBeNull = run();
    this.#keep((subject) => before.has(subject));
    return mayBeNull;
  }

  /** The body of a closure; one that does not run at once knows nothing of the variables around it. */
  closure(isImmediate: boolean, changes: Changes, run: () => void): void {
    const outside = { own: this.#own, isInClosure: this.#isInClosure };
    this.aside(() => {
      if (!isImmediate && this.#mode !== "loose") {
        this.#known = new Set();
        this.#own = new Set();
        this.#isInClosure = true;
      }
      run();
    });
    this.#own = outside.own;
    this.#isInClosure = outside.isInClosure;
    for (const changed of changes.toNull) {
      this.#keep((subject) => !dependsOn(subject, changed));
      if (!isImmediate) this.#unstable.add(changed);
    }
  }

  save(): { readonly known: ReadonlySet<string>; readonly open: ReadonlySet<ClassField> } {
    return { known: this.#known, open: this.#open };
  }

  restore(saved: ReturnType<Knowledge["save"]>): void {
    this.#known = saved.known;
    this.#open = saved.open;
  }
}
