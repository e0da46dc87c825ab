/** Versions in conditions, compared as semantic versions. */

export interface Version {
  /** One to three numbers; a number that is missing equals any. */
  readonly release: readonly number[];
  readonly prerelease: readonly string[] | null;
}

/** Reads `4`, `4.3`, `4.3.0-rc.1+build`; null when it is none of these. */
export function parseVersion(text: string): Version | null {
  const form = /^(\d+(?:\.\d+){0,2})(?:-([\w.-]+))?(?:\+[\w.-]*)?$/.exec(text);
  if (form === null) return null;
  return {
    release: (form[1] ?? "").split(".").map(Number),
    prerelease: form[2]?.split(".") ?? null,
  };
}

/** Negative when the first is earlier. */
export function compareVersions(first: Version, second: Version): number {
  const parts = Math.min(first.release.length, second.release.length);
  for (let index = 0; index < parts; index++) {
    const difference = (first.release[index] ?? 0) - (second.release[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (first.prerelease === null || second.prerelease === null) {
    return Number(first.prerelease === null) - Number(second.prerelease === null);
  }
  return comparePrereleases(first.prerelease, second.prerelease);
}

function comparePrereleases(first: readonly string[], second: readonly string[]): number {
  const parts = Math.min(first.length, second.length);
  for (let index = 0; index < parts; index++) {
    const difference = compareParts(first[index] ?? "", second[index] ?? "");
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}

/** Numbers come before words. */
function compareParts(first: string, second: string): number {
  const isNumber = /^\d+$/;
  if (isNumber.test(first) && isNumber.test(second)) return Number(first) - Number(second);
  if (isNumber.test(first) !== isNumber.test(second)) return isNumber.test(first) ? -1 : 1;
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
