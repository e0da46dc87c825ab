/** "Did you mean": the nearest of the names that would have been right. */

/** The candidate nearest to the name, if it is near enough to be what was meant. */
export function suggest(name: string, candidates: Iterable<string>): string | null {
  const limit = allowedDistance(name.length);
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    const isNearer = distance < bestDistance;
    const isEarlier = distance === bestDistance && best !== null && candidate < best;
    if (isNearer || isEarlier) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A short name is soon another one: a name of one letter is only mistaken by its case. */
function allowedDistance(length: number): number {
  if (length < 2) return 0;
  return length < 6 ? 1 : Math.min(3, Math.floor(length / 3));
}

/** The hint for a wrong name, or null when nothing is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | null {
  const nearest = suggest(name, candidates);
  return nearest === null ? null : `Did you mean \`${nearest}\`?`;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
export function editDistance(first: string, second: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let row = 1; row <= first.length; row++) {
    const current = [row];
    for (let column = 1; column <= second.length; column++) {
      const isEqual = first[row - 1] === second[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (isEqual ? 0 : 1),
      );
      const isSwap = first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      if (row > 1 && column > 1 && isSwap)
        cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, second.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
