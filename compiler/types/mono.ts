/** Types not known yet: making, binding and unbinding them. */
import { follow } from "./follow.ts";
import type { AnonType, MonoType, Type } from "./type.ts";

export function newMono(constraints: readonly Type[] = []): MonoType {
  return { kind: "Mono", link: null, constraints, fields: null };
}

interface Binding {
  readonly mono: MonoType;
  readonly constraints: readonly Type[];
  readonly fields: AnonType | null;
}

/** What was bound, so that a failed attempt can be taken back. */
export class Trail {
  readonly #bindings: Binding[] = [];

  get mark(): number {
    return this.#bindings.length;
  }

  bind(mono: MonoType, link: Type): void {
    this.save(mono);
    mono.link = link;
  }

  /** Must come before any other change of a Mono. */
  save(mono: MonoType): void {
    this.#bindings.push({ mono, constraints: mono.constraints, fields: mono.fields });
  }

  rollBack(mark: number): void {
    while (this.#bindings.length > mark) {
      const binding = this.#bindings.pop();
      if (binding === undefined) return;
      binding.mono.link = null;
      binding.mono.constraints = binding.constraints;
      binding.mono.fields = binding.fields;
    }
  }

  /** What `work` binds is not taken back by those who wait for it. */
  apart(work: () => void): void {
    const waiting = this.#bindings.splice(0);
    work();
    this.#bindings.splice(0, this.#bindings.length, ...waiting);
  }

  /** Forgets the past: nothing before this can be taken back. */
  clear(): void {
    this.#bindings.length = 0;
  }
}

/** Does the Mono occur in the type? Binding it would make a type without end. */
export function occursIn(mono: MonoType, type: Type): boolean {
  const followed = type.kind === "Typedef" ? type : follow(type);
  switch (followed.kind) {
    case "Mono":
      return followed === mono || (followed.fields !== null && occursIn(mono, followed.fields));
    case "Inst":
    case "Enum":
    case "Abstract":
    case "Typedef":
      return followed.params.some((param) => occursIn(mono, param));
    case "Fun":
      return (
        occursIn(mono, followed.result) || followed.args.some((arg) => occursIn(mono, arg.type))
      );
    case "Dynamic":
      return followed.param !== null && occursIn(mono, followed.param);
    case "Anon":
      return [...followed.fields.values()].some((field) => occursIn(mono, field.type));
    case "TypeParam":
    case "Error":
      return false;
  }
}

/** Is any part of the type not known yet? */
export function containsUnknown(type: Type): boolean {
  const followed = type.kind === "Typedef" ? type : follow(type);
  switch (followed.kind) {
    case "Mono":
      return true;
    case "Inst":
    case "Enum":
    case "Abstract":
    case "Typedef":
      return followed.params.some(containsUnknown);
    case "Fun":
      return (
        containsUnknown(followed.result) || followed.args.some((arg) => containsUnknown(arg.type))
      );
    case "Dynamic":
      return followed.param !== null && containsUnknown(followed.param);
    case "Anon":
      return [...followed.fields.values()].some((field) => containsUnknown(field.type));
    case "TypeParam":
    case "Error":
      return false;
  }
}
