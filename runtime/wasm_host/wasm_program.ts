/**
 * A compiled program as a WASM instance. The module holds the C runtime too, so all that passes between it and
 * JavaScript is numbers, and text in its memory.
 */
import { ExitSignal } from "../vm/thrown.ts";
import { platformImports, type WasmHost } from "./platform.ts";
import { trapText } from "./trap.ts";

/** An asset compiled into its runtime form. */
export interface WasmAsset {
  /** 1 texture, 2 mesh, 3 shader, 4 material, 5 scene. */
  readonly kind: number;
  /** `package.Name` */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the module exports; numbers are addresses where not said otherwise. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly stackPointer: WebAssembly.Global;
  start(): number;
  frame(seconds: number): number;
  draw(alpha: number): number;
  digest(): number;
  hasFrames(): number;
  collect(budgetSeconds: number): void;
  registerAsset(
    kind: number,
    name: number,
    nameLength: number,
    bytes: number,
    size: number,
  ): number;
  commandWords(): number;
  commandCount(): number;
}

/** How a call into the program ended. */
export type Ending<T> =
  | { readonly kind: "returned"; readonly value: T }
  /** The program ended: it asked to, or an exception was not caught and is reported. */
  | { readonly kind: "ended"; readonly status: number };

/** Offsets in a string object: runtime/native/value.h. */
const stringLength = 4;
const stringUnits = 12;
const pageBytes = 65536;
const blobAlignment = 16;

/** Compiles and instantiates; nothing of the program has run yet. */
export async function loadWasmProgram(
  bytes: Uint8Array<ArrayBuffer>,
  host: WasmHost,
  assets: readonly WasmAsset[] = [],
): Promise<WasmProgram> {
  const memory: { current: WebAssembly.Memory | null } = { current: null };
  const { instance } = await WebAssembly.instantiate(bytes, {
    platform: platformImports(
      host,
      () => new Uint8Array(memory.current?.buffer ?? new ArrayBuffer(0)),
    ),
  });
  const exports = instance.exports as unknown as Exports;
  memory.current = exports.memory;
  return new WasmProgram(exports, host, registerAssets(exports, assets));
}

/** Where an asset's blob lies in the program's memory. */
interface AssetPlace {
  readonly address: number;
  readonly size: number;
}

export class WasmProgram {
  readonly #exports: Exports;
  readonly #host: WasmHost;
  readonly #assets: readonly AssetPlace[];

  constructor(exports: Exports, host: WasmHost, assets: readonly AssetPlace[]) {
    this.#exports = exports;
    this.#host = host;
    this.#assets = assets;
  }

  /** The blob of the asset that was given at this position; a view that holds until the program runs again. */
  assetBytes(index: number): Uint8Array {
    const place = this.#assets[index];
    if (place === undefined) throw new RangeError(`The program has no asset ${index}`);
    return new Uint8Array(this.#exports.memory.buffer, place.address, place.size);
  }

  /** Runs the static initialisers and `main`; gives the exit status. */
  start(): number {
    const ending = this.#run(() => this.#exports.start());
    return ending.kind === "returned" ? ending.value : ending.status;
  }

  /** Has the program asked for frames? */
  hasFrames(): boolean {
    return this.#exports.hasFrames() !== 0;
  }

  /** One fixed step. */
  frame(seconds: number): Ending<null> {
    return this.#reported(() => (this.#exports.frame(seconds) === 0 ? undefined : null));
  }

  /** The commands of one picture; a view that holds until the program runs again. */
  draw(alpha: number): Ending<Int32Array> {
    return this.#reported(() => {
      if (this.#exports.draw(alpha) === 0) return undefined;
      const { memory, commandWords, commandCount } = this.#exports;
      return new Int32Array(memory.buffer, commandWords(), commandCount());
    });
  }

  /** The text of the program's state. */
  digest(): Ending<string> {
    return this.#reported(() => {
      const text = this.#exports.digest();
      return text === 0 ? undefined : this.#readString(text);
    });
  }

  /** Collects for about so long; between two frames. */
  collect(budgetSeconds: number): void {
    this.#exports.collect(budgetSeconds);
  }

  /** Memory taken from the system so far: data, stack, assets and heap. */
  memoryBytes(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** `undefined` stands for an exception that the program has reported. */
  #reported<T>(call: () => T | undefined): Ending<T> {
    const ending = this.#run(call);
    if (ending.kind === "ended") return ending;
    const { value } = ending;
    return value === undefined ? { kind: "ended", status: 1 } : { kind: "returned", value };
  }

  #run<T>(call: () => T): Ending<T> {
    try {
      return { kind: "returned", value: call() };
    } catch (error) {
      if (error instanceof ExitSignal) return { kind: "ended", status: error.status };
      const text = trapText(error, this.#exports.stackPointer.value as number);
      if (text === null) throw error;
      this.#host.printError(`Uncaught exception: ${text}\n`);
      return { kind: "ended", status: 1 };
    }
  }

  #readString(address: number): string {
    const view = new DataView(this.#exports.memory.buffer);
    const length = view.getInt32(address + stringLength, true);
    const units = view.getUint32(address + stringUnits, true);
    return new TextDecoder("utf-16le").decode(
      new Uint8Array(this.#exports.memory.buffer, units, length * 2),
    );
  }
}

/**
 * Puts the assets above the program's data. All are in place before the first is registered: registering starts the
 * heap, which takes what lies higher. Gives where their blobs are.
 */
function registerAssets(exports: Exports, assets: readonly WasmAsset[]): AssetPlace[] {
  const blobs = assets.flatMap(({ name, bytes }) => [new TextEncoder().encode(name), bytes]);
  const sizes = blobs.map((blob) => Math.ceil(blob.length / blobAlignment) * blobAlignment);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let next = exports.memory.grow(Math.ceil(total / pageBytes)) * pageBytes;
  const memory = new Uint8Array(exports.memory.buffer);
  const addresses = blobs.map((blob, index) => {
    const address = next;
    memory.set(blob, address);
    next += sizes[index] ?? 0;
    return address;
  });
  return assets.map(({ kind, bytes: { length: size } }, index) => {
    const name = index * 2;
    const address = addresses[name + 1] ?? 0;
    exports.registerAsset(kind, addresses[name] ?? 0, blobs[name]?.length ?? 0, address, size);
    return { address, size };
  });
}
