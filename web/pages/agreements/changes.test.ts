import { zh } from '../../messages/zh';
import { aspectText, valueText } from './changes';

const { agreements: messages } = zh;
const change = { field: 'annualFee', aspect: 'value', subject: null, was: null, becomes: null };

test('a change says in words which value it is about', () => {
  expect(aspectText(change, messages)).toBe('年度经费（元）');
  expect(aspectText({ ...change, field: 'term', aspect: 'days', subject: '年度' }, messages)).toBe(
    '项目期（日期）：年度',
  );
  expect(aspectText({ ...change, field: 'instalment', subject: 'SIGNING' }, messages)).toBe(
    '付款安排：签订协议',
  );
});

test('its values are figures as they come, money with its thousands, days as ranges, and states in words', () => {
  expect(valueText(change, '2200000.50', messages)).toBe('2,200,000.50');
  expect(valueText({ ...change, field: 'target' }, '1200', messages)).toBe('1200');
  expect(valueText({ field: 'term', aspect: 'days' }, '2024-01-01/2024-11-30', messages)).toBe(
    '2024-01-01 至 2024-11-30',
  );
  expect(valueText({ field: 'zone', aspect: 'state' }, 'CLOSED', messages)).toBe('关闭');
  expect(valueText(change, null, messages)).toBeNull();
});
