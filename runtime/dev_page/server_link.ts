/** The page's side of the protocol. */
import type {
  ClientNotification,
  Digest,
  RpcResponse,
  ServerNotification,
  Welcome,
} from "#runtime/hot_reload/protocol.ts";
import { decodePushedBlob } from "#runtime/hot_reload/pushed_blob.ts";

export interface LinkEvents {
  readonly notified: (notification: ServerNotification) => void;
  readonly closed: () => void;
}

export class ServerLink {
  readonly #socket: WebSocket;
  readonly #base: URL;
  /** What the server sent unasked, until it is fetched. */
  readonly #pushed: Map<Digest, Uint8Array<ArrayBuffer>>;

  private constructor(socket: WebSocket, base: URL, pushed: Map<Digest, Uint8Array<ArrayBuffer>>) {
    this.#socket = socket;
    this.#base = base;
    this.#pushed = pushed;
  }

  /** Connects to the server that gave the page; `events` hear of everything after the welcome. */
  static async connect(
    base: URL,
    events: LinkEvents,
  ): Promise<{ readonly link: ServerLink; readonly welcome: Welcome }> {
    const url = new URL("socket", base);
    url.protocol = "ws:";
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    const pushed = new Map<Digest, Uint8Array<ArrayBuffer>>();
    const welcome = await new Promise<Welcome>((resolve, reject) => {
      socket.onopen = () => send(socket, { id: 1, method: "session/hello" });
      socket.onerror = () => reject(new Error("The dev server does not answer"));
      socket.onmessage = ({ data }) => {
        if (data instanceof ArrayBuffer) {
          const { digest, bytes } = decodePushedBlob(data);
          pushed.set(digest, bytes);
          return;
        }
        const message: RpcResponse | ServerNotification = JSON.parse(data);
        if ("result" in message) resolve(message.result as Welcome);
        else if ("method" in message) events.notified(message);
      };
      socket.onclose = events.closed;
    });
    return { link: new ServerLink(socket, base, pushed), welcome };
  }

  readonly fetchBlob = async (digest: Digest): Promise<Uint8Array<ArrayBuffer>> => {
    const pushed = this.#pushed.get(digest);
    if (pushed !== undefined) {
      this.#pushed.delete(digest);
      return pushed;
    }
    const response = await fetch(new URL(`blob/${digest}`, this.#base));
    if (!response.ok) throw new Error(`Blob ${digest}: ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  };

  /** Does nothing when the server has gone. */
  notify(notification: ClientNotification): void {
    if (this.#socket.readyState === WebSocket.OPEN) send(this.#socket, notification);
  }
}

function send(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify({ jsonrpc: "2.0", ...message }));
}
