import { unpack } from "../npm/unpack.ts";

/** What only other languages and other ways to use Zig need. */
const NOT_FOR_C = /^(libcxx|libcxxabi|libtsan|docs|init|build-web)\//;

/** Unpacks Zig's library, of its folder libc only the parts given: those of all targets are 175 MB. */
export function unpackLibrary(tarball: string, folder: string, libc: readonly string[]): void {
  unpack(tarball, folder, (path) => {
    if (path.startsWith("libc/")) return libc.some((part) => path.startsWith(`libc/${part}/`));
    return !NOT_FOR_C.test(path);
  });
}
