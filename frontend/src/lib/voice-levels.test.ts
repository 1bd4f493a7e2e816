import { expect, it } from 'vitest';
import { SILENCE_DB } from './loudness';
import { VoiceLevels } from './voice-levels';

it('tells how loud each voice was played, and silence once nothing new comes, or the sound has ended', () => {
  const voice = { type: 'inbound-rtp', mid: '4', packetsReceived: 0, audioLevel: 0 };
  const others = [{ type: 'outbound-rtp', mid: 'mic', audioLevel: 1 }, { type: 'codec' }];
  const report = new Map([voice, ...others].map((entry, at) => [String(at), entry]));
  const levels = new VoiceLevels();

  levels.take(report);
  expect(levels.db('4')).toBe(SILENCE_DB);
  Object.assign(voice, { packetsReceived: 10, audioLevel: 0.1 });
  levels.take(report);
  expect(levels.db('4')).toBeCloseTo(-20);
  levels.take(report);
  expect(levels.db('4')).toBe(SILENCE_DB);
  expect(levels.db('mic')).toBe(SILENCE_DB);

  Object.assign(voice, { packetsReceived: 20 });
  levels.take(report);
  expect(levels.db('4')).toBeCloseTo(-20);
  levels.end();
  expect(levels.db('4')).toBe(SILENCE_DB);
});
