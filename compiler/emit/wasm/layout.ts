/**
 * Where things are in the objects that runtime/native/value.h declares, with the 4-byte pointers of wasm32.
 * runtime/native/layout_check_wasm.c asserts each of these, so the runtime does not compile once they differ.
 */

export const pointerBytes = 4;

export const object = { type: 0 } as const;
export const string = { length: 4, hash: 8, units: 12, own: 16 } as const;
export const array = { length: 4, capacity: 8, values: 12 } as const;
export const closure = { code: 4, arity: 8, captureCount: 12, captures: 16 } as const;
export const cell = { value: 8, size: 16 } as const;
export const enumValue = { args: 8 } as const;
export const bytes = { length: 4, bytes: 8 } as const;
export const structure = { names: 4, values: 8, count: 12, capacity: 16, own: 24 } as const;
export const fieldInfo = { name: 0, kind: 4, offset: 8, size: 12 } as const;
export const methodInfo = { name: 0, code: 4, arity: 8, size: 12 } as const;
export const type = {
  shape: 4,
  size: 8,
  index: 12,
  depth: 16,
  path: 20,
  parent: 24,
  ancestors: 28,
  interfaces: 32,
  fields: 36,
  methods: 40,
  refOffsets: 44,
  dynOffsets: 48,
  interfaceCount: 52,
  fieldCount: 56,
  methodCount: 60,
  refCount: 64,
  dynCount: 68,
  isEnum: 72,
  /** The class's vtable follows. */
  vtable: 76,
} as const;
export const program = {
  run: 0,
  classes: 4,
  refStatics: 8,
  dynStatics: 12,
  stringMethods: 16,
  arrayMethods: 20,
  classCount: 24,
  refStaticCount: 28,
  dynStaticCount: 32,
  stringMethodCount: 36,
  arrayMethodCount: 40,
  classInfos: 44,
  enumInfos: 48,
  enumCount: 52,
  size: 56,
} as const;

/** `HxFieldCache` */
export const fieldCacheBytes = 12;

/** `enum HxShape` */
export const shape = { instance: 7, enumValue: 8, none: 12 } as const;

/** `enum HxKind` */
export const kindNumber = { i32: 1, f64: 2, bool: 3, ref: 4, dyn: 5 } as const;

/** Tags of dynamic values. */
export const intTag = 0xfff9_0000_0000_0000n;
export const boolTag = 0xfffa_0000_0000_0000n;
export const refTag = 0xfffc_0000_0000_0000n;
/** Words from here up are not Floats. */
export const firstTagged = intTag;
export const dynNull = refTag;

/** Closures with more parameters take them from memory. */
export const directArity = 6;
