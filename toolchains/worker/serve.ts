import type { Readable } from "node:stream";
import {
  decodeRequest,
  encodeResponse,
  MessageReader,
  type WireRequest,
  type WireResponse,
} from "./messages.ts";
import { answer, type Work } from "./request.ts";

/** What a worker needs of its process. */
export interface WorkerPipes {
  readonly requests: Readable;
  readonly respond: (response: Uint8Array) => void;
  /** The tool's own script as it is named among a request's inputs. */
  readonly script: string;
}

/**
 * Answers requests until their stream ends, each with exactly one response, several at a time.
 * A cancelled request is answered only when its work has stopped: Bazel deletes the sandbox at the response.
 */
export async function serve(work: Work, pipes: WorkerPipes): Promise<void> {
  const reader = new MessageReader();
  const running = new Map<
    number,
    { readonly controller: AbortController; readonly done: Promise<void> }
  >();
  const isSameTool = sameToolCheck(pipes.script);

  for await (const chunk of pipes.requests) {
    for (const message of reader.push(chunk)) {
      const request = decodeRequest(message);
      const id = request.requestId;
      if (request.cancel) {
        running.get(id)?.controller.abort();
        continue;
      }
      if (!isSameTool(request)) {
        pipes.respond(encodeResponse({ requestId: id, exitCode: 1, output: TOOL_CHANGED }));
        return;
      }
      const controller = new AbortController();
      const done = handle(work, request, controller.signal).then((response) => {
        running.delete(id);
        pipes.respond(encodeResponse(response));
      });
      running.set(id, { controller, done });
    }
  }
  await Promise.all([...running.values()].map((entry) => entry.done));
  if (reader.isPartial) throw new Error("The stream of work requests ended inside a request");
}

const TOOL_CHANGED = "The tool's script changed while its worker ran; build again\n";

async function handle(
  work: Work,
  request: WireRequest,
  signal: AbortSignal,
): Promise<WireResponse> {
  const result = await answer(work, {
    arguments: request.arguments,
    inputs: new Map(request.inputs.map((input) => [input.path, input.digest])),
    sandboxDir: request.sandboxDir,
    signal,
  });
  const { requestId } = request;
  return signal.aborted ? { requestId, wasCancelled: true } : { requestId, ...result };
}

/**
 * Bazel starts another worker when a tool's files change. Should it ever keep this one, the process still holds
 * the old code and its answer would be cached under the new key, so the script's digest is compared as well.
 */
function sameToolCheck(script: string): (request: WireRequest) => boolean {
  let first: string | undefined;
  return (request) => {
    const digest = request.inputs.find((input) => input.path === script)?.digest;
    first ??= digest;
    return digest === first;
  };
}
