/** The sockets of the dev server: a page, its script, blobs by digest, and one WebSocket a client. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type {
  ClientNotification,
  Digest,
  GameUpdate,
  ServerNotification,
  Welcome,
} from "#runtime/hot_reload/protocol.ts";
import { encodePushedBlob } from "#runtime/hot_reload/pushed_blob.ts";
import { checkAccess } from "./access.ts";
import { pageHtml } from "./page_html.ts";
import { answerMessage, encodeNotification } from "./rpc.ts";

export interface ServedGame {
  readonly title: string;
  /** Texts of the page's scripts by name. */
  readonly scripts: ReadonlyMap<string, Uint8Array>;
  readonly welcome: () => Welcome;
  readonly blob: (digest: Digest) => Uint8Array | undefined;
  readonly notified: (notification: ClientNotification) => void;
}

export interface DevHttpServer {
  readonly port: number;
  readonly url: string;
  readonly broadcast: (notification: ServerNotification) => void;
  readonly close: () => Promise<void>;
}

/** Larger messages than a report are nobody's business here. */
const MAX_MESSAGE_BYTES = 1 << 20;

/** A page that is stuck must not make the server hold more than this of a blob for it. */
const MAX_PUSHED_BYTES = 8 << 20;

/** Listens on the loopback interface; port 0 takes a free one. */
export async function serveGame(
  game: ServedGame,
  token: string,
  port: number,
): Promise<DevHttpServer> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const server = createServer((request, response) => {
    const access = checkAccess(request.url, request.headers, token, portOf(server));
    if ("refused" in access) refuse(response, access.refused);
    else respond(request, response, access.path, game);
  });
  server.on("upgrade", (request, socket, head) => {
    const access = checkAccess(request.url, request.headers, token, portOf(server));
    if ("refused" in access || access.path !== "socket") refuseUpgrade(socket, access);
    else sockets.handleUpgrade(request, socket, head, (client) => attend(client, game));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: portOf(server),
    url: `http://127.0.0.1:${portOf(server)}/${token}/`,
    broadcast: (notification) => {
      const blobs =
        notification.method === "game/update" ? pushedBlobs(notification.params, game) : [];
      const text = encodeNotification(notification);
      for (const client of sockets.clients) {
        for (const blob of blobs) client.send(blob);
        client.send(text);
      }
    },
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The update's blobs as messages. Those that would be too large are left for the client to fetch. */
function pushedBlobs({ modules, assets }: GameUpdate, game: ServedGame): Uint8Array[] {
  const code = modules.flatMap(({ code, manifest }) =>
    manifest === null ? [code] : [code, manifest],
  );
  return [...new Set([...code, ...assets.map(({ blob }) => blob)])].flatMap((digest) => {
    const bytes = game.blob(digest);
    const isPushed = bytes !== undefined && bytes.length <= MAX_PUSHED_BYTES;
    return isPushed ? [encodePushedBlob(digest, bytes)] : [];
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function respond(
  { method }: IncomingMessage,
  response: ServerResponse,
  path: string,
  game: ServedGame,
): void {
  const isRead = method === "GET" || method === "HEAD";
  const digest = /^blob\/([0-9a-f]{64})$/.exec(path)?.[1];
  const blob = digest === undefined ? undefined : game.blob(digest);
  const script = game.scripts.get(path);
  if (!isRead) refuse(response, 400);
  else if (path === "") send(response, "text/html; charset=utf-8", pageHtml(game.title));
  else if (script !== undefined) send(response, "text/javascript; charset=utf-8", script);
  else if (blob !== undefined) send(response, "application/octet-stream", blob);
  else refuse(response, 404);
}

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    // Eval is how the JIT turns text into code.
    "content-security-policy":
      "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'unsafe-inline'; connect-src 'self'; img-src data:; frame-ancestors 'none'",
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: 400 | 403 | 404): void {
  response.writeHead(status, { "content-type": "text/plain" }).end(`${statusText(status)}\n`);
}

function refuseUpgrade(socket: Duplex, access: object): void {
  const status = "refused" in access ? (access.refused as 403 | 404) : 404;
  socket.end(`HTTP/1.1 ${status} ${statusText(status)}\r\nConnection: close\r\n\r\n`);
}

function statusText(status: 400 | 403 | 404): string {
  return { 400: "Bad request", 403: "Forbidden", 404: "Not found" }[status];
}

function attend(client: WebSocket, game: ServedGame): void {
  client.on("message", (data, isBinary) => {
    const text = isBinary ? "" : data.toString();
    const answer = answerMessage(text, { hello: game.welcome, notified: game.notified });
    if (answer !== null) client.send(JSON.stringify(answer));
  });
  // A client that breaks the WebSocket protocol is cut off by `ws`; there is nobody to tell.
  client.on("error", () => client.terminate());
}
