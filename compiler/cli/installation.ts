/** Where the files are that the program needs besides its own code. */
import { join } from "node:path";

export interface Installation {
  /** The standard library's folder. */
  readonly std: string;
  /** The C runtime as a WASM module. */
  readonly wasmRuntime: string;
  /** The folder of the C runtime's sources. */
  readonly nativeRuntime: string;
  /** The Zig executable and its library folder. */
  readonly zig: string;
  readonly zigLib: string;
  /** Where native objects are kept. */
  readonly cache: string;
}

/**
 * `root` is the project's folder, or the one that a build has put together in its shape. Each place can be set apart by
 * an environment variable, as the launcher of a build does.
 */
export function findInstallation(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): Installation {
  const place = (name: string, ...usual: string[]): string =>
    environment[`HAXE_GAME_${name}`] ?? join(root, ...usual);
  const zigPackage = ["node_modules", "@zigc"];
  return {
    std: place("STD", "runtime", "std"),
    wasmRuntime: place("WASM_RUNTIME", "runtime", "runtime.wasm"),
    nativeRuntime: place("NATIVE_RUNTIME", "runtime", "native"),
    zig: place("ZIG", ...zigPackage, "linux-x64", "bin", "zig"),
    zigLib: place("ZIG_LIB", ...zigPackage, "lib"),
    cache:
      environment["HAXE_GAME_CACHE"] ?? join(userCache(environment, root), "haxe_game", "native"),
  };
}

/** A build's folder is replaced at will, so what is to last is kept with the user. */
function userCache(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): string {
  return environment["XDG_CACHE_HOME"] ?? join(environment["HOME"] ?? root, ".cache");
}
