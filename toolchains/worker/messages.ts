// Bazel's worker protocol: one message after another on a pipe, each after its length
// (https://github.com/bazelbuild/bazel/blob/7.7.1/src/main/protobuf/worker_protocol.proto). A pipe cuts where it likes: a chunk
// may hold several messages, or the middle of one. Bazel also speaks JSON, but then takes the end of a worker for a
// broken message and says so to the user (bazelbuild/bazel#21972).
import { fieldsOf, messageOf, readVarint, withLength } from "./protobuf.ts";

/** A request as Bazel sends it. */
export interface WireRequest {
  readonly arguments: readonly string[];
  readonly inputs: readonly WireInput[];
  readonly requestId: number;
  readonly cancel: boolean;
  readonly sandboxDir: string;
}

export interface WireInput {
  readonly path: string;
  /** An opaque token. */
  readonly digest: string;
}

/** A response as Bazel reads it. */
export interface WireResponse {
  readonly exitCode?: number;
  readonly output?: string;
  readonly requestId: number;
  readonly wasCancelled?: boolean;
}

/** Collects chunks and gives back each complete message of the stream, in order. */
export class MessageReader {
  #pending: Buffer = Buffer.alloc(0);

  /** Adds a chunk and returns the messages that it completed. */
  push(chunk: Uint8Array): Uint8Array[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const messages: Uint8Array[] = [];
    for (;;) {
      const length = readVarint(this.#pending, 0);
      if (length === undefined) return messages;
      const [size, start] = length;
      if (this.#pending.length < start + size) return messages;
      messages.push(this.#pending.subarray(start, start + size));
      this.#pending = this.#pending.subarray(start + size);
    }
  }

  /** Whether the stream stopped inside a message. */
  get isPartial(): boolean {
    return this.#pending.length > 0;
  }
}

/** What a `WorkRequest` says; absent fields are empty, zero or false. */
export function decodeRequest(message: Uint8Array): WireRequest {
  const request = {
    arguments: [] as string[],
    inputs: [] as WireInput[],
    requestId: 0,
    cancel: false,
    sandboxDir: "",
  };
  for (const [number, value] of fieldsOf(message)) {
    if (typeof value === "number") {
      if (number === 3) request.requestId = value;
      else if (number === 4) request.cancel = value !== 0;
    } else if (number === 1) request.arguments.push(textOf(value));
    else if (number === 2) request.inputs.push(decodeInput(value));
    else if (number === 6) request.sandboxDir = textOf(value);
  }
  return request;
}

function decodeInput(message: Uint8Array): WireInput {
  const input = { path: "", digest: "" };
  for (const [number, value] of fieldsOf(message)) {
    if (typeof value === "number") continue;
    if (number === 1) input.path = textOf(value);
    else if (number === 2) input.digest = Buffer.from(value).toString("latin1");
  }
  return input;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

/** A `WorkResponse` with its length before it. */
export function encodeResponse(response: WireResponse): Buffer {
  const { exitCode = 0, output = "", requestId, wasCancelled = false } = response;
  return withLength(
    messageOf([
      [1, exitCode],
      [2, output],
      [3, requestId],
      [4, wasCancelled ? 1 : 0],
    ]),
  );
}
