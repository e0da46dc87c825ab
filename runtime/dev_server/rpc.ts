/** Reads what clients send. Nothing of it is trusted: whatever is wrong gets one answer that says what. */

import type {
  ClientNotification,
  DrawnUpdate,
  ReloadSummary,
  RpcErrorCode,
  RpcId,
  RpcResponse,
  ServerNotification,
  Welcome,
} from "#runtime/hot_reload/protocol.ts";
import type { ReloadReport } from "#runtime/hot_reload/reload_report.ts";

export interface ClientHandlers {
  readonly hello: () => Welcome;
  readonly notified: (notification: ClientNotification) => void;
}

/** Handles one message; gives the answer, if it needs one. */
export function answerMessage(text: string, handlers: ClientHandlers): RpcResponse | null {
  const message = parseJson(text);
  if (message === undefined) return failure(null, -32700, "The message is not JSON");
  if (!isRecord(message) || message["jsonrpc"] !== "2.0" || typeof message["method"] !== "string")
    return failure(null, -32600, 'A request is an object with "jsonrpc": "2.0" and a method');
  const { id, method, params } = message;
  if (id === undefined) return handleNotification(method, params, handlers);
  if (!isId(id)) return failure(null, -32600, "An id is a number, a text or null");
  if (method === "session/hello") return { jsonrpc: "2.0", id, result: handlers.hello() };
  return failure(id, -32601, `There is no method ${quote(method)}`);
}

export function encodeNotification(notification: ServerNotification): string {
  return JSON.stringify({ jsonrpc: "2.0", ...notification });
}

/** JSON-RPC leaves notifications unanswered; a malformed one is answered with id null, so that its sender learns of it. */
function handleNotification(
  method: unknown,
  params: unknown,
  { notified }: ClientHandlers,
): RpcResponse | null {
  if (method === "reload/finished") {
    if (!isSummary(params))
      return failure(null, -32602, "reload/finished needs a version, a report, assets and a time");
    notified({ method, params });
    return null;
  }
  if (method === "reload/drawn") {
    if (!isDrawn(params)) return failure(null, -32602, "reload/drawn needs a version and hops");
    notified({ method, params });
    return null;
  }
  if (method === "game/error") {
    if (!isRecord(params) || typeof params["text"] !== "string")
      return failure(null, -32602, "game/error needs a text");
    notified({ method, params: { text: params["text"] } });
    return null;
  }
  return failure(null, -32601, `There is no notification ${quote(String(method))}`);
}

function isSummary(value: unknown): value is ReloadSummary {
  return (
    isRecord(value) &&
    typeof value["version"] === "number" &&
    (value["report"] === null || isReport(value["report"])) &&
    isTexts(value["assets"]) &&
    isNotAppliedList(value["refusedAssets"]) &&
    typeof value["totalMilliseconds"] === "number"
  );
}

function isDrawn(value: unknown): value is DrawnUpdate {
  if (!isRecord(value) || typeof value["version"] !== "number") return false;
  const { hops } = value;
  return isRecord(hops) && CLIENT_HOPS.every((hop) => typeof hops[hop] === "number");
}

const CLIENT_HOPS = ["received", "fetched", "applied", "drawn", "finished"] as const;

function isReport(value: unknown): value is ReloadReport {
  return (
    isRecord(value) &&
    typeof value["outcome"] === "string" &&
    (value["error"] === null || typeof value["error"] === "string") &&
    isTexts(value["swapped"]) &&
    isTexts(value["added"]) &&
    Array.isArray(value["phases"]) &&
    Array.isArray(value["migrations"]) &&
    isNotAppliedList(value["notApplied"])
  );
}

function isNotAppliedList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (entry) =>
        isRecord(entry) && typeof entry["what"] === "string" && typeof entry["reason"] === "string",
    )
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function isId(value: unknown): value is RpcId {
  return value === null || typeof value === "string" || typeof value === "number";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Undefined for text that is no JSON, which no JSON text is. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failure(id: RpcId, code: RpcErrorCode, message: string): RpcResponse {
  return { jsonrpc: "2.0", id, error: { code, message } };
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
