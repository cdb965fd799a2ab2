/** Of lines with these heads, how many each head spans; 0 where it has begun above. */
export function rowSpans(heads: readonly string[]): number[] {
  const spans = heads.map(() => 0);
  let first = 0;
  heads.forEach((head, line) => {
    if (head !== heads[first]) first = line;
    spans[first] = (spans[first] ?? 0) + 1;
  });
  return spans;
}
