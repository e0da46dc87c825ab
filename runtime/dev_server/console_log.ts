/** What the dev server tells in the terminal. */

import type {
  ActionTiming,
  DrawnUpdate,
  GameUpdate,
  ReloadSummary,
  ServerNotification,
} from "#runtime/hot_reload/protocol.ts";
import { summaryLines } from "#runtime/hot_reload/report_text.ts";

/** The lines for a notification; none for most. */
export function notificationText(notification: ServerNotification): string {
  switch (notification.method) {
    case "source/saving":
      return "";
    case "build/problems": {
      const { problems } = notification.params;
      return problems.length === 0
        ? "All problems are mended\n"
        : problems.map(({ text }) => text).join("");
    }
    case "game/update": {
      const { files, timing } = notification.params;
      const total = timing.actions.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
      const names = timing.actions.map(actionText).join(", ");
      return `Saved ${files.join(", ")}: ${total.toFixed(1)} ms (${names})\n`;
    }
    case "build/verification":
      return verificationText(notification.params);
  }
}

function actionText({ mnemonic, milliseconds, work }: ActionTiming): string {
  const time = `${mnemonic} ${milliseconds.toFixed(1)}`;
  return work === undefined ? time : `${time}: ${work.typed} typed, ${work.changed} new`;
}

/** As the compiler's memory gives them. */
export interface MemoryStatistics {
  readonly entries: number;
  readonly bytes: number;
  readonly budgetBytes: number;
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
}

/** What the compiler keeps between saves, and what the process holds. */
export function memoryText(
  { entries, bytes, budgetBytes, hits, misses, evictions }: MemoryStatistics,
  { heapUsed, rss }: NodeJS.MemoryUsage,
): string {
  const kept = `${entries} results kept, about ${megabytes(bytes)} of ${megabytes(budgetBytes)}`;
  const used = `${hits} used again, ${misses} made, ${evictions} gone`;
  return `Memory: ${kept}; ${used}; heap ${megabytes(heapUsed)}, process ${megabytes(rss)}\n`;
}

/** When a save passed each hop on its way to the screen; nothing for an update that is not known. */
export function traceText(update: GameUpdate | undefined, { hops }: DrawnUpdate): string {
  if (update === undefined) return "";
  const { written, ...server } = update.timing.hops;
  const passed = Object.entries({ ...server, ...hops }).map(
    ([hop, time]) => `${hop} ${(time - written).toFixed(1)}`,
  );
  return `Milliseconds after the write: ${passed.join(", ")}\n`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

export function reloadText(summary: ReloadSummary): string {
  const [first, ...details] = summaryLines(summary);
  return [`${first}\n`, ...details.map((line) => `  ${line}\n`)].join("");
}

function verificationText(
  verification: Extract<ServerNotification, { method: "build/verification" }>["params"],
): string {
  switch (verification.state) {
    case "off":
    case "waiting":
    case "running":
      return "";
    case "verified":
      return "Bazel made the same bytes\n";
    case "different":
      return `Bazel made other bytes: a bug of the dev server. Please report it with these outputs:\n${verification.outputs
        .map((path) => `  ${path}\n`)
        .join("")}`;
    case "failed":
      return `bazel build failed:\n${verification.text}`;
  }
}
