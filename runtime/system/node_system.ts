/** Answers a program's requests to the system with what Node has. */
import type { Call, WriteStream } from "./call.ts";
import { FieldReader, FieldWriter } from "./fields.ts";
import { fileCalls } from "./file_calls.ts";
import { OpenFiles } from "./open_files.ts";
import { processCalls } from "./process_calls.ts";
import { errorName } from "./system_error.ts";
import { WorkingDirectory } from "./working_directory.ts";

/** Answers a request; null where the mode has no system. */
export type System = (request: Uint8Array) => Uint8Array<ArrayBuffer> | null;

const SUCCEEDED = 0;
const FAILED = 1;

export function nodeSystem(writeStream: WriteStream): System {
  const directory = new WorkingDirectory();
  const calls = new Map<string, Call>(
    Object.entries({
      ...processCalls(directory),
      ...fileCalls(directory, new OpenFiles(), writeStream),
    }),
  );
  return (bytes) => {
    const request = new FieldReader(bytes);
    const call = calls.get(request.text());
    return call === undefined ? null : answer(call, request);
  };
}

function answer(call: Call, request: FieldReader): Uint8Array<ArrayBuffer> {
  const reply = new FieldWriter();
  try {
    call(request, reply);
    return reply.reply(SUCCEEDED);
  } catch (error) {
    const name = errorName(error);
    if (name === null) throw error;
    return new FieldWriter().text(name).reply(FAILED);
  }
}
