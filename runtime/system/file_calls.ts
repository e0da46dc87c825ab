/** What programs do with files and directories. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import type { Call, WriteStream } from "./call.ts";
import type { FieldReader } from "./fields.ts";
import type { OpenFiles } from "./open_files.ts";
import { readInput } from "./standard_input.ts";
import { errorName } from "./system_error.ts";
import type { WorkingDirectory } from "./working_directory.ts";

const INPUT = 0;
const LAST_STREAM = 2;

export function fileCalls(
  directory: WorkingDirectory,
  files: OpenFiles,
  writeStream: WriteStream,
): Record<string, Call> {
  const pathOf = (request: FieldReader): string => directory.resolve(request.text());
  return {
    mode: (request, reply) => reply.int(modeOf(pathOf(request))),
    stat: (request, reply) => {
      const found = statSync(pathOf(request));
      const { mode, size, gid, uid, dev, ino, nlink, rdev } = found;
      for (const value of [mode, size, gid, uid, dev, ino, nlink, rdev]) reply.int(value);
      for (const time of [found.atimeMs, found.mtimeMs, found.ctimeMs])
        reply.float(Math.floor(time));
    },
    rename: (request) => renameSync(pathOf(request), pathOf(request)),
    fullPath: (request, reply) => reply.text(realpathSync(pathOf(request))),
    createDirectory: (request) => mkdirSync(pathOf(request)),
    deleteFile: (request) => unlinkSync(pathOf(request)),
    deleteDirectory: (request) => rmdirSync(pathOf(request)),
    readDirectory: (request, reply) => reply.texts(readdirSync(pathOf(request))),
    readFile: (request, reply) => reply.bytes(readFileSync(pathOf(request))),
    writeFile: (request) => writeFileSync(pathOf(request), request.bytes() ?? ""),
    open: (request, reply) => reply.int(files.open(pathOf(request), request.int())),
    close: (request) => files.close(request.int()),
    read: (request, reply) => {
      const handle = request.int();
      const count = request.int();
      reply.bytes(handle === INPUT ? readInput(count) : files.read(handle, count));
    },
    write: (request) => {
      const handle = request.int();
      const bytes = request.bytes() ?? new Uint8Array();
      if (handle <= LAST_STREAM) writeStream(handle, bytes);
      else files.write(handle, bytes);
    },
    seek: (request, reply) =>
      reply.int(files.seek(request.int(), request.int(), request.int() !== 0)),
    tell: (request, reply) => reply.int(files.tell(request.int())),
  };
}

/** -1 where nothing is there, or nothing that may be looked at. */
function modeOf(path: string): number {
  try {
    return statSync(path).mode;
  } catch (error) {
    if (errorName(error) === null) throw error;
    return -1;
  }
}
