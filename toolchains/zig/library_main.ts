// Usage: library_main.ts TARBALL FOLDER LIBC_PART...
// Unpacks what one target needs of Zig's library, for programs that run Zig themselves.
import { expandFlagFile } from "../worker/one_shot.ts";
import { unpackLibrary } from "./library.ts";

const [tarball = "", folder = "", ...libc] = process.argv.slice(2).flatMap(expandFlagFile);
unpackLibrary(tarball, folder, libc);
