/**
 * The only module that knows where binaryen comes from. It costs 0.6 s and 130 MB to import, so it is loaded on the
 * first WASM build and never on the way to anything else.
 */
import type binaryen from "binaryen";

export type Binaryen = typeof binaryen;
export type Module = binaryen.Module;
/** A node of binaryen's tree. */
export type Node = binaryen.ExpressionRef;
export type WasmType = binaryen.Type;

let loading: Promise<Binaryen> | null = null;

/** Loads binaryen once. */
export function loadBinaryen(): Promise<Binaryen> {
  loading ??= import("binaryen").then((module) => module.default);
  return loading;
}

/** What binaryen 132 has where its type declarations still describe an older interface. */
interface UndeclaredInterface {
  readonly Function: {
    setLocalName(fn: number, index: number, name: string): void;
  };
  readonly Load: {
    setSigned(load: Node, isSigned: boolean): void;
  };
}

interface UndeclaredModule {
  getNumDataSegments(): number;
  getDataSegmentInfo(segment: number): { readonly offset: number; readonly data: ArrayBuffer };
}

export function setLocalName(library: Binaryen, fn: number, index: number, name: string): void {
  (library as unknown as UndeclaredInterface).Function.setLocalName(fn, index, name);
}

/** Says of a load that widening it adds zeros. */
export function setUnsigned(library: Binaryen, load: Node): void {
  (library as unknown as UndeclaredInterface).Load.setSigned(load, false);
}

export function undeclared(module: Module): UndeclaredModule {
  return module as unknown as UndeclaredModule;
}
