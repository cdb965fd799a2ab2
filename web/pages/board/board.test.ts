import { columnsOf, periodChosen, periodOf } from './board';

const TODAY = '2026-11-29';
const of = (text: string) => periodOf(new URLSearchParams(text), TODAY);

test('without a period the board shows the last six months, this one among them', () => {
  expect(of('')).toEqual({ from: '2026-06', to: '2026-11' });
  expect(columnsOf(of(''))).toHaveLength(6);
});

test('the period of the address is taken, no longer than can be asked for and not beyond this month', () => {
  expect(of('from=2024-05&to=2025-04')).toEqual({ from: '2024-05', to: '2025-04' });
  expect(of('from=2020-01&to=2025-04')).toEqual({ from: '2023-05', to: '2025-04' });
  expect(of('to=2030-01')).toEqual({ from: '2026-06', to: '2026-11' });
  expect(of('from=2026-13')).toEqual({ from: '2026-06', to: '2026-11' });
});

test('the other end of a period that is too long moves along', () => {
  const before = { from: '2026-06', to: '2026-11' };
  expect(periodChosen({ from: '2024-01', to: '2026-11' }, before)).toEqual({
    from: '2024-01',
    to: '2025-12',
  });
  expect(periodChosen({ from: '2026-06', to: '2026-10' }, before)).toEqual({
    from: '2026-06',
    to: '2026-10',
  });
  expect(periodChosen({ from: '2024-01', to: '2026-11' }, { from: '2024-01', to: '2025-12' })).toEqual({
    from: '2024-12',
    to: '2026-11',
  });
});
