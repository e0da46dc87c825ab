/** The other end of the worker protocol: what Bazel writes to a worker and reads from it. */
import { MessageReader, type WireRequest, type WireResponse } from "#toolchains/worker/messages.ts";
import { fieldsOf, messageOf, withLength } from "#toolchains/worker/protobuf.ts";

/** A request on the pipe. */
export function encodeRequest(request: Partial<WireRequest>): Buffer {
  const { inputs = [], requestId = 0, cancel = false, sandboxDir = "" } = request;
  return withLength(
    messageOf([
      ...(request.arguments ?? []).map((argument) => [1, argument] as const),
      ...inputs.map(({ path, digest }) => [2, inputOf(path, digest)] as const),
      [3, requestId],
      [4, cancel ? 1 : 0],
      [5, 10],
      [6, sandboxDir],
    ]),
  );
}

function inputOf(path: string, digest: string): Buffer {
  return messageOf([
    [1, path],
    [2, Buffer.from(digest, "latin1")],
  ]);
}

/** All responses in what a worker has written. */
export function decodeResponses(stream: Uint8Array): WireResponse[] {
  return new MessageReader().push(stream).map(decodeResponse);
}

/** One response, without its length. */
export function decodeResponse(message: Uint8Array): WireResponse {
  const fields = new Map(fieldsOf(message));
  const number = (field: number) => (fields.get(field) as number | undefined) ?? 0;
  const requestId = number(3);
  if (number(4) === 1) return { requestId, wasCancelled: true };
  const text = (fields.get(2) as Uint8Array | undefined) ?? new Uint8Array();
  return { requestId, exitCode: number(1), output: Buffer.from(text).toString("utf8") };
}
