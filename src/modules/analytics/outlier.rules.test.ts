import { modifiedZScore, type Sample } from './outlier.rules';

const sample = (values: readonly number[]): Sample => {
  const middle = (sorted: readonly number[]): number =>
    (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
  const by = (a: number, b: number): number => a - b;
  const median = middle([...values].sort(by));
  const distances = values.map((value) => Math.abs(value - median)).sort(by);
  return {
    count: values.length,
    median: String(median),
    medianDeviation: String(middle(distances)),
    deviations: String(distances.reduce((sum, value) => sum + value, 0)),
  };
};

test('the score is 0.6745 × (x - median) / MAD, rounded half away from zero', () => {
  // Median 4, MAD 2: distances 3 2 1 0 1 2 96.
  const of = sample([1, 2, 3, 4, 5, 6, 100]);
  expect(modifiedZScore('100', 1, of)).toEqual({
    score: '32.38',
    isFar: true,
    medianDeviation: '2',
    meanDeviation: null,
  });
  expect(modifiedZScore('1', 1, of)).toMatchObject({ score: '-1.01', isFar: false });
  expect(modifiedZScore('4', 1, of)).toMatchObject({ score: '0.00', isFar: false });
});

test('a score is an outlier above 3.5 before rounding, not after', () => {
  const of: Sample = { count: 9, median: '0', medianDeviation: '6745', deviations: '1' };
  expect(modifiedZScore('35000', 1, of)).toMatchObject({ score: '3.50', isFar: false });
  expect(modifiedZScore('35000.01', 1, of)).toMatchObject({ score: '3.50', isFar: true });
  expect(modifiedZScore('-35000.01', 1, of)).toMatchObject({ score: '-3.50', isFar: true });
});

test('the mean absolute deviation is used when half of the sample is equal', () => {
  // Median 5, MAD 0, distances 0 0 0 0 20: mean 4.
  const of = sample([5, 5, 5, 5, 25]);
  expect(modifiedZScore('25', 1, of)).toEqual({
    score: '3.99',
    isFar: true,
    medianDeviation: null,
    meanDeviation: '4.00',
  });
  expect(modifiedZScore('5', 1, of)).toMatchObject({ score: '0.00', isFar: false });
});

test('there is no score when all of the sample is equal', () => {
  expect(modifiedZScore('9', 1, sample([5, 5, 5, 5, 5]))).toBeNull();
});

test('a mean is not rounded before the score', () => {
  const of: Sample = { count: 9, median: '1', medianDeviation: '1', deviations: '9' };
  // 0.6745 × (100 / 3 - 1) / 1 = 21.808…, not 0.6745 × 32.33 = 21.806.
  expect(modifiedZScore('100', 3, of)?.score).toBe('21.81');
});
