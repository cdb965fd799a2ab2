import { daysOf, filterOf } from './view';

test('a day shows all sites', () => {
  const view = { day: '2025-01-31', site: null };
  expect(daysOf(view, '2024-05-01', '2025-04-30')).toEqual(['2025-01-31']);
  expect(filterOf(view)).toEqual({ from: '2025-01-31', to: '2025-01-31' });
});

test('a month shows the days that figures can be entered for, at one site', () => {
  const view = { day: '2024-05-20', site: 'zone z1' };
  expect(daysOf(view, '2024-05-29', '2025-04-30')).toEqual(['2024-05-29', '2024-05-30', '2024-05-31']);
  expect(daysOf(view, '2024-01-01', '2024-05-02')).toEqual(['2024-05-01', '2024-05-02']);
  expect(filterOf(view)).toEqual({ from: '2024-05-01', to: '2024-05-31', zoneId: 'z1' });
  expect(filterOf({ ...view, site: 'project p1' })).toMatchObject({ projectId: 'p1' });
  expect(filterOf({ ...view, site: 'point p2' })).toMatchObject({ pointId: 'p2' });
  expect(filterOf({ ...view, site: 'station' })).toEqual({ from: '2024-05-01', to: '2024-05-31' });
});
