/** Captured variables that are assigned. One class a kind, so that Floats stay unboxed and Ints stay small. */
import type { Value } from "./object_model.ts";

export class IntCell {
  value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class FloatCell {
  value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class BoolCell {
  value: boolean;
  constructor(value: boolean) {
    this.value = value;
  }
}

export class RefCell {
  value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

// V8 fixes how a field is stored by what it has seen: a fraction makes it a double for good.
new FloatCell(0.5);
