/** A reload in words, for console and toast: what took effect, what did not, and why. */
import type { ReloadSummary } from "#runtime/hot_reload/protocol.ts";
import type { NotApplied, ReloadReport } from "./reload_report.ts";

/** The first line says what happened; the others give details, one each. */
export function summaryLines(summary: ReloadSummary): string[] {
  const { report, assets, refusedAssets, totalMilliseconds } = summary;
  const code = report === null ? [] : codeLines(report);
  const news = assets.length === 0 ? [] : [`Replaced ${assets.join(", ")}`];
  const what = [...code, ...news, ...refusedAssets.map(notAppliedLine)];
  const time = `${totalMilliseconds.toFixed(1)} ms`;
  return [`${titleOf(report, assets)} (${time}${phasesOf(report)})`, ...what];
}

function titleOf(report: ReloadReport | null, assets: readonly string[]): string {
  switch (report?.outcome) {
    case undefined:
      return assets.length > 0 ? "Reloaded assets" : "Nothing changed";
    case "applied":
      return "Reloaded";
    case "refused":
      return "Cannot reload: the old version goes on";
    case "failed":
      return "Reload failed: the old version goes on";
    case "reverted":
      return "New code failed and was taken back";
  }
}

function phasesOf(report: ReloadReport | null): string {
  const slow = (report?.phases ?? []).filter(({ milliseconds }) => milliseconds >= 0.1);
  return slow.map(({ name, milliseconds }) => `, ${name} ${milliseconds.toFixed(1)}`).join("");
}

function codeLines(report: ReloadReport): string[] {
  const listed = [
    ["Swapped", report.swapped],
    ["Added", report.added],
    ["Removed", report.removed],
  ] as const;
  return [
    ...(report.error === null ? [] : [report.error]),
    ...listed.filter(([, ids]) => ids.length > 0).map(([verb, ids]) => `${verb} ${shortList(ids)}`),
    ...report.migrations.map(
      (migration) =>
        `Migrated ${migration.objects} ${migration.class} (${migration.fields.join(", ")})`,
    ),
    ...report.notApplied.map(notAppliedLine),
  ];
}

function notAppliedLine({ what, reason }: NotApplied): string {
  return `Did not take effect: ${what}: ${reason}`;
}

function shortList(ids: readonly string[]): string {
  const shown = ids.slice(0, 4).join(", ");
  return ids.length > 4 ? `${shown} and ${ids.length - 4} more` : shown;
}
