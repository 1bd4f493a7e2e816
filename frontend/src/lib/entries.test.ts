import { expect, test, vi } from 'vitest';
import { entriesOf } from './entries';

test('a report is read once, however many look at it', () => {
  const report = new Map([['a', { type: 'transport' }]]);
  const values = vi.spyOn(report, 'values');
  const first = entriesOf(report);
  expect(first).toEqual([{ type: 'transport' }]);
  expect(entriesOf(report)).toBe(first);
  expect(values).toHaveBeenCalledOnce();
  expect(entriesOf(new Map([['a', { type: 'codec' }]]))).toEqual([{ type: 'codec' }]);
});
