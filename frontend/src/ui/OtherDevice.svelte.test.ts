import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { aView } from '../lib/testing';
import OtherDevice from './OtherDevice.svelte';
import TestingRoom from './TestingRoom.svelte';

test.each([
  [false, 'If you do not answer, the facilitators are asked.'],
  [true, 'If you do not answer within 15 seconds, your seat goes to that device.'],
])('whoever is asked reads what comes of no answer; the seat goes: %s', (enters, means) => {
  const view = aView(['allow_other_device', 'refuse_other_device']);
  const you = { ...view.you, other_device: 'Frida', other_device_enters: enters };
  render(TestingRoom, { part: OtherDevice, view: { ...view, you } });
  expect(screen.getByRole('region').textContent).toContain(means);
  expect(screen.getAllByRole('button').length).toBe(2);
});
